/// The first address in an SVG that leads outside it; nil when it is self-contained.
///
/// librsvg refuses such references too, but silently: the picture would lack a part and nobody
/// would know. Links of `a` elements are only followed by people and may lead anywhere.
func externalReference(in bytes: [UInt8]) -> String? {
  var scanner = SVGReferenceScanner(bytes)
  return scanner.firstExternal()
}

private struct SVGReferenceScanner {
  private let bytes: [UInt8]
  private var offset = 0
  /// Where the tag that the scanner is in begins; nil in text.
  private var tagStart: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func firstExternal() -> String? {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"):
        if skipComment() { continue }
        if let found = declaration() { return found }
        tagStart = offset
      case UInt8(ascii: ">"): tagStart = nil
      case UInt8(ascii: "h"): if let found = hyperlink() { return found }
      case UInt8(ascii: "u"): if let found = functionalAddress() { return found }
      case UInt8(ascii: "@"): if matches("@import") { return address(from: offset + 7) }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private mutating func skipComment() -> Bool {
    guard matches("<!--") else { return false }
    offset += 4
    while offset < bytes.count, !matches("-->") { offset += 1 }
    return true
  }

  /// An external entity, style sheet or inclusion.
  private func declaration() -> String? {
    if matches("<?xml-stylesheet") { return "xml-stylesheet" }
    guard matches("<!ENTITY") else { return nil }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    return text.contains("SYSTEM") || text.contains("PUBLIC") ? text : nil
  }

  private func hyperlink() -> String? {
    guard matches("href"), let tagStart, !isLink(tagStart) else { return nil }
    var start = offset + 4
    skipSpace(&start)
    guard start < bytes.count, bytes[start] == UInt8(ascii: "=") else { return nil }
    return external(address(from: start + 1))
  }

  private func functionalAddress() -> String? {
    matches("url(") ? external(address(from: offset + 4)) : nil
  }

  private func isLink(_ tagStart: Int) -> Bool {
    let name = bytes[(tagStart + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return name == [UInt8(ascii: "a")] || name.suffix(2) == [UInt8(ascii: ":"), UInt8(ascii: "a")]
  }

  private func external(_ address: String) -> String? {
    address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:") ? nil : address
  }

  /// The text up to the quote, bracket or space that ends it.
  private func address(from start: Int) -> String {
    var start = start
    skipSpace(&start)
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    while start < bytes.count, quotes.contains(bytes[start]) || bytes[start] == 0x20 { start += 1 }
    let ends: Set<UInt8> = quotes.union([UInt8(ascii: ")"), UInt8(ascii: ">"), 0x20, 0x0A])
    let text = bytes[min(start, bytes.count)...].prefix(200).prefix { !ends.contains($0) }
    return String(decoding: text, as: UTF8.self)
  }

  private func skipSpace(_ index: inout Int) {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private func matches(_ text: String) -> Bool {
    bytes[min(offset, bytes.count)...].starts(with: text.utf8)
  }
}
