internal import Diagnostics

/// A chapter as it is handed to cmark, which finds the blocks and nothing else.
///
/// cmark knows neither fenced divisions nor what became of its inline positions, so it is given a
/// text with the same lines in which
/// - a fence `:::` is a declaration `<!D>`, an HTML block of one line in any container;
/// - a footnote definition `[^id]:` is a bullet `+`, whose continuation is indented just the same;
/// - bytes that only matter to inlines are carets, so that it does no work on them; a caret means
///   nothing to it and makes no HTML tag out of what was none.
/// Everything else keeps its length; text is always taken from the source itself, by line.
struct BlockFeed {
  struct Line {
    enum Role: Equatable {
      case plain
      /// A fence of a division; the range is what follows the first colons.
      case fence(Range<Int>)
      /// A footnote definition; the range is its id.
      case footnote(Range<Int>)
    }

    /// Offsets in the source, without the line end.
    var range: Range<Int>
    /// What to add to an offset in the fed line to get one in the source, past the container marks.
    var shift = 0
    var role = Role.plain
    /// Length of the fed line; the marks and indent before a block's content are as long in both.
    var fedLength = 0
    var isFed = false
    /// Whether container marks were nested too deep and have been left out.
    var isCut = false
  }

  /// The lines of the source, and which of them each fed line is.
  private(set) var lines: [Line] = []
  private(set) var sourceLines: [Int32] = []
  private(set) var bytes: [UInt8] = []

  static let maximumMarks = 100
  static let maximumBlankRun = 8
  static let maximumIndent = 256

  /// - Parameters:
  ///   - text: the whole source, valid UTF-8.
  ///   - start: where the manuscript begins, after a byte order mark and front matter.
  init(_ text: [UInt8], from start: Int) {
    bytes.reserveCapacity(text.count + 16)
    var at = start
    var blankRun = 0
    while at < text.count {
      let newline = text[at...].firstIndex(of: .newline) ?? text.count
      var end = newline
      if end > at, text[end - 1] == .carriageReturn { end -= 1 }
      let isBlank = text.skip(at..<end, while: \.isBlank) == end
      blankRun = isBlank ? blankRun + 1 : 0
      appendLine(at..<end, of: text, isFed: blankRun <= BlockFeed.maximumBlankRun)
      at = newline + 1
    }
  }

  /// Long runs of blank lines are not fed: each costs cmark a visit of every open container.
  private mutating func appendLine(_ range: Range<Int>, of text: [UInt8], isFed: Bool) {
    var line = Line(range: range)
    line.isFed = isFed
    if isFed {
      let start = bytes.count
      feed(&line, of: text)
      line.fedLength = bytes.count - start
      sourceLines.append(Int32(lines.count))
      bytes.append(.newline)
    }
    lines.append(line)
  }

  private mutating func feed(_ line: inout Line, of text: [UInt8]) {
    let range = line.range
    let mark = text.skip(range) { $0.isBlank || $0 == .greater }
    if text.matches(":::", at: mark), mark + 2 < range.upperBound {
      let rest = text.skip(mark..<range.upperBound) { $0 == .colon }
      line.role = .fence(rest..<range.upperBound)
      feedMarks(range.lowerBound..<mark, of: text)
      bytes.append(contentsOf: "<!D>".utf8)
    } else if let id = footnoteID(at: mark, end: range.upperBound, of: text) {
      let content = text.skip(id.upperBound + 2..<range.upperBound, while: \.isBlank)
      line.role = .footnote(id)
      line.shift = content - (mark + 4)
      feedMarks(range.lowerBound..<mark, of: text)
      bytes.append(contentsOf: "+   ".utf8)
      line.isCut = feedMasked(content..<range.upperBound, of: text, column: mark - range.lowerBound)
    } else {
      line.isCut = feedMasked(range, of: text, column: 0)
    }
  }

