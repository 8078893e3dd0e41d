package import Diagnostics
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let notePlacement = DiagnosticCode(
    "composition.note-placement",
    "A note mark stands on the other side of a punctuation mark than the house wants (E6.1).")
}

/// Reports note marks that stand on the other side of a point or comma than the house style has it.
func lintNotePlacement(
  _ jobs: [SettingJob], _ placement: NoteConventions.Placement
) -> [Diagnostic] {
  guard placement != .asWritten else { return [] }
  let found = jobs.flatMap(\.texts).flatMap(\.noteSides)
  let before = found.count { $0.isBefore }
  let wantsBefore =
    switch placement {
    case .beforeMark: true
    case .afterMark: false
    case .uniform, .asWritten: 2 * before >= found.count
    }
  return found.filter { $0.isBefore != wantsBefore }.map { side in
    Diagnostic(
      .notePlacement,
      "the note mark stands \(side.isBefore ? "before" : "after") “\(side.mark)”, "
        + "not \(wantsBefore ? "before" : "after") it",
      severity: .warning, at: side.span,
      hints: ["move it to the other side of “\(side.mark)”, or change `notes: placement`"])
  }
}

/// On which side of a punctuation mark a note mark stands.
private struct NoteSide {
  var isBefore: Bool
  var mark: Character
  var span: SourceSpan
}

private let marks = Set("。．，、；：？！.,;:?!".utf16)
private let closings = Set("”’」』）］】》〉)]".utf16)

extension StyledText {
  /// The sides of all note marks that stand beside punctuation; adjacent marks count as one.
  fileprivate var noteSides: [NoteSide] {
    var sides: [NoteSide] = []
    var start = 0
    var group: Int?
    for (index, run) in runs.enumerated() {
      let isNote = run.options.contains(.noteMark)
      let goesOn = index + 1 < runs.count && runs[index + 1].options.contains(.noteMark)
      if isNote {
        let first = group ?? start
        if goesOn {
          group = first
        } else {
          group = nil
          if let side = side(from: first, to: run.end, run.span) { sides.append(side) }
        }
      }
      start = run.end
    }
    return sides
  }

  private func side(from start: Int, to end: Int, _ span: SourceSpan) -> NoteSide? {
    // A closing quote belongs to what it closes: the mark is the one inside or after it.
    if let last = text[..<start].last(where: { !closings.contains($0) }), marks.contains(last) {
      return NoteSide(isBefore: false, mark: character(last), span: span)
    }
    guard let next = text[end...].first(where: { !closings.contains($0) }), marks.contains(next)
    else { return nil }
    return NoteSide(isBefore: true, mark: character(next), span: span)
  }

  private func character(_ unit: UInt16) -> Character {
    Unicode.Scalar(unit).map(Character.init) ?? " "
  }
}
