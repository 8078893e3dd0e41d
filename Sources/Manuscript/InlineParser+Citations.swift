internal import Diagnostics

/// Citations in Pandoc's syntax.
extension InlineParser {
  /// Reads `[@key]`, `[@key, p. 12-15]`, `[@a; @b]` at a bracket; false where there is none.
  ///
  /// Brackets of a link or of a span with attributes are not a citation's.
  mutating func citation() -> Bool {
    let start = at + 1
    guard isKey(at: start) else { return false }
    let end = bytes.skip(start..<bytes.count) { $0 != .leftBracket && $0 != .rightBracket }
    guard bytes.matches("]", at: end), !isContainer(at: end + 1) else { return false }
    var items: [Citation.Item] = []
    for piece in bytes[start..<end].split(separator: .semicolon, omittingEmptySubsequences: false) {
      if let item = item(piece.startIndex..<piece.endIndex) { items.append(item) }
    }
    add(.leaf(.citation(Citation(items: items, span: passage.span(at..<end + 1)))), to: end + 1)
    return true
  }

  /// Whether `@key` or `-@key` begins at an offset; what the author's name would be left out of is no
  /// matter where citations are numbers.
  private func isKey(at start: Int) -> Bool {
    let mark = bytes.matches("-", at: start) ? start + 1 : start
    return bytes.matches("@", at: mark) && mark + 1 < bytes.count
      && (bytes[mark + 1].isAlphanumeric || bytes[mark + 1] >= 0x80)
  }

  private func isContainer(at end: Int) -> Bool {
    bytes.matches("(", at: end) || bytes.matches("{", at: end) && !bytes.matches("{{", at: end)
  }

  private mutating func item(_ range: Range<Int>) -> Citation.Item? {
    let range = bytes.trimmed(range)
    guard isKey(at: range.lowerBound), range.count > 1 else {
      let span = passage.span(range.isEmpty ? at..<at + 1 : range)
      diagnostics.append(
        Diagnostic(.citationSyntax, "“\(bytes.text(range))” names no reference", at: span)
          .hinting("write [@key], [@key, 12-15] or [@one; @other]"))
      return nil
    }
    let start = range.lowerBound + (bytes[range.lowerBound] == .dash ? 2 : 1)
    let end = bytes.skip(start..<range.upperBound) { $0 != .comma && !$0.isWhitespace }
    let key = Spanned(bytes.text(start..<end), at: passage.span(start - 1..<end))
    return Citation.Item(key: key, pages: pages(end..<range.upperBound))
  }

  /// The pages of a citation; of what is no page the list of references has no way to tell (GB/T
  /// 7714—2015, 10.1.3).
  private mutating func pages(_ range: Range<Int>) -> String? {
    var locator = bytes.trimmed(range)
    if bytes.matches(",", at: locator.lowerBound) {
      locator = bytes.trimmed(locator.lowerBound + 1..<locator.upperBound)
    }
    guard !bytes.trimmed(range).isEmpty else { return nil }
    if let pages = printedPages(bytes.text(locator)) { return pages }
    let span = passage.span(locator.isEmpty ? range : locator)
    let isOther = bytes[locator].contains(.at)
    diagnostics.append(
      Diagnostic(.locator, "“\(bytes.text(locator))” names no pages", at: span)
        .hinting(
          isOther
            ? "semicolons part references: [@one; @other]" : "write [@key, 12] or [@key, p. 12-15]"
        ))
    return nil
  }
}

/// Pages as a citation prints them, `12-15,18`; nil for what names none.
func printedPages(_ text: String) -> String? {
  var rest = text[...]
  for prefix in ["pp.", "p.", "页", "第"] where rest.hasPrefix(prefix) {
    rest = rest.dropFirst(prefix.count)
    break
  }
  if rest.hasSuffix("页") { rest = rest.dropLast() }
  let ranges = rest.split(separator: ",", omittingEmptySubsequences: false).map(printedRange)
  guard ranges.allSatisfy({ $0 != nil }) else { return nil }
  return ranges.compactMap { $0 }.joined(separator: ",")
}

private func printedRange(_ text: Substring) -> String? {
  let ends = text.split(omittingEmptySubsequences: true) { "-–—~～".contains($0) }.map {
    $0.filter { !$0.isWhitespace }
  }
  let isRange = text.contains { "-–—~～".contains($0) }
  guard ends.count == (isRange ? 2 : 1), ends.allSatisfy(isPage) else { return nil }
  return ends.joined(separator: "-")
}

/// Whether a text is a page's number, Arabic or Roman, perhaps with a letter before it (`S12`).
private func isPage(_ text: String) -> Bool {
  guard !text.isEmpty else { return false }
  if text.allSatisfy({ "ivxlcdmIVXLCDM".contains($0) }) { return true }
  let digits = text.first?.isLetter == true ? text.dropFirst() : text[...]
  return !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit)
}