  private mutating func feedMarks(_ range: Range<Int>, of text: [UInt8]) {
    let isTooDeep = text[range].lazy.filter { $0 == .greater }.count > BlockFeed.maximumMarks
    if !isTooDeep { bytes.append(contentsOf: text[range]) }
  }

  private func footnoteID(at start: Int, end: Int, of text: [UInt8]) -> Range<Int>? {
    guard text.matches("[^", at: start), start + 2 < end else { return nil }
    let stop = text.skip(start + 2..<end) {
      !$0.isBlank && $0 != .leftBracket && $0 != .rightBracket
    }
    guard stop > start + 2, text.matches("]:", at: stop), stop + 1 < end else { return nil }
    return start + 2..<stop
  }

  /// Feeds a line with its inline syntax masked; true if it was nested too deep.
  private mutating func feedMasked(_ range: Range<Int>, of text: [UInt8], column: Int) -> Bool {
    let limit = markLimit(range, of: text, column: column)
    let structure = text.skip(range.lowerBound..<limit) { InlineMask.isStructural[Int($0)] }
    let head = text[range.lowerBound..<structure]
    bytes.append(contentsOf: head.lazy.map { $0 == 0 || $0 == .carriageReturn ? .space : $0 })
    var at = structure
    if at < limit, text[at] == .less {
      bytes.append(.less)
      at += 1
    }
    // A backtick after a fence of backticks says that it is no fence, so it must be seen.
    let mask = endsFence(head) ? InlineMask.keepingBackticks : InlineMask.all
    for byte in text[at..<range.upperBound] { bytes.append(mask[Int(byte)]) }
    return limit < range.upperBound
  }

  private func endsFence(_ head: ArraySlice<UInt8>) -> Bool {
    head.count >= 3 && head.lazy.filter { $0 == .backtick }.count >= 3
  }

  /// Where the marks of containers at the head of a line become too many; the end if they do not.
  private func markLimit(_ range: Range<Int>, of text: [UInt8], column: Int) -> Int {
    var at = range.lowerBound
    var marks = 0
    while true {
      at = text.skip(at..<range.upperBound, while: \.isBlank)
      let next = afterMark(at, end: range.upperBound, of: text)
      guard next > at else { return range.upperBound }
      marks += 1
      let isDeep = at - range.lowerBound + column > BlockFeed.maximumIndent
      if marks > BlockFeed.maximumMarks || isDeep {
        return isThematicBreak(range, of: text) ? range.upperBound : at
      }
      at = next
    }
  }

  private func afterMark(_ at: Int, end: Int, of text: [UInt8]) -> Int {
    guard at < end else { return at }
    if text[at] == .greater { return at + 1 }
    var stop = at
    if [.dash, .asterisk, UInt8(ascii: "+")].contains(text[at]) {
      stop += 1
    } else {
      stop = text.skip(at..<min(at + 9, end), while: \.isDigit)
      guard stop > at, stop < end, text[stop] == .dot || text[stop] == .rightParenthesis else {
        return at
      }
      stop += 1
    }
    return stop == end || text[stop].isBlank ? stop : at
  }

  private func isThematicBreak(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let first = text[range].first(where: { !$0.isBlank }) else { return false }
    return [.dash, .asterisk, .underscore].contains(first)
      && text[range].allSatisfy { $0 == first || $0.isBlank }
  }
}

/// Which bytes cmark is shown and which are masked.
private enum InlineMask {
  /// Bytes that a line's block structure may begin with.
  static let isStructural: [Bool] = (0..<256).map { byte in
    byte < 128 && " \t>*+-0123456789.)_=`~#:|\0\r".utf8.contains(UInt8(byte))
  }

  static let all = table("*_`[&~<\0\r")
  static let keepingBackticks = table("*_[&~<\0\r")

  private static func table(_ masked: String) -> [UInt8] {
    (0..<256).map { byte in
      let byte = UInt8(byte)
      return masked.utf8.contains(byte) ? UInt8.caret : byte
    }
  }
}
