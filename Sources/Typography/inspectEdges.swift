internal import Diagnostics

extension LineInspector {
  /// What begins and ends the line, and what its beginning parts (E1, E4.4, E5.1, E6.1).
  mutating func inspectEdges() {
    if !isFirst {
      inspectStart(range.lowerBound)
      inspectParting(before: range.lowerBound)
    }
    if !isLast { inspectEnd(range.upperBound - 1) }
    if isLast, !isFirst, line.width < settings.shortestLastLine - 0.01 {
      add("E4.4", "the last line holds less than two characters", range)
    }
  }

  private mutating func inspectStart(_ offset: Int) {
    let unit = text[offset]
    let next = offset + 1 < text.count ? text[offset + 1] : 0
    if paragraph.source.run(at: offset).options.contains(.noteMark) {
      add("E6.1", "a note mark begins a line", offset..<offset + 1)
    }
    guard house.lineBreaking != .none, !isLatinMark(offset) else { return }
    let isSingleDash = unit == 0x2014 && next != unit
    if ChineseMarks.noStart.contains(unit) || isSingleDash || unit == 0x2D && !isDigit(next) {
      inspectForbiddenStart(offset)
    }
    if ChineseMarks.solidi.contains(unit) {
      add("E1.3", "a solidus begins a line", offset..<offset + 1)
    }
    let isLongMark = next == unit && (unit == 0x2014 || unit == 0x2026)
    if house.lineBreaking == .strict, isLongMark {
      add("E1.3", "a dash or an ellipsis begins a line", offset..<offset + 2)
    }
  }

  /// Of three closing marks in a row the third may begin a line, as a last resort (E1.7).
  private mutating func inspectForbiddenStart(_ offset: Int) {
    let isThird =
      offset > 1 && (offset - 2...offset).allSatisfy { ChineseMarks.closing.contains(text[$0]) }
    if isThird {
      add("E1.7", "the third of several marks begins a line", offset..<offset + 1, .relaxation)
    } else {
      add("E1.1", "a mark begins a line that may not", offset..<offset + 1)
    }
  }

  private mutating func inspectEnd(_ offset: Int) {
    guard house.lineBreaking != .none, !isLatinMark(offset) else { return }
    if ChineseMarks.noEnd.contains(text[offset]) {
      add("E1.2", "a mark ends a line that may not", offset..<offset + 1)
    }
    if ChineseMarks.solidi.contains(text[offset]), house.lineBreaking != .basic {
      add("E1.3", "a solidus ends a line", offset..<offset + 1)
    }
  }

  /// What stands on both sides of the line's beginning and belongs together.
  private mutating func inspectParting(before offset: Int) {
    let left = text[offset - 1]
    let right = text[offset]
    let both = offset - 1..<offset + 1
    if left == right, left == 0x2014 || left == 0x2026, repeats(endingAt: offset) & 1 == 1 {
      add("E1.4", "a dash or an ellipsis is divided", both)
    }
    if left == 0x2014, right == 0x2026, house.lineBreaking != .none {
      add("E1.8", "a dash is parted from the ellipsis after it", both)
    }
    let run = paragraph.source.run(at: offset)
    if run.options.contains(.unbreakable), paragraph.source.runStart(at: offset) < offset {
      add("E5.1", "a piece that is kept together is divided", both)
    }
    if isDigit(left), isDigit(right) || NumberMarks.units.contains(right),
      paragraph.source.run(at: offset - 1).options.isDisjoint(with: [.noteMark, .address])
    {
      add("E5.1", "a number is parted from what belongs to it", both)
    }
    if isDigit(right), NumberMarks.prefixes.contains(left) || isLabel(endingAt: offset) {
      add("E5.1", "a number is parted from what stands before it", both)
    }
  }

  /// How often the character before an offset is repeated there.
  private func repeats(endingAt offset: Int) -> Int {
    text[..<offset].reversed().prefix { $0 == text[offset - 1] }.count
  }

  /// Whether `第` stands before an offset, over a space.
  private func isLabel(endingAt offset: Int) -> Bool {
    let before = text[offset - 1] == 0x20 && offset > 1 ? text[offset - 2] : text[offset - 1]
    return before == 0x7B2C
  }

  private func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

  /// Whether a mark that Chinese and Latin share is set in a Latin face.
  private func isLatinMark(_ offset: Int) -> Bool {
    ChineseMarks.shared.contains(text[offset]) && !paragraph.isInHanFace(offset, styles)
  }
}

/// What no line end parts from a number.
private enum NumberMarks {
  static let units = Set("%‰℃°％万亿年月日元".utf16)
  static let prefixes = Set("±+＋￥¥＄$€£−".utf16)
}

extension StyledText {
  func run(at offset: Int) -> Run { runs[runIndex(at: offset)] }

  func runStart(at offset: Int) -> Int {
    let index = runIndex(at: offset)
    return index > 0 ? runs[index - 1].end : 0
  }

  private func runIndex(at offset: Int) -> Int { runs.partitioningIndex { $0.end > offset } }
}
