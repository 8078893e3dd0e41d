package import Typography

/// The document's own lettering, with measures that suit labels: faces declare ascents that leave
/// room for every script they hold, which would keep labels needlessly apart.
extension Lettering: ChartLettering {
  package func chartLine(_ text: String, _ style: TextStyle) -> ChartLine {
    ChartLine(line(text, style), size: style.size)
  }

  package func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine] {
    lines(text, style, width: width).map { ChartLine($0, size: style.size) }
  }
}

extension ChartLine {
  /// Ascent and descent cover ideographs and Latin letters with their descenders, in em.
  private static let ascent = 0.86
  private static let descent = 0.22
  /// Height of a line over its type size.
  static let extent = ascent + descent

  fileprivate init(_ line: SetLine, size: Double) {
    self.init(
      text: line.text, width: line.width, ascent: ChartLine.ascent * size,
      descent: ChartLine.descent * size
    ) { list, baseline, node, span in
      line.draw(into: &list, at: baseline, node: node, span: span)
    }
  }
}
