import Dispatch
package import Drawing
import Synchronization

/// The faces of some display lists, cut to the glyphs that these show: made once for a document, or
/// for all charts of a report, and used by every file that shows them.
package struct FaceSubsets: Sendable {
  let resources: [FaceResource]
  /// By the index of the resource; nil for faces that are not shown or cannot be cut.
  let data: [FontData?]
  private let usage: GlyphUsage

  /// Cuts the faces in parallel; the results stand by index.
  package init(of faces: [FaceResource], showing lists: [DisplayList]) {
    var usage = GlyphUsage(faceCount: faces.count)
    for list in lists { usage.add(list) }
    let used = faces.indices.filter { usage.isUsed(face: $0) }
    let made = Mutex([FontData?](repeating: nil, count: faces.count))
    DispatchQueue.concurrentPerform(iterations: used.count) { [usage] position in
      let index = used[position]
      let data = FontData.subset(of: faces[index], glyphs: usage.glyphs(of: index))
      made.withLock { $0[index] = data }
    }
    resources = faces
    data = made.withLock { $0 }
    self.usage = usage
  }

  /// Opens the faces that a list shows, for one renderer.
  func open(for list: DisplayList) throws(RenderingError) -> FaceSet {
    var shown = GlyphUsage(faceCount: resources.count)
    shown.add(list)
    return try FaceSet(self, shown: shown)
  }

  /// Opens all faces.
  func open() throws(RenderingError) -> FaceSet { try FaceSet(self, shown: usage) }
}
