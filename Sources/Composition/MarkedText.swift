/// A piece of a cell's text, or a mark `[^key]` in it.
package enum MarkedText {
  case text(Substring)
  case mark(String)

  /// Divides a text at its marks.
  package static func pieces(of text: String) -> [MarkedText] {
    var pieces: [MarkedText] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "[^"),
      let close = rest[open.upperBound...].firstIndex(of: "]")
    {
      if open.lowerBound > rest.startIndex { pieces.append(.text(rest[..<open.lowerBound])) }
      pieces.append(.mark(String(rest[open.upperBound..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }
}
