internal import Geometry

/// Puts title and subtitle above a plot and source and notes below it: a chart image of its own.
func frameCaption(
  _ plot: Plot, _ context: PlotContext, note: String?, padding: Double
) -> Plot {
  var framed = plot
  framed.marks = []
  var y = padding
  func add(_ text: String, _ voice: PlotContext.Voice, _ role: TextMark.Role, gap: Double) {
    let block = context.block(text, voice, width: context.width)
    framed.marks +=
      context.isRightToLeft
      ? block.place(x: padding + context.width, top: y, .right, role: role)
      : block.place(x: padding, top: y, .left, role: role)
    y += block.height + gap
  }
  let size = context.theme.labelSize
  if !context.spec.title.isEmpty {
    add(context.spec.title, .title, .title, gap: context.spec.subtitle == nil ? size * 1.5 : 3)
  }
  if let subtitle = context.spec.subtitle { add(subtitle, .subtitle, .subtitle, gap: size * 1.5) }
  framed.marks += plot.marks.map { $0.offset(by: Point(x: padding, y: y)) }
  y += plot.size.height
  let remarks = [context.spec.note, note].compactMap { $0 }.joined(
    separator: context.phrases.isChinese ? "" : " ")
  if context.spec.source != nil || !remarks.isEmpty { y += size * 1.25 }
  if let source = context.spec.source {
    add(context.phrases.source(source), .note, .source, gap: 2)
  }
  if !remarks.isEmpty { add(context.phrases.note(remarks), .note, .note, gap: 2) }
  framed.size = Size(width: context.width + 2 * padding, height: y + padding)
  return framed
}
