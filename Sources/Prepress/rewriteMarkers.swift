import Drawing

/// Names artifacts as such in the content of a page.
///
/// Cairo knows no artifacts: they are painted as `/NonStruct << /MCID 3 >> BDC`, which becomes
/// `/Artifact <</Type/Layout>> BDC`. Everything else stays byte by byte.
///
/// - Parameters:
///   - content: the decoded content of the page.
///   - nodes: the node of each marker that was drawn on the page.
/// - Returns: the content, and how many markers it holds.
func rewriteMarkers(_ content: [UInt8], nodes: [StructureNodeID]) -> (content: [UInt8], found: Int)
{
  var scanner = MarkerScanner(content)
  var rewritten: [UInt8] = []
  rewritten.reserveCapacity(content.count + nodes.count * 32)
  var copied = 0
  var found = 0
  while let marker = scanner.next() {
    if marker.identifier == found, nodes.indices.contains(found), nodes[found].isArtifact {
      rewritten += content[copied..<marker.range.lowerBound]
      rewritten += artifactOperator(nodes[found])
      copied = marker.range.upperBound
    }
    found += 1
  }
  rewritten += content[copied...]
  return (rewritten, found)
}

/// ISO 32000-1, 14.8.2.2.2; the subtypes are those of 1.7.
private func artifactOperator(_ kind: StructureNodeID) -> [UInt8] {
  switch kind {
  case .header: Array("/Artifact<</Type/Pagination/Subtype/Header>>BDC".utf8)
  case .footer: Array("/Artifact<</Type/Pagination/Subtype/Footer>>BDC".utf8)
  default: Array("/Artifact<</Type/Layout>>BDC".utf8)
  }
}

/// Finds Cairo's markers in a content stream, past strings that look like them.
private struct MarkerScanner {
  struct Marker {
    var identifier: Int
    /// From the tag to the operator.
    var range: Range<Int>
  }

  private let content: [UInt8]
  private var offset = 0

  init(_ content: [UInt8]) { self.content = content }

  mutating func next() -> Marker? {
    while offset < content.count {
      switch content[offset] {
      case UInt8(ascii: "("): skipLiteralString()
      case UInt8(ascii: "<"): skipHexadecimalString()
      case UInt8(ascii: "/"):
        if let marker = marker() {
          offset = marker.range.upperBound
          return marker
        }
        offset += 1
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func skipLiteralString() {
    var depth = 0
    while offset < content.count {
      switch content[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      offset += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipHexadecimalString() {
    offset += 1
    if offset < content.count, content[offset] == UInt8(ascii: "<") {
      offset += 1
      return
    }
    while offset < content.count, content[offset] != UInt8(ascii: ">") { offset += 1 }
  }

  /// `/Span << /MCID 3 >> BDC` at the offset.
  private func marker() -> Marker? {
    var position = offset
    guard skip("/NonStruct", at: &position) || skip("/Span", at: &position),
      skip(" << /MCID ", at: &position)
    else { return nil }
    var identifier = 0
    while position < content.count, (0x30...0x39).contains(content[position]), identifier < 1 << 40
    {
      identifier = identifier * 10 + Int(content[position] - 0x30)
      position += 1
    }
    guard skip(" >> BDC", at: &position) else { return nil }
    return Marker(identifier: identifier, range: offset..<position)
  }

  private func skip(_ text: String, at position: inout Int) -> Bool {
    guard content[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }
}
