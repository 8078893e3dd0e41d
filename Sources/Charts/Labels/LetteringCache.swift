internal import Synchronization
internal import Typography

/// Lettering that sets each text of a chart once: arrangements are tried several times, and measure
/// the same labels every time.
final class LetteringCache: ChartLettering {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    /// The measure of a block; nil for a single line.
    var width: Double?
  }

  private let base: any ChartLettering
  private let known = Mutex<[Key: [ChartLine]]>([:])

  init(_ base: any ChartLettering) { self.base = base }

  func chartLine(_ text: String, _ style: TextStyle) -> ChartLine {
    lines(Key(text: text, style: style)) { [base.chartLine(text, style)] }[0]
  }

  func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine] {
    let line = chartLine(text, style)
    // A text that fits on one line is not broken again at every measure.
    if line.width <= width, !text.contains(where: \.isNewline) { return [line] }
    return lines(Key(text: text, style: style, width: width)) {
      base.chartLines(text, style, width: width)
    }
  }

  private func lines(_ key: Key, _ make: () -> [ChartLine]) -> [ChartLine] {
    if let lines = known.withLock({ $0[key] }) { return lines }
    let lines = make()
    known.withLock { $0[key] = lines }
    return lines
  }
}
