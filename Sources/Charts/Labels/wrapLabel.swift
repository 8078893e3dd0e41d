internal import Geometry
internal import Typography

extension PlotContext {
  /// A name in a column: where it needs several lines they end behind marks and words, when no
  /// further line is needed for that.
  func wrapped(
    _ name: String, _ voice: Voice, width: Double, breaksWords: Bool = true
  ) -> TextBlock {
    let widest = block(name, voice, width: width, breaksWords: breaksWords)
    guard 2...3 ~= widest.lines.count, widest.raggedEnds > 0 else { return widest }
    let step = style(voice).size / 2
    let narrower = stride(from: width - step, to: width * 0.6, by: -step).lazy
      .map { self.block(name, voice, width: $0, breaksWords: breaksWords) }
      .prefix { $0.lines.count == widest.lines.count && $0.width <= max(widest.width, width) }
    return narrower.reduce(widest) { $1.raggedEnds < $0.raggedEnds ? $1 : $0 }
  }
}

extension TextBlock {
  /// Lines that end within a word or a name.
  fileprivate var raggedEnds: Int {
    lines.dropLast().count { line in
      line.text.last.map { !$0.isWhitespace && !$0.isPunctuation } ?? false
    }
  }
}
