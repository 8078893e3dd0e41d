internal import Diagnostics
internal import Manuscript
internal import Stylesheet
internal import Typography

/// How a text refers to what has an id, such as 图 3 for a figure, by the id.
package func referenceTexts(_ input: CompositionInput) -> [String: String] {
  Numbering(input).references
}

/// The numbers of a report: headings, captions and notes, and how references to them read.
struct Numbering {
  /// Number of a heading or a captioned block by its place, such as `1.2` or `图 3`.
  var labels: [SourceSpan: String] = [:]
  /// How the number of a heading reads on the opener of its part.
  var openerLabels: [SourceSpan: String] = [:]
  /// Text of a reference by the id that it names.
  var references: [String: String] = [:]
  /// Index of a footnote by its id.
  var notes: [String: Int] = [:]

  /// Number of a reference of the bibliography by its id.
  var citations: [String: Int] = [:]

  /// Plain number of a numbered heading among those of its level, or of a captioned block.
  var ordinals: [SourceSpan: Int] = [:]

  private let sheet: Stylesheet
  private let bindings: [SourceSpan: String]
  private var counters = [Int](repeating: 0, count: 7)
  private var figures = 0
  private var tables = 0
  private var boxes = 0

  init(_ input: CompositionInput) {
    let report = input.report
    sheet = input.stylesheet
    bindings = input.bindings
    for (index, note) in report.footnotes.enumerated() { notes[note.id.value] = index }
    for (index, entry) in report.references.enumerated() { citations[entry.id.value] = index + 1 }
    for part in report.parts {
      let style = sheet.parts[part.role.value]
      let language = sheet.paragraph(style?.body ?? "body").text.language
      for block in part.blocks {
        number(block, isNumbered: style?.isNumbered ?? true, language: language)
      }
    }
  }

  private mutating func number(_ block: Block, isNumbered: Bool, language: String) {
    let words = sheet.words(in: language)
    switch block {
    case .heading(let heading): number(heading, isNumbered: isNumbered, language: language)
    case .picture, .chart:
      figures += 1
      label(block, words.figure + words.numberSeparator, figures)
    case .table(let table):
      guard !table.caption.isEmpty else { return }
      tables += 1
      label(block, words.table + words.numberSeparator, tables)
    case .dataTable:
      tables += 1
      label(block, words.table + words.numberSeparator, tables)
    case .division(let division) where division.attributes.hasClass("case"):
      boxes += 1
      label(block, words.box + words.numberSeparator, boxes)
    default: break
    }
    var inner = language
    if case .division(let division) = block {
      inner = sheet.language(of: division, in: language) ?? language
    }
    for child in block.children { number(child, isNumbered: isNumbered, language: inner) }
  }

  private mutating func label(_ block: Block, _ word: String, _ number: Int) {
    let text = word + String(number)
    ordinals[block.span] = number
    labels[block.span] = text
    if let id = block.id { references[id.value] = text }
  }

  private mutating func number(_ heading: Heading, isNumbered: Bool, language: String) {
    let title = heading.content.plainText(showing: bindings)
    let id = heading.attributes.id?.value
    guard isNumbered, heading.isNumbered, sheet.headings.indices.contains(heading.level - 1) else {
      if let id { references[id] = "“\(title)”" }
      return
    }
    counters[heading.level] += 1
    for deeper in heading.level + 1..<7 { counters[deeper] = 0 }
    let pattern = sheet.headings[heading.level - 1].pattern(in: language)
    let number = expand(pattern.number)
    labels[heading.span] = number
    ordinals[heading.span] = counters[heading.level]
    openerLabels[heading.span] = number.isEmpty ? "" : expand(pattern.label, number: number)
    if let id {
      references[id] =
        number.isEmpty ? "“\(title)”" : expand(pattern.reference, number: number)
    }
  }

  /// Fills `{1}` … `{6}` with the counters, `{1:han}` with Han numerals and `{number}`.
  private func expand(_ pattern: String, number: String = "") -> String {
    var text = ""
    var rest = pattern[...]
    while let close = rest.firstIndex(of: "}") {
      let open = rest[..<close].lastIndex(of: "{") ?? close
      let name = rest[open..<close].dropFirst()
      text += rest[..<open] + (value(of: name, number: number) ?? rest[open...close])
      rest = rest[close...].dropFirst()
    }
    return text + rest
  }

  private func value(of name: Substring, number: String) -> Substring? {
    if name == "number" { return number[...] }
    guard let level = Int(name.prefix(1)), (1...6).contains(level) else { return nil }
    switch name.dropFirst() {
    case "": return String(counters[level])[...]
    case ":han": return hanNumeral(counters[level])[...]
    default: return nil
    }
  }
}

extension Stylesheet {
  /// The language of what stands in a division: its own, or that of a style that it names; nil is
  /// that of its surroundings.
  func language(of division: Division, in outer: String) -> String? {
    if let language = division.attributes["lang"] { return language.value }
    let named = division.attributes.classes.compactMap { paragraphs[$0.value]?.text.language }
    return named.last { $0 != language && $0 != outer }
  }
}

/// A number up to 99 in Han numerals, as chapters and items are counted: 一, 十二, 二十.
func hanNumeral(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard (1...99).contains(number) else { return String(number) }
  let tens = number / 10
  return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}
