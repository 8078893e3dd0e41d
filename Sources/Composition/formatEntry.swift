internal import Manuscript
internal import Stylesheet

/// A piece of an entry in the list of references.
enum EntryPiece: Equatable, Sendable {
  case text(String)
  /// What no line end divides.
  case whole(String)
  /// What no line end parts from the text before it either: the mark of the kind.
  case mark(String)
  /// An address as it is printed and as it is followed.
  case address(String, uri: String)
}

/// An entry as GB/T 7714—2015 prints it: its areas, each ended by a point (chapter 4 and 7).
func formatEntry(_ entry: BibliographyEntry, _ words: Words) -> [EntryPiece] {
  var areas: [[EntryPiece]] = []
  if !entry.authors.isEmpty { areas.append([.text(authors(of: entry, words))]) }
  areas.append(title(of: entry))
  if !entry.kind.isSerial { areas += [host(of: entry)].compactMap(\.self) }
  if let edition = entry[.edition] { areas.append([.text(edition)]) }
  areas.append(publication(of: entry))
  if let url = entry[.url] { areas.append([.address(url, uri: url)]) }
  if let doi = entry[.doi] {
    areas.append([.whole("DOI: "), .address(doi, uri: "https://doi.org/" + doi)])
  }
  return joined(areas.filter { !$0.isEmpty })
}

/// Up to three authors; of more the first three and 等 or its like in the entry's language (8.1.2).
private func authors(of entry: BibliographyEntry, _ words: Words) -> String {
  var names = entry.authors.prefix(3).map(\.printed)
  if entry.authors.count > 3 { names.append(words.others) }
  return names.joined(separator: ", ")
}

/// The title as in `题名: 编号[R/OL]. 其他责任者`.
private func title(of entry: BibliographyEntry) -> [EntryPiece] {
  let title = (entry[.title] ?? "") + (entry[.number] == nil ? "" : ": ")
  let carrier = entry[.url] == nil ? "" : "/OL"
  let after = entry[.contributors].map { ". " + $0 } ?? ""
  return [
    .text(title), .whole(entry[.number] ?? ""), .mark("[\(entry.kind.mark)\(carrier)]"),
    .text(after),
  ]
}

/// What holds a contribution: `//责任者. 题名` follows the contribution without a point.
private func host(of entry: BibliographyEntry) -> [EntryPiece]? {
  guard let container = entry[.container] else { return nil }
  let title = [entry[.containerAuthor], container].compactMap(\.self).joined(separator: ". ")
  return [.text("//" + title)]
}

private func publication(of entry: BibliographyEntry) -> [EntryPiece] {
  let accessed = EntryPiece.whole(entry[.accessed].map { "[\($0)]" } ?? "")
  let pages = entry[.pages]?.replacing(/\s*[-–—]+\s*/, with: "-")
  let container = [entry[.container]].compactMap(\.self)
  switch entry.kind {
  case .journal: return [.text(listed(container + [issue(of: entry)], pages)), accessed]
  case .newspaper:
    let page = entry[.pages].map { "(\($0))" } ?? ""
    return [.text(listed(container + [(entry[.date] ?? "") + page], nil)), accessed]
  case .patent: return [.whole(entry[.date] ?? ""), accessed]
  default: break
  }
  let publisher = [entry[.place], entry[.publisher]].compactMap(\.self).joined(separator: ": ")
  if publisher.isEmpty, pages == nil, entry[.url] != nil, let date = entry[.year] ?? entry[.date] {
    // What has no publisher is dated to the day (4.6.1).
    return [.whole("(\(date))"), accessed]
  }
  return [.text(listed([publisher, entry.year], pages)), accessed]
}

/// Publisher or journal, time and pages, as in `出版者, 年: 页码`.
private func listed(_ parts: [String], _ pages: String?) -> String {
  let list = parts.filter { !$0.isEmpty }.joined(separator: ", ")
  return [list, pages ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
}

/// `2012, 52(11)`; a journal without volumes has `2012(11)`.
private func issue(of entry: BibliographyEntry) -> String {
  let volume = entry[.volume].map { ", " + $0 } ?? ""
  return entry.year + volume + (entry[.issue].map { "(\($0))" } ?? "")
}

/// Areas with points between them, none after another point.
private func joined(_ areas: [[EntryPiece]]) -> [EntryPiece] {
  var pieces: [EntryPiece] = []
  for (index, area) in areas.enumerated() {
    pieces += area.filter { $0.string != "" }
    let isLast = index == areas.count - 1
    if !isLast, areas[index + 1].first?.string.hasPrefix("//") == true { continue }
    let end = pieces.last?.isText == true && pieces.last?.string.hasSuffix(".") == true ? "" : "."
    pieces.append(.text(isLast ? end : end + " "))
  }
  return pieces.filter { $0.string != "" }
}

extension EntryPiece {
  var string: String {
    switch self {
    case .text(let string), .whole(let string), .mark(let string), .address(let string, _): string
    }
  }

  fileprivate var isText: Bool { if case .address = self { false } else { true } }
}

extension EntryKind {
  /// Whether the container is part of where it was published, not a book with a place of its own.
  fileprivate var isSerial: Bool { self == .journal || self == .newspaper }
}

extension BibliographyEntry {
  fileprivate var year: String { self[.year] ?? self[.date].map { String($0.prefix(4)) } ?? "" }
}
