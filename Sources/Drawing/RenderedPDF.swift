package import Diagnostics

/// A painted document before finishing: plain pages, and what belongs to which structure node.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// Files with the pages that follow, of a long document.
  ///
  /// When there are any, each file, the first too, begins with a page that is not the document's: it
  /// shows the glyphs of all pages, so that the fonts of all files are the same.
  package var continuations: [[UInt8]]
  /// For each page the node of every marked content sequence; the position is the MCID.
  package var markers: [[StructureNodeID]]
  /// For each of them where its content comes from.
  package var origins: [[Origin]]

  /// What a marked sequence shows: the first picture in it, or its first item with a place.
  package struct Origin: Hashable, Sendable {
    package var span: SourceSpan
    package var picture: ImageID?

    package init(span: SourceSpan, picture: ImageID?) {
      self.span = span
      self.picture = picture
    }
  }

  package init(
    bytes: [UInt8], continuations: [[UInt8]] = [], markers: [[StructureNodeID]],
    origins: [[Origin]] = []
  ) {
    self.bytes = bytes
    self.continuations = continuations
    self.markers = markers
    self.origins = origins
  }
}
