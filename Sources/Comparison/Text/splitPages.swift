internal import Prepress

/// Splits the text of a file into pages at form feeds and into paragraphs at empty lines.
///
/// Folios, numbers alone on the first or the last line, are left out: they change when a page moves.
func splitPages(_ text: String) -> [[DocumentContent.Paragraph]] {
  var pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
  if pages.last?.isEmpty ?? false { pages.removeLast() }
  return pages.enumerated().map { number, page in
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    dropFolio(&lines, at: lines.firstIndex { !$0.isBlank })
    dropFolio(&lines, at: lines.lastIndex { !$0.isBlank })
    return lines.split(whereSeparator: \.isBlank).map { lines in
      DocumentContent.Paragraph(role: "", page: number, text: lines.joined(separator: "\n"))
    }
  }
}

private func dropFolio(_ lines: inout [Substring], at index: Int?) {
  guard let index else { return }
  let marks = lines[index].filter { !$0.isWhitespace }
  if marks.allSatisfy({ $0.isNumber || "-–—·".contains($0) || "ivxlc".contains($0) }) {
    lines.remove(at: index)
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
