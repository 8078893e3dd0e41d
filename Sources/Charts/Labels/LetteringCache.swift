internal import Synchronization
package import Typography

/// Lettering that sets each text once: arrangements are tried several times and measure the same
/// labels every time, and the charts of a report share names.
package final class LetteringCache: ChartLettering {
  /// So many lines are kept, some megabytes; then all are forgotten.
  private static let limit = 4096

  /// Compared byte by byte: texts that are equal in other forms of normalization are other texts.
  private struct Key: Hashable {
    /// Place of the style among those seen.
    var style: Int
    var text: String
    /// The measure of a block; nil for a single line.
    var width: Double?

    func hash(into hasher: inout Hasher) {
      hasher.combine(style)
      hasher.combine(width)
      hasher.combine(text.utf8.reduce(into: 0) { $0 = $0 &* 31 &+ Int($1) })
    }

    static func == (left: Key, right: Key) -> Bool {
      left.style == right.style && left.width == right.width
        && left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  private struct Known {
    var styles: [TextStyle] = []
    var lines: [Key: [ChartLine]] = [:]

    /// A chart has a dozen styles: looking for one is cheaper than hashing it.
    mutating func index(of style: TextStyle) -> Int {
      if let index = styles.firstIndex(of: style) { return index }
      styles.append(style)
      return styles.count - 1
    }

    mutating func keep(_ set: [ChartLine], as key: Key) {
      if lines.count >= LetteringCache.limit { lines.removeAll(keepingCapacity: true) }
      lines[key] = set
    }
  }

  private let base: any ChartLettering
  private let known = Mutex(Known())

  package init(_ base: any ChartLettering) { self.base = base }

  package func chartLine(_ text: String, _ style: TextStyle) -> ChartLine {
    lines(text, style, width: nil) { [base.chartLine(text, style)] }[0]
  }

  package func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine] {
    let line = chartLine(text, style)
    // A text that fits on one line is not broken again at every measure.
    if line.width <= width, !text.contains(where: \.isNewline) { return [line] }
    return lines(text, style, width: width) { base.chartLines(text, style, width: width) }
  }

  private func lines(
    _ text: String, _ style: TextStyle, width: Double?, _ make: () -> [ChartLine]
  ) -> [ChartLine] {
    let (key, found) = known.withLock { known in
      let key = Key(style: known.index(of: style), text: text, width: width)
      return (key, known.lines[key])
    }
    if let found { return found }
    let lines = make()
    known.withLock { $0.keep(lines, as: key) }
    return lines
  }
}
