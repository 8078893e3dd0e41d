package import Drawing

/// Whether a picture holds something that shines through, as far as its text tells.
package func hasTransparency(_ image: ImageResource) -> Bool {
  image.format == .svg && !svgTransparencies(in: image.bytes).isEmpty
}

/// What in an SVG picture shines through: elements with their lines, from 1.
///
/// Presentation attributes and `style` attributes are read; a style sheet is named as a whole.
func svgTransparencies(in bytes: [UInt8]) -> [(line: Int, element: String)] {
  var found: [(line: Int, element: String)] = []
  var line = 1
  var index = 0
  while index < bytes.count {
    if bytes[index] == 0x0A { line += 1 }
    guard bytes[index] == UInt8(ascii: "<") else {
      index += 1
      continue
    }
    var end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let tag = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    let name = tag.prefix { $0.isLetter || $0 == ":" }
    if let cause = transparency(of: tag) { found.append((line, "<\(name) \(cause)>")) }
    if name == "style" || name.hasSuffix(":style"), !tag.hasSuffix("/") {
      let sheet = bytes[end..<(bytes[end...].firstRange(of: closing)?.lowerBound ?? bytes.count)]
      if isTransparent(styleSheet: sheet) { found.append((line, "<\(name)>")) }
      end = sheet.endIndex
    }
    line += bytes[index..<end].count { $0 == 0x0A }
    index = end
  }
  return found
}

private let closing = Array("</".utf8)
private let opacities = ["opacity", "fill-opacity", "stroke-opacity", "stop-opacity"]
private let effects = ["mask", "filter", "mix-blend-mode"]

/// The first attribute or property of a tag that makes it transparent.
private func transparency(of tag: String) -> String? {
  guard tag.first?.isLetter ?? false else { return nil }
  return properties(of: tag).first(where: isTransparent).map { "\($0)=\"\($1)\"" }
}

/// Whether any rule asks for it, whatever it is for.
private func isTransparent(styleSheet bytes: ArraySlice<UInt8>) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  return text.split(whereSeparator: { "{}".contains($0) }).contains { block in
    declarations(block).contains(where: isTransparent)
  }
}

private func isTransparent(_ name: String, _ value: String) -> Bool {
  if effects.contains(name) { return value != "none" && value != "normal" }
  return opacities.contains(name) && isBelowOne(value)
}

private func isBelowOne(_ value: String) -> Bool {
  let isPercentage = value.hasSuffix("%")
  guard let number = Double(isPercentage ? value.dropLast() : value[...]) else { return false }
  return number < (isPercentage ? 100 : 1)
}

/// Attributes with their values, and the properties of a `style` attribute in its place.
private func properties(of tag: String) -> [(String, String)] {
  var properties: [(String, String)] = []
  var rest = tag[...]
  while let equals = rest.firstIndex(of: "=") {
    let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
    rest = rest[equals...].dropFirst().drop(while: \.isWhitespace)
    guard let quote = rest.popFirst(), quote == "\"" || quote == "'",
      let end = rest.firstIndex(of: quote)
    else { return properties }
    let value = rest[..<end]
    rest = rest[end...].dropFirst()
    guard name == "style" else {
      properties.append((String(name), String(value)))
      continue
    }
    properties += declarations(value)
  }
  return properties
}

/// Properties with their values, without a comment before the one and an `!important` behind the
/// other.
private func declarations(_ text: Substring) -> [(String, String)] {
  text.split(separator: ";").compactMap { declaration in
    let parts = declaration.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let name = parts[0].split(whereSeparator: \.isWhitespace).last,
      let value = parts[1].split(whereSeparator: \.isWhitespace).first
    else { return nil }
    return (name.lowercased(), String(value))
  }
}
