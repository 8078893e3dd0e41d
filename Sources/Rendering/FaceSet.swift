import Dispatch
import Drawing
import Synchronization

/// The faces that one renderer has opened, by their identity in the document.
///
/// Faces that are never shown are not opened. FreeType objects are not safe to share, so a set
/// belongs to one renderer.
struct FaceSet {
  private let faces: [Face?]
  private let resources: [FaceResource]

  /// Opens the files themselves: for pictures, where few glyphs are looked up.
  init(_ resources: [FaceResource], shown usage: GlyphUsage) throws(RenderingError) {
    try self.init(resources) { index throws(RenderingError) in
      usage.isUsed(face: index) ? try Face(resources[index]) : nil
    }
  }

  /// Opens subsets of the files: for documents, where fonts are embedded.
  init(
    subsetting resources: [FaceResource], to usage: GlyphUsage
  ) throws(RenderingError) {
    let subsets = FaceSet.subsets(of: resources, usage)
    try self.init(resources) { index throws(RenderingError) in
      guard usage.isUsed(face: index) else { return nil }
      guard let data = subsets[index] else { return try Face(resources[index]) }
      return try Face(data, for: resources[index])
    }
  }

  /// The subsets of all faces that are shown, made in parallel and kept by index.
  private static func subsets(of resources: [FaceResource], _ usage: GlyphUsage) -> [FontData?] {
    let made = Mutex([FontData?](repeating: nil, count: resources.count))
    let used = resources.indices.filter { usage.isUsed(face: $0) }
    DispatchQueue.concurrentPerform(iterations: used.count) { position in
      let index = used[position]
      let data = FontData.subset(of: resources[index], glyphs: usage.glyphs(of: index))
      made.withLock { $0[index] = data }
    }
    return made.withLock { $0 }
  }

  private init(
    _ resources: [FaceResource], open: (Int) throws(RenderingError) -> Face?
  ) throws(RenderingError) {
    var faces: [Face?] = []
    for index in resources.indices { faces.append(try open(index)) }
    self.faces = faces
    self.resources = resources
  }

  func face(_ id: FaceID) throws(RenderingError) -> Face {
    let index = Int(id.index)
    guard faces.indices.contains(index) else { throw .face(path: "", index: index) }
    guard let face = faces[index] else {
      throw .face(path: resources[index].path, index: resources[index].index)
    }
    return face
  }
}
