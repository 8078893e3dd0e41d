package import Diagnostics
internal import Manuscript
internal import Stylesheet
internal import Typography

/// What is printed for each footnote of a report, by its index.
struct NoteMarks: Sendable {
  var numbers: [Int]
  private let style: NoteConventions.Mark
  /// The last number that the notes' faces have in a circle; none may be missing before it.
  private let lastCircled: Int

  /// The marks before pages are known: numbers by page begin with one everywhere.
  init(_ input: CompositionInput) {
    let conventions = input.stylesheet.notes.conventions
    let count = input.report.footnotes.count
    numbers =
      switch conventions.numbering {
      case .document: Array(1...max(count, 1))
      case .chapter: numbersByChapter(input.report)
      case .page: Array(repeating: 1, count: count)
      }
    style = conventions.mark
    let role = input.stylesheet.paragraph("footnote").text.role
    lastCircled =
      style == .circled
      ? (1...50).prefix { input.fonts.covers(circled($0), role: role) }.last ?? 0 : 0
  }

  subscript(note: Int) -> String {
    let number = numbers[note]
    return switch style {
    case .arabic: String(number)
    case .bracketed: "[\(number)]"
    case .circled: isCircled(number) ? shown(circled(number)) : "(\(number))"
    }
  }

  /// Width of the widest mark in em with the space after it: figures and brackets take half an em or
  /// little more, circled figures a whole one.
  var inset: Double {
    guard let last = numbers.indices.max(by: { numbers[$0] < numbers[$1] }) else { return 0 }
    return isCircled(numbers[last]) ? 1.5 : 0.5 + 0.58 * Double(self[last].count)
  }

  /// What could not be circled; the rule for those is brackets.
  func findings(_ report: Report) -> [Diagnostic] {
    guard style == .circled,
      let first = report.footnotes.indices.first(where: { !isCircled(numbers[$0]) })
    else { return [] }
    return [
      Diagnostic(
        .noteMark,
        "no circled figure for note \(numbers[first]): it and those after it are printed in brackets",
        severity: .warning, at: report.footnotes[first].span,
        hints: ["number by page or by chapter, or write `mark: bracketed`"])
    ]
  }

  private func isCircled(_ number: Int) -> Bool { style == .circled && number <= lastCircled }

  private func shown(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
  }
}

/// Unicode has the circled numbers in three places.
private func circled(_ number: Int) -> UInt32 {
  let base: UInt32 =
    switch number {
    case ...20: 0x2460 - 1
    case ...35: 0x3251 - 21
    default: 0x32B1 - 36
    }
  return base + UInt32(number)
}

/// Numbers that begin again in every part; a note inside a note counts where the outer one is.
private func numbersByChapter(_ report: Report) -> [Int] {
  var parts: [String: Int] = [:]
  let visit = { (blocks: [Block], part: Int) in
    blocks.visitInlines { inline in
      guard case .footnoteReference(let mark) = inline, parts[mark.id] == nil else { return }
      parts[mark.id] = part
    }
  }
  for (index, part) in report.parts.enumerated() { visit(part.blocks, index) }
  var counts = Array(repeating: 0, count: report.parts.count + 1)
  return report.footnotes.map { note in
    let part = parts[note.id.value] ?? report.parts.count
    visit(note.blocks, part)
    counts[part] += 1
    return counts[part]
  }
}

extension DiagnosticCode {
  package static let noteMark = DiagnosticCode(
    "composition.note-mark",
    "A note's number has no circled figure in the layout's faces and is printed in brackets.")
}
