internal import Diagnostics

/// Emphasis, by CommonMark 0.29, section 6.4, and strikethrough by `~~`.
extension InlineParser {
  mutating func delimiterRun() {
    let mark = bytes[at]
    let end = bytes.skip(at..<bytes.count) { $0 == mark }
    guard mark != .tilde || end - at == 2 else { return addText(to: end) }
    let flanking = flanking(at..<end)
    guard flanking.canOpen || flanking.canClose else { return addText(to: end) }
    let run = DelimiterRun(
      mark: mark, length: end - at, left: end - at, canOpen: flanking.canOpen,
      canClose: flanking.canClose, previous: lastDelimiter)
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    lastDelimiter = delimiters.count
    add(.delimiters(delimiters.count), to: end)
    delimiters.append(run)
  }

  /// Whether a run can open and close emphasis.
  ///
  /// One rule is wider than CommonMark's, which was made for text with spaces and leaves the marks
  /// of `**“引文”**文字` as they are: next to a wide character a run counts as beside punctuation.
  private func flanking(_ range: Range<Int>) -> (canOpen: Bool, canClose: Bool) {
    let before = neighbour(bytes.scalar(before: range.lowerBound), isBinding: isAfterBinding(range))
    let after = neighbour(
      bytes.scalar(at: range.upperBound), isBinding: bytes.matches("{{", at: range.upperBound))
    let isLeft =
      !after.isSpace && (!after.isMark || before.isSpace || before.isMark || before.isWide)
    let isRight =
      !before.isSpace && (!before.isMark || after.isSpace || after.isMark || after.isWide)
    guard bytes[range.lowerBound] == .underscore else { return (isLeft, isRight) }
    return (isLeft && (!isRight || before.isMark), isRight && (!isLeft || after.isMark))
  }

  private func isAfterBinding(_ range: Range<Int>) -> Bool {
    bytes.matches("}}", at: range.lowerBound - 2)
  }

  /// A figure in prose is a word to the marks beside it, though its braces are punctuation.
  private func neighbour(
    _ scalar: Unicode.Scalar?, isBinding: Bool
  ) -> (isSpace: Bool, isMark: Bool, isWide: Bool) {
    guard let scalar else { return (true, false, false) }
    if isBinding { return (false, false, false) }
    return (
      scalar.isMarkdownWhitespace, scalar.isMarkdownPunctuation, TextWidth(scalar) != .narrow
    )
  }

  /// Pairs the runs after a floor and takes them off the list.
  mutating func resolveDelimiters(above floor: Int) {
    var bottoms = [Int](repeating: floor, count: 13)
    var closer = firstDelimiter(above: floor)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = bottomKey(delimiters[closer])
      if let opener = opener(for: closer, above: max(floor, bottoms[key])) {
        closer = pair(opener, closer)
      } else {
        bottoms[key] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { unlink(closer) }
        closer = next
      }
    }
    lastDelimiter = floor
    if floor >= 0 { delimiters[floor].next = -1 }
  }

  private func firstDelimiter(above floor: Int) -> Int {
    var first = -1
    var at = lastDelimiter
    while at > floor {
      first = at
      at = delimiters[at].previous
    }
    return first
  }

  /// Closers that fail look no further back than where the last of their kind failed.
  private func bottomKey(_ run: DelimiterRun) -> Int {
    if run.mark == .tilde { return 12 }
    return (run.mark == .asterisk ? 0 : 6) + (run.canOpen ? 3 : 0) + run.length % 3
  }

  private func opener(for closer: Int, above bottom: Int) -> Int? {
    var at = delimiters[closer].previous
    while at > bottom {
      let run = delimiters[at]
      if run.mark == delimiters[closer].mark, run.canOpen, !violatesRuleOfThree(at, closer) {
        return at
      }
      at = run.previous
    }
    return nil
  }

  private func violatesRuleOfThree(_ opener: Int, _ closer: Int) -> Bool {
    let (left, right) = (delimiters[opener], delimiters[closer])
    guard left.mark != .tilde, left.canClose || right.canOpen else { return false }
    return (left.length + right.length) % 3 == 0 && left.length % 3 != 0
  }

  /// Uses up marks of both runs; returns the run to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    let used = min(delimiters[opener].left, delimiters[closer].left) >= 2 ? 2 : 1
    delimiters[opener].opens.append(used)
    delimiters[closer].closes.append(used)
    delimiters[opener].left -= used
    delimiters[closer].left -= used
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].left == 0 { unlink(opener) }
    guard delimiters[closer].left == 0 else { return closer }
    let next = delimiters[closer].next
    unlink(closer)
    return next
  }

  private mutating func unlink(_ index: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous }
    if lastDelimiter == index { lastDelimiter = previous }
  }
}
