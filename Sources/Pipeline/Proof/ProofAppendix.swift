internal import Diagnostics
internal import Drawing
internal import Figures
internal import Foundation
internal import Stylesheet

/// The appendix of a proof as a manuscript: a paragraph for each number and for each file, with the
/// stretches that others lead to, or that lead elsewhere.
///
/// Paragraphs and not tables, because ids, paths and checksums have few places where a line may end.
struct ProofAppendix {
  /// A stretch of the text by its bytes.
  struct Anchor {
    var range: Range<Int>
    /// Name of the place that it leads to; nil for one that is led to.
    var target: String?
    /// Name of its own place, for what leads to it.
    var name: String?
    /// What a screen reader announces.
    var contents: String
  }

  /// One paragraph: a figure, or one cell or label, with all of the numbers that print it.
  struct Entry {
    var number: NumberEntry
    var members: [Int]
  }

  private(set) var text = ""
  private(set) var anchors: [Anchor] = []
  /// The entry of each number.
  let entryOfNumber: [Int]
  private let numbers: [NumberEntry]
  private let document: PagedDocument
  private let words: Words
  /// Keeps a value with its unit in one direction among words of the other (UAX #9, 2.6).
  private let mark: String

  init(_ numbers: [NumberEntry], on document: PagedDocument, _ compilation: Compilation) {
    self.numbers = numbers
    self.document = document
    words = compilation.layout.stylesheet.words(in: compilation.language)
    mark = compilation.language.isRightToLeft ? "\u{200E}" : ""
    let entries: [Entry]
    (entries, entryOfNumber) = groupNumbers(numbers)
    text = "# \(escaped(words.proof))\n\n"
    for (index, entry) in entries.enumerated() { add(entry, index) }
    for operand in unprintedOperands(entries.map(\.number), compilation) { add(operand) }
    addFiles(entries.map(\.number))
  }

  /// Name of an entry's place, and of the first place on a page where a number is printed.
  static func name(ofEntry index: Int) -> String { "proof:entry-\(index)" }
  static func name(ofNumber index: Int, page: Int) -> String { "proof:number-\(index)-\(page)" }
}

// MARK: Paragraphs

extension ProofAppendix {
  /// `id value  In print: texts  Pages: pages`, and the source on a line of its own.
  private mutating func add(_ entry: Entry, _ index: Int) {
    var texts: [String] = []
    for member in entry.members where !texts.contains(numbers[member].text) {
      texts.append(numbers[member].text)
    }
    text += "**"
    addAnchor(entry.number.name, name: ProofAppendix.name(ofEntry: index))
    text += "** " + value(of: entry.number) + separator + escaped(words.proofPrint)
    text += escaped(texts.joined(separator: words.pageSeparator)) + separator
    text += escaped(words.proofPages)
    addPages(of: entry)
    addSource(of: entry.number)
  }

  private mutating func add(_ operand: NumberEntry) {
    text += "**\(escaped(operand.name))** \(value(of: operand))"
    addSource(of: operand)
  }

  private mutating func addSource(of number: NumberEntry) {
    text += "\\\n" + escaped(words.source) + escaped(number.origin)
    if let provider = number.provider { text += separator + escaped(provider) }
    text += "\n\n"
  }

  private func value(of number: NumberEntry) -> String {
    escaped(number.value.summary + (number.unit.isEmpty ? "" : " \(number.unit)") + mark)
  }

  private var separator: String { words.titleSeparator }

  /// Page numbers, each a link to the first number of the entry on that page.
  private mutating func addPages(of entry: Entry) {
    var pages: [(page: Int, number: Int)] = []
    for index in entry.members {
      for place in numbers[index].places where !pages.contains(where: { $0.page == place.page }) {
        pages.append((place.page, index))
      }
    }
    for (position, place) in pages.sorted(by: { $0.page < $1.page }).enumerated() {
      if position > 0 { text += escaped(words.pageSeparator) }
      let label = document.pages[place.page].label.text
      addAnchor(
        label.isEmpty ? "#\(place.page + 1)" : label,
        target: ProofAppendix.name(ofNumber: place.number, page: place.page))
    }
  }

  private mutating func addAnchor(_ shown: String, target: String? = nil, name: String? = nil) {
    // Page numbers look as references do, and so do links to them.
    if target != nil { text += "[" }
    let start = text.utf8.count
    text += escaped(shown)
    let contents = target == nil ? shown : words.proofPages + shown
    anchors.append(
      Anchor(range: start..<text.utf8.count, target: target, name: name, contents: contents))
    if target != nil { text += "]{.reference}" }
  }

  private mutating func addFiles(_ numbers: [NumberEntry]) {
    var files: [NumberEntry.Source] = []
    for source in numbers.flatMap(\.sources)
    where !files.contains(where: { $0.file == source.file }) {
      files.append(source)
    }
    guard !files.isEmpty else { return }
    text += "## \(escaped(words.proofFiles))\n\n"
    for source in files.sorted(by: { $0.file < $1.file }) {
      text += "**\(escaped(source.file))**"
      if let checksum = source.sha256 { text += separator + "SHA-256 " + groups(of: checksum) }
      text += "\n\n"
    }
  }
}

/// Numbers of one figure together, cells and labels each by itself, in their order.
private func groupNumbers(
  _ numbers: [NumberEntry]
) -> (entries: [ProofAppendix.Entry], entryOfNumber: [Int]) {
  var entries: [ProofAppendix.Entry] = []
  var known: [String: Int] = [:]
  let indices = numbers.enumerated().map { index, number in
    if let figure = number.figure, let entry = known[figure] {
      entries[entry].members.append(index)
      return entry
    }
    if let figure = number.figure { known[figure] = entries.count }
    entries.append(ProofAppendix.Entry(number: number, members: [index]))
    return entries.count - 1
  }
  return (entries, indices)
}

/// Figures that printed ones are derived from, through any number of steps, and that are printed
/// nowhere.
private func unprintedOperands(
  _ printed: [NumberEntry], _ compilation: Compilation
) -> [NumberEntry] {
  var known = Set(printed.compactMap(\.figure))
  var pending = printed.flatMap(\.operands)[...]
  var found: [PrintedNumber] = []
  while let id = pending.popFirst() {
    guard known.insert(id).inserted, let figure = compilation.data.figure(id) else { continue }
    if case .derivation(_, let operands) = figure.origin { pending += operands }
    found.append(
      compilation.data.print(id, language: compilation.language, at: .none).value)
  }
  return describeNumbers(found, compilation)
}

/// A checksum in groups, between which a line may end.
private func groups(of checksum: String) -> String {
  var parts: [Substring] = []
  var rest = checksum[...]
  while !rest.isEmpty {
    parts.append(rest.prefix(8))
    rest = rest.dropFirst(8)
  }
  return parts.joined(separator: " ")
}

/// The text as Markdown that reads as nothing but itself (CommonMark 0.31, 2.4).
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace, scalar.isASCII {
      result += " "
      continue
    }
    if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) {
      result += "\\"
    }
    result.unicodeScalars.append(scalar)
  }
  return result
}
