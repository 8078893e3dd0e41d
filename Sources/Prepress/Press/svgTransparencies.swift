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
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let tag = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    if let cause = transparency(of: tag) {
      let name = tag.prefix { $0.isLetter || $0 == ":" }
      found.append((line, "<\(name) \(cause)>"))
    }
    line += bytes[index..<end].count { $0 == 0x0A }
    index = end
  }
  return found
}

private let opacities = ["opacity", "fill-opacity", "stroke-opacity", "stop-opacity"]
private let effects = ["mask", "filter", "mix-blend-mode"]

/// The first attribute or property of a tag that makes it transparent.
private func transparency(of tag: String) -> String? {
  guard tag.first?.isLetter ?? false else { return nil }
  for (name, value) in properties(of: tag) {
    if opacities.contains(name), isBelowOne(value) { return "\(name)=\"\(value)\"" }
    if effects.contains(name), value != "none", value != "normal" { return "\(name)=\"\(value)\"" }
  }
  return nil
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
    for declaration in value.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { properties.append((parts[0].trimmed, parts[1].trimmed)) }
    }
  }
  return properties
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
