/// A painted document before finishing: plain pages, and what belongs to which structure node.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// For each page the node of every marked content sequence; the position is the MCID.
  package var markers: [[StructureNodeID]]

  package init(bytes: [UInt8], markers: [[StructureNodeID]]) {
    self.bytes = bytes
    self.markers = markers
  }
}
