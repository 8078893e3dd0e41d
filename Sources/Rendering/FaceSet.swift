import Drawing

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
    try self.init(resources) { index throws(RenderingError) in
      guard usage.isUsed(face: index) else { return nil }
      let resource = resources[index]
      guard let data = FontData.subset(of: resource, glyphs: usage.glyphs(of: index)) else {
        return try Face(resource)
      }
      return try Face(data, for: resource)
    }
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
