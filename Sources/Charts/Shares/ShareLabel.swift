internal import Geometry

/// The label of one part: its name, and its share after the name or on a line below.
struct ShareLabel: Sendable {
  var name: TextBlock
  var share: ChartLine
  var datum: Datum
  /// Whether the share follows the last line of the name.
  let isInline: Bool

  private static let gap = 4.0

  init(_ context: PlotContext, name: String, share: String, datum: Datum, width: Double) {
    self.name = context.wrapped(name, .label, width: width)
    self.share = context.line(share, .strong)
    self.datum = datum
    let last = self.name.lines.last?.width ?? 0
    isInline = self.name.lines.count <= 1 && last + ShareLabel.gap + self.share.width <= width
  }

  var width: Double {
    isInline ? name.width + ShareLabel.gap + share.width : max(name.width, share.width)
  }

  var height: Double { isInline ? name.height : name.height + name.leading }

  /// Places the label with its left or right edge at `x`, around a middle line.
  func place(x: Double, middle: Double, _ alignment: TextBlock.Alignment) -> [Mark] {
    let top = middle - height / 2
    let isRight = alignment == .right
    let nameEdge = isInline && isRight ? x - share.width - ShareLabel.gap : x
    let ascent = name.lines.first?.ascent ?? share.ascent
    let shareBaseline = top + ascent + (isInline ? 0 : name.leading * Double(name.lines.count))
    let shareX =
      isRight ? x - share.width : isInline ? x + name.width + ShareLabel.gap : x
    let shareMark = TextMark(
      line: share, baseline: Point(x: shareX, y: shareBaseline), role: .share, datum: datum)
    return name.place(x: nameEdge, top: top, alignment, role: .category, datum: datum)
      + [.text(shareMark)]
  }
}
