extension Workspace {
  /// Decides the line ends beside Chinese marks (CLREQ 3.1.5; GB/T 15834, 5.1).
  ///
  /// It stands in for UAX #14, which knows neither the marks' language nor the house's level. Spaces
  /// between two characters change nothing.
  mutating func guardLineEdges(_ source: StyledText, level: LineBreaking) {
    guard var left = classes.first else { return }
    var leftIndex = 0
    var longMarks = left == .longMark ? 1 : 0
    var closingMarks = left.endsText ? 1 : 0
    for index in 1..<max(classes.count, 1) {
      let right = classes[index]
      guard right != .space else { continue }
      defer {
        left = right
        leftIndex = index
      }
      closingMarks = right.endsText ? closingMarks + 1 : 0
      if left == .han, right == .han { continue }
      let unit = source.text[index]
      let isRepeated =
        right == .longMark && leftIndex == index - 1 && source.text[leftIndex] == unit
      longMarks = right != .longMark ? 0 : isRepeated ? longMarks + 1 : 1
      if isRepeated {
        // Of an endless row every second mark may begin a line.
        breaks[index] = longMarks > 4 && longMarks & 1 == 1 ? .allowed : .prohibited
        continue
      }
      let isSingleDash =
        unit == 0x2014 && !(index + 1 < classes.count && source.text[index + 1] == unit)
      let edge = Edge(
        left: left, right: right, isSingleDash: right == .longMark && isSingleDash,
        isDashAfterEllipsis: unit != 0x2026 && source.text[leftIndex] == 0x2026,
        isLatinSolidus: isLatinSolidus(source.text, left == .solidus ? leftIndex : index))
      if breaks[index] != .mandatory, let verdict = edge.verdict(level) {
        breaks[index] = verdict ? .allowed : closingMarks > 2 ? .lastResort : .prohibited
      }
    }
  }

  /// Whether a solidus stands between letters, as in an address: UAX #14 decides there.
  private func isLatinSolidus(_ text: [UInt16], _ index: Int) -> Bool {
    guard text[index] == 0x2F else { return false }
    let before = index > 0 ? classes[index - 1] : .other
    let after = index + 1 < classes.count ? classes[index + 1] : .other
    return before != .han && after != .han
  }
}

/// Two neighbours of which at least one may be a Chinese mark.
private struct Edge {
  var left: CharacterClass
  var right: CharacterClass
  /// The right one is a single `—`, which connects (GB/T 15834, 4.13).
  var isSingleDash: Bool
  var isDashAfterEllipsis: Bool
  var isLatinSolidus: Bool

  /// Whether a line may end between the two; nil leaves it to UAX #14.
  func verdict(_ level: LineBreaking) -> Bool? {
    if right == .noteMark { return false }
    if level == .none { return left.isMark && right.isText || right.isMark ? true : nil }
    switch right {
    case .closing, .pause, .stop, .interpunct, .connector: return false
    case .solidus where !isLatinSolidus: return false
    default: break
    }
    switch left {
    case .opening: return false
    case .solidus where !isLatinSolidus && level != .basic: return false
    case .solidus where isLatinSolidus: return nil
    default: break
    }
    if right == .longMark { return verdictBeforeLongMark(level) }
    if right == .opening { return left.isText || left.isMark ? true : nil }
    return (left.isMark || left == .noteMark) && right.isText ? true : nil
  }

  private func verdictBeforeLongMark(_ level: LineBreaking) -> Bool? {
    if isSingleDash || level == .strict { return false }
    if left == .longMark { return isDashAfterEllipsis }
    return left.isText || left.isMark ? true : nil
  }
}

extension CharacterClass {
  /// Whether the class is one of Chinese marks.
  var isMark: Bool {
    switch self {
    case .opening, .closing, .pause, .stop, .interpunct, .longMark, .connector, .solidus: true
    default: false
    }
  }

  /// Whether the mark closes what stands before it: of three in a row the third may begin a line
  /// when nothing else is left (CLREQ 3.1.5).
  fileprivate var endsText: Bool {
    switch self {
    case .closing, .pause, .stop: true
    default: false
    }
  }

  /// Whether a character of the class begins or ends a word, a number or a note mark.
  fileprivate var isText: Bool {
    switch self {
    case .han, .letter, .digit, .noteMark, .address: true
    default: false
    }
  }
}
