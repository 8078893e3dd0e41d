package import Diagnostics

extension Paragraph {
  /// An error for every character that no face of its font role has, at the character's own place.
  package func missingGlyphs(_ styles: StyleTable) -> [Diagnostic] {
    missing.map { offset in
      let scalar = source.text.scalar(at: offset)
      let runStart: Int
      let index = source.runs.partitioningIndex { $0.end > offset }
      runStart = index > 0 ? source.runs[index - 1].end : 0
      let run = source.runs[index]
      let role = styles[run.style].role
      let name = String(scalar, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - name.count)) + name
      return Diagnostic(
        .missingGlyph, "no face of the font role “\(role)” has \(code) “\(character(scalar))”",
        at: source.span(of: offset, runStart: runStart, run),
        hints: ["add a family that has it to the role in Fonts/fonts.yaml"])
    }
  }

  /// The place in the source of a range of the text, as near as the run that it begins in.
  package func span(of range: Range<Int>) -> SourceSpan { source.span(of: range) }

  private func character(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String(Character($0)) } ?? "\u{FFFD}"
  }
}

extension StyledText {
  /// The place in the source of a range of the text, as near as the run that it begins in.
  package func span(of range: Range<Int>) -> SourceSpan {
    let index = runs.partitioningIndex { $0.end > range.lowerBound }
    guard runs.indices.contains(index) else { return .none }
    let start = index > 0 ? runs[index - 1].end : 0
    return span(of: range.lowerBound, runStart: start, runs[index])
  }

  /// The place of one character, where the run stands in the source as it is set.
  fileprivate func span(of offset: Int, runStart: Int, _ run: StyledText.Run) -> SourceSpan {
    var bytes: [UInt8] = []
    let before = text.appendUTF8(runStart..<offset, to: &bytes)
    let total = before + text.appendUTF8(offset..<run.end, to: &bytes)
    guard total == Int(run.span.upperBound) - Int(run.span.lowerBound) else { return run.span }
    let start = Int(run.span.lowerBound) + before
    let length = text.scalar(at: offset) > 0xFFFF ? 2 : 1
    let width = text.appendUTF8(offset..<min(offset + length, run.end), to: &bytes)
    return SourceSpan(source: run.span.source, range: start..<start + width)
  }
}
