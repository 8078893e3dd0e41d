internal import Diagnostics
internal import Drawing

/// What `check --figures` prints: every number of a report, for people or for machines.
struct FigureList {
  let numbers: [NumberEntry]
  let document: PagedDocument
  let map: SourceMap
  /// What file names are shown below.
  let folder: String

  /// An aligned table with a head.
  var table: String {
    let head = ["figure", "value", "text", "page", "place", "source"]
    return alignColumns([head] + numbers.map(row), numeric: [1])
  }

  /// One JSON object a line, as in the manifest.
  var lines: String {
    numbers.map { $0.json(on: document, map).text() + "\n" }.joined()
  }

  private func row(_ number: NumberEntry) -> [String] {
    [
      number.name, number.value.summary + (number.unit.isEmpty ? "" : " \(number.unit)"),
      number.text,
      number.pages(of: document).joined(separator: ","),
      map.place(of: number.span, below: folder) ?? "", number.origin,
    ]
  }
}

extension NumberEntry {
  /// Labels of the pages that show the number, each once; the number of a page without a label.
  func pages(of document: PagedDocument) -> [String] {
    var pages: [Int] = []
    for place in places where pages.last != place.page { pages.append(place.page) }
    return pages.map { page in
      let label = document.pages[page].label.text
      return label.isEmpty ? "#\(page + 1)" : label
    }
  }

  /// Where the value comes from in a few words: the derivation, the row of a file, or the query.
  var origin: String {
    if figure != nil, let derivation { return derivation }
    let place = sources.map(\.place).joined(separator: ", ")
    if let derivation { return "\(derivation) of \(place)" }
    guard let query, sources.allSatisfy({ !$0.isExact }) else { return place }
    let words = query.split { $0.isWhitespace }.joined(separator: " ")
    return place + (place.isEmpty ? "" : ": ") + words
  }
}

extension NumberEntry.Source {
  var isExact: Bool { row != nil || line != nil }

  /// `data/trade.csv:4`, or `data/trade.sqlite row 4` where there are no lines.
  var place: String {
    file + (line.map { ":\($0)" } ?? row.map { " row \($0)" } ?? "")
  }
}
