package import Drawing
import Synchronization

/// The faces of some pictures, as SVG names them.
package final class SVGFaces: Sendable {
  private let faces: [FaceResource]
  /// The attributes of the faces that were shown, by index.
  private let known: Mutex<[XMLText?]>

  package init(_ faces: [FaceResource]) {
    self.faces = faces
    known = Mutex(Array(repeating: nil, count: faces.count))
  }

  /// Nil for a face that is not among them.
  func attributes(of face: FaceID) -> XMLText? {
    let index = Int(face.index)
    guard faces.indices.contains(index) else { return nil }
    return known.withLock { known in
      if let attributes = known[index] { return attributes }
      let attributes = faces[index].fontAttributes
      known[index] = attributes
      return attributes
    }
  }
}

extension FaceResource {
  /// The family with what may stand in for it where it is not installed, its weight and slope.
  fileprivate var fontAttributes: XMLText {
    let names = ([family] + fallbackFamilies).map { name in
      name.utf8.contains(UInt8(ascii: " ")) ? "'\(name)'" : name
    }
    var attributes = XMLText()
    attributes.attribute("font-family", names.joined(separator: ", "))
    attributes.attribute("font-weight", String(weight))
    if isItalic { attributes.attribute("font-style", "italic") }
    return attributes
  }

  private var fallbackFamilies: [String] {
    let words = family.lowercased().split(separator: " ")
    func has(_ stems: String...) -> Bool {
      words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
    if has("mono") { return ["monospace"] }
    let isSerif = has("serif", "song", "ming")
    guard has("cjk") || words.starts(with: ["source", "han"]) else {
      return [isSerif ? "serif" : "sans-serif"]
    }
    return isSerif
      ? ["Source Han Serif SC", "Songti SC", "SimSun", "serif"]
      : ["Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]
  }
}
