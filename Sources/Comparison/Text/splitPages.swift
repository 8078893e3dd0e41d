internal import Prepress

/// Splits the text of a file into pages at form feeds and into paragraphs at empty lines.
///
/// Folios on the first or the last line are left out: they change when a page moves.
func splitPages(_ text: String) -> [[DocumentContent.Paragraph]] {
  var pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
  if pages.last?.isEmpty ?? false { pages.removeLast() }
  let sheets = pages.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  let folios = FolioSeries(sheets)
  return sheets.enumerated().map { page, lines in
    var lines = lines
    let outermost = [lines.firstIndex { !$0.isBlank }, lines.lastIndex { !$0.isBlank }]
    for index in outermost.compactMap({ $0 }) where folios.holds(lines[index], on: page) {
      lines[index] = ""
    }
    return lines.split(whereSeparator: \.isBlank).map { lines in
      DocumentContent.Paragraph(role: "", page: page, text: lines.joined(separator: "\n"))
    }
  }
}

/// Numbers alone on the first or the last line that count the pages.
///
/// Other such numbers are content: a year in the head of each page, the last row of a table.
private struct FolioSeries {
  /// How many pages have a number that is so much above their place in the file.
  private var counts: [Int: Int] = [:]

  init(_ pages: [[Substring]]) {
    for (page, lines) in pages.enumerated() {
      let outermost = [lines.first { !$0.isBlank }, lines.last { !$0.isBlank }]
      let numbers = outermost.compactMap { $0.flatMap(folioNumber) }
      for offset in Set(numbers.map { $0 - page }) { counts[offset, default: 0] += 1 }
    }
  }

  /// Whether a line is the page's own number, as it is in the file or in step with another page.
  func holds(_ line: Substring, on page: Int) -> Bool {
    guard let number = folioNumber(line) else { return false }
    return number == page + 1 || counts[number - page, default: 0] > 1
  }
}

/// `12`, `– 12 –`, `xii`.
private func folioNumber(_ line: Substring) -> Int? {
  let marks = line.drop(while: \.isFolioMark).reversed().drop(while: \.isFolioMark).reversed()
  guard (1...6).contains(marks.count) else { return nil }
  return decimalNumber(marks) ?? romanNumber(marks)
}

private func decimalNumber(_ marks: some Sequence<Character>) -> Int? {
  var number = 0
  for mark in marks {
    guard let digit = mark.wholeNumberValue, digit < 10 else { return nil }
    number = number * 10 + digit
  }
  return number
}

private func romanNumber(_ marks: some Sequence<Character>) -> Int? {
  let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
  var (number, last) = (0, 0)
  for mark in marks {
    guard let value = values[mark] else { return nil }
    // A smaller one before a larger one is taken from it.
    number += value > last ? value - 2 * last : value
    last = value
  }
  return number
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Character {
  fileprivate var isFolioMark: Bool { isWhitespace || "-–—·".contains(self) }
}
