import Drawing

extension FaceResource {
  /// The family with what may stand in for it where it is not installed, its weight and slope.
  var fontAttributes: XMLText {
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
