internal import Synchronization
package import Typography

/// Lettering that sets each text once: arrangements are tried several times and measure the same
/// labels every time, and the charts of a report share names.
package final class LetteringCache: ChartLettering {
  /// So many lines, some megabytes, are kept from one chart to the next.
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
      var word: UInt64 = 0
      for (index, byte) in text.utf8.enumerated() {
        word = word << 8 | UInt64(byte)
        if index % 8 == 7 { hasher.combine(word) }
      }
      hasher.combine(word)
    }

    static func == (left: Key, right: Key) -> Bool {
      left.style == right.style && left.width == right.width
        && left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  private struct Known {
    var styles: [TextStyle] = []
    var lines: [Key: [ChartLine]] = [:]
    /// How often all was forgotten: a key of before names another style.
    var age = 0

    /// A chart has a dozen styles: looking for one is cheaper than hashing it.
    mutating func index(of style: TextStyle) -> Int {
      if let index = styles.firstIndex(of: style) { return index }
      styles.append(style)
      return styles.count - 1
    }

    mutating func forget() {
      styles.removeAll()
      lines.removeAll()
      age += 1
    }
  }

  private let base: any ChartLettering
  private let known = Mutex(Known())

  package init(_ base: any ChartLettering) { self.base = base }

  /// Forgets the charts before where they were many; a chart at work keeps all of its own.
  package func beginChart() {
    known.withLock { if $0.lines.count > LetteringCache.limit { $0.forget() } }
  }

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
    let (key, age, found) = known.withLock { known in
      let key = Key(style: known.index(of: style), text: text, width: width)
      return (key, known.age, known.lines[key])
    }
    if let found { return found }
    let lines = make()
    known.withLock { if $0.age == age { $0.lines[key] = lines } }
    return lines
  }
}
