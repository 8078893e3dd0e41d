internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Geometry

/// Sets the annotations of a chart beside the values that they are on.
///
/// - Parameters:
///   - context: the chart.
///   - marks: everything that is drawn already.
///   - bounds: where remarks may stand.
/// - Returns: their marks, and how many found no place.
func annotateMarks(
  _ context: PlotContext, _ marks: [Mark], within bounds: Rect
) -> (marks: [Mark], unplaced: Int) {
  guard !context.spec.annotations.isEmpty else { return ([], 0) }
  var placer = AnnotationPlacer(bounds: bounds, marks: marks)
  var placed: [Mark] = []
  var unplaced = 0
  for annotation in context.spec.annotations {
    let block = context.annotationBlock(annotation)
    let size = Size(width: block.width, height: block.height)
    guard let datum = context.data.datum(of: annotation), let target = target(datum, marks),
      let found = placer.place(size, at: target.box, isNumber: target.isNumber)
    else {
      unplaced += 1
      continue
    }
    placed += context.marks(of: block, in: found.box, leader: found.leader, beside: target.box)
  }
  return (placed, unplaced)
}

/// Where a leader ends: at the label of a value that stands beyond its mark, else at the mark.
private func target(_ datum: Datum, _ marks: [Mark]) -> (box: Rect, isNumber: Bool)? {
  var (label, mark): (Rect?, Rect?)
  for each in marks {
    switch each {
    case .text(let text) where text.datum == datum && text.role == .value: label = text.box
    case .bar(let bar) where bar.datum == datum: mark = bar.rect
    case .point(let point) where point.datum == datum: mark = point.box
    default: continue
    }
  }
  guard let mark else { return nil }
  guard let label, !label.intersects(mark) else { return (mark, false) }
  return (label, true)
}

extension PlotContext {
  /// What the highest annotation takes above the marks, with its leader, up to a third of the plot.
  var annotationRoom: Double {
    min((spec.annotations.map { annotationBlock($0).height }.max() ?? 0) + 14, plotHeight / 3)
  }

  func annotationBlock(_ annotation: Annotation) -> TextBlock {
    block(annotation.text ?? "", .annotation, width: min(width * 0.3, theme.noteSize * 14))
  }

  /// The text, aligned towards its value, on paper that hides the grid, and its leader.
  fileprivate func marks(
    of block: TextBlock, in box: Rect, leader: [Point], beside target: Rect
  ) -> [Mark] {
    let plate = AreaMark(rect: box.grown(by: 1), color: theme.paper, role: .plate)
    let style = StrokeStyle(width: 0.4)
    let line = RuleMark(points: leader, color: theme.axis, style: style, role: .leader)
    let (x, alignment): (Double, TextBlock.Alignment) =
      if box.minX > target.maxX { (box.minX, .left) } else if box.maxX < target.minX {
        (box.maxX, .right)
      } else { (box.midX, .center) }
    return [.area(plate), .rule(line)]
      + block.place(x: x, top: box.minY, alignment, role: .annotation)
  }
}

/// The annotations that are on a value which is not there, in words that name what is.
func checkAnnotations(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  guard !spec.kind.isShare else { return [] }
  if let annotation = spec.annotations.first?.category, !data.panels.isEmpty {
    return [
      Diagnostic(
        .chartAnnotation, "“\(annotation.value)” stands in every plot of “\(spec.id)”",
        at: annotation.span, hints: ["say it in the note, or draw that plot as a chart of its own"])
    ]
  }
  return spec.annotations.compactMap { annotation in
    guard let category = annotation.category, let text = annotation.text else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      return Diagnostic(.chartAnnotation, "the remark says nothing", at: category.span)
    }
    guard data.datum(of: annotation) == nil else { return nil }
    if !data.categories.contains(category.value) {
      return Diagnostic(
        .chartUnknownCategory, "the data have no category “\(category.value)”", at: category.span
      ).hinting(suggestion(for: category.value, among: data.categories))
    }
    let names = data.series.map(\.name)
    if let series = annotation.series, !names.contains(series.value) {
      return Diagnostic(
        .chartUnknownSeries, "the data have no series “\(series.value)”", at: series.span
      ).hinting(suggestion(for: series.value, among: names))
    }
    return Diagnostic(
      .chartAnnotation, "“\(category.value)” has no value to remark on", at: category.span)
  }
}

/// What is said of annotations that found no place.
func annotationFinding(_ spec: ChartSpec, unplaced: Int) -> [Diagnostic] {
  guard unplaced > 0 else { return [] }
  return [
    Diagnostic(
      .chartAnnotation,
      "\(unplaced) annotations of “\(spec.id)” have no place clear of marks and labels",
      at: spec.annotations.first?.category?.span ?? spec.span,
      hints: ["shorten the text, or give the chart more height"])
  ]
}
