package import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet

extension DiagnosticCode {
  package static let noteLost = DiagnosticCode(
    "composition.note-lost",
    "A note, or its mark, was not printed: it is empty, or its mark stands where none can be shown."
  )
  package static let noteApart = DiagnosticCode(
    "composition.note-apart", "A note does not begin on the page of its mark.")
  package static let noteNumber = DiagnosticCode(
    "composition.note-number",
    "The printed numbers of notes do not agree with their marks, or are not stable by page.")
  package static let noteElsewhere = DiagnosticCode(
    "composition.note-elsewhere",
    "A mark repeats a note of another page or chapter, whose number means another note here.")
}

/// Proves from the finished pages that every mark has its note on its page, and every note its mark:
/// it reads what was drawn and knows nothing of how pages were made.
func proveNotes(
  _ places: [NotePlace], on pages: [Page], _ settled: SettledText
) -> [Diagnostic] {
  guard !places.isEmpty || !settled.text.input.report.footnotes.isEmpty else { return [] }
  var proof = NoteProof(settled)
  let drawn = readMarks(places, on: pages, nodes: settled.collector.structure.nodes.count)
  for mark in drawn { proof.add(mark) }
  return proof.findings(places)
}

/// A mark or a note's label as it stands on a page.
private struct DrawnMark {
  var place: NotePlace
  var page: Int
  var text: String
}

/// What the pages show of the nodes that marks and labels are, in the order of drawing.
private func readMarks(_ places: [NotePlace], on pages: [Page], nodes: Int) -> [DrawnMark] {
  var index = [Int32](repeating: -1, count: nodes)
  for (number, place) in places.enumerated() { index[Int(place.node.index)] = Int32(number) }
  var drawn: [DrawnMark] = []
  for (page, list) in pages.lazy.map(\.list).enumerated() {
    for item in list.items where !item.node.isArtifact && index[Int(item.node.index)] >= 0 {
      guard case .glyphs(let run) = item.content else { continue }
      // A run carries the word space after it.
      let text = String(decoding: list.text[run.text].filter { $0 != 0x20 }, as: UTF8.self)
      let place = places[Int(index[Int(item.node.index)])]
      if let last = drawn.last, last.place.node == place.node, last.page == page {
        drawn[drawn.count - 1].text += text
      } else {
        drawn.append(DrawnMark(place: place, page: page, text: text))
      }
    }
  }
  return drawn
}

/// The account of marks and notes.
private struct NoteProof {
  let settled: SettledText
  let report: Report
  var marks: [[DrawnMark]]
  var labels: [[DrawnMark]]
  var repeats: [DrawnMark] = []

  init(_ settled: SettledText) {
    self.settled = settled
    report = settled.text.input.report
    marks = Array(repeating: [], count: report.footnotes.count)
    labels = marks
  }

  mutating func add(_ drawn: DrawnMark) {
    switch drawn.place.kind {
    case .mark: marks[drawn.place.note].append(drawn)
    case .label: labels[drawn.place.note].append(drawn)
    case .repeated: repeats.append(drawn)
    }
  }

  func findings(_ places: [NotePlace]) -> [Diagnostic] {
    var findings = report.footnotes.indices.compactMap(finding)
    let printed = lineCounts()
    for note in report.footnotes.indices where printed[note] != settled.text.lineCount(of: note) {
      findings.append(lost(note, "is not printed whole"))
    }
    findings += repeats.compactMap(finding)
    return findings + unstable()
  }

  private func finding(note: Int) -> Diagnostic? {
    guard marks[note].count == 1, let mark = marks[note].first else {
      return lost(note, "has \(marks[note].count) marks on the pages")
    }
    guard labels[note].count == 1, let label = labels[note].first else {
      return lost(note, labels[note].isEmpty ? "is not printed" : "is printed twice")
    }
    guard mark.page == label.page else {
      return Diagnostic(
        .noteApart,
        "note “\(report.footnotes[note].id.value)” stands on sheet \(label.page + 1), "
          + "its mark on sheet \(mark.page + 1)", at: mark.place.span,
        hints: ["divide the paragraph, so that its notes have room"])
    }
    guard mark.text == label.text else {
      return Diagnostic(
        .noteNumber, "the note's mark is “\(mark.text)”, its label “\(label.text)”",
        at: mark.place.span)
    }
    return nil
  }

  private func lost(_ note: Int, _ what: String) -> Diagnostic {
    Diagnostic(
      .noteLost, "note “\(report.footnotes[note].id.value)” \(what)",
      at: report.footnotes[note].span,
      hints: ["move its mark into running text, a cell or a caption"])
  }

  /// Lines of each note that the plan gives to pages, as far as they follow one another.
  private func lineCounts() -> [Int] {
    var counts = Array(repeating: 0, count: report.footnotes.count)
    for piece in settled.planned.lazy.flatMap(\.allPages).flatMap(\.notes)
    where piece.lines.lowerBound == counts[piece.note] {
      counts[piece.note] = piece.lines.upperBound
    }
    return counts
  }

  // MARK: Numbers that begin again

  private var numbering: NoteConventions.Numbering {
    settled.text.input.stylesheet.notes.conventions.numbering
  }

  private func finding(_ mark: DrawnMark) -> Diagnostic? {
    guard let note = labels[mark.place.note].first else { return nil }
    let isHere =
      switch numbering {
      case .document: true
      case .chapter: part(of: mark.place.node) == part(of: note.place.node)
      case .page: mark.page == note.page
      }
    guard !isHere else { return nil }
    return Diagnostic(
      .noteElsewhere,
      "the mark “\(mark.text)” repeats a note of another \(numbering.rawValue)",
      at: mark.place.span,
      hints: ["write the note again under an id of its own, or number by document"])
  }

  private func part(of node: StructureNodeID) -> StructureNodeID? {
    let structure = settled.collector.structure
    var node: StructureNodeID? = node
    while let own = node, structure[own].role != .part { node = structure[own].parent }
    return node
  }

  /// The first page on which the numbers are not one, two, three: the rounds have not settled them.
  private func unstable() -> [Diagnostic] {
    guard numbering == .page else { return [] }
    var counts: [Int: Int] = [:]
    let printed = settled.text.marks
    for note in report.footnotes.indices {
      guard let label = labels[note].first else { continue }
      counts[label.page, default: 0] += 1
      guard printed.numbers[note] != counts[label.page] else { continue }
      return [
        Diagnostic(
          .noteNumber, "the notes of sheet \(label.page + 1) could not be numbered by page",
          at: report.footnotes[note].span, hints: ["number by chapter, or take circled marks"])
      ]
    }
    return []
  }
}

extension ComposedText {
  fileprivate func lineCount(of note: Int) -> Int {
    notes[note].reduce(0) { $0 + results[$1.job].text.lines.count }
  }
}
