package import Diagnostics
internal import Drawing
package import Figures
internal import Geometry

/// Draws a chart from the table that its data gave.
///
/// - Parameters:
///   - spec: the chart as declared.
///   - table: the rows of its query or inline list.
///   - theme: looks, from the layout.
///   - width: width of the chart in points; the height follows from it and the data.
///   - lettering: sets text in the document's fonts; the same texts again and again.
///   - options: what the surroundings decide.
/// - Returns: the chart; an empty one, with errors, when the data cannot be shown honestly.
package func drawChart(
  _ spec: ChartSpec, table: DataTable, theme: ChartTheme, width: Double,
  lettering: any ChartLettering, options: ChartOptions = ChartOptions()
) -> Diagnosed<Chart> {
  let resolved =
    spec.facets.isEmpty ? resolveEncoding(spec, table) : resolveMultiples(spec, table)
  guard let data = resolved.value else { return Diagnosed(.empty, resolved.diagnostics) }
  var chart = drawChart(
    spec, data: data, theme: theme, width: width, lettering: lettering, options: options)
  chart.diagnostics = resolved.diagnostics + chart.diagnostics
  return chart
}

/// Draws a chart from data in normal form; see the function of the same name for a table.
package func drawChart(
  _ spec: ChartSpec, data: ChartData, theme: ChartTheme, width: Double,
  lettering: any ChartLettering, options: ChartOptions = ChartOptions()
) -> Diagnosed<Chart> {
  let theme = spec.theme.flatMap { ChartTheme.Name(rawValue: $0.value) }.map(theme.colored) ?? theme
  let data = spec.kind == .waterfall ? data.accumulated(spec) : data
  let findings = checkChart(data, spec, theme)
  guard !findings.contains(where: { $0.severity == .error }) else {
    return Diagnosed(.empty, findings)
  }
  let language = spec.language ?? options.language
  let padding = options.includesCaption ? ChartOptions.imagePadding : 0
  let phrases = ChartPhrases(language: language)
  let context = PlotContext(
    spec: spec, data: arrangeData(data, spec, phrases), theme: theme,
    width: max(width - 2 * padding, ChartOptions.smallestWidth),
    lettering: lettering, phrases: phrases, language: language, rounding: options.rounding)
  var plot = layoutOnGrid(context, options)
  plot.findings += checkWidth(width, spec)
  if context.isRightToLeft, !spec.kind.isRing { plot = plot.mirrored(within: context.width) }
  let note = writeNote(context, plot)
  if options.includesCaption { plot = frameCaption(plot, context, note: note, padding: padding) }
  let print = measurePrint(plot, context)
  var chart = draw(plot, context, options)
  chart.generatedNote = note
  chart.print = print
  let truncation = plot.isTruncated ? [truncationFinding(spec)] : []
  return Diagnosed(
    chart, findings + plot.findings + truncation + print.findings(on: context.spec))
}

/// Draws the marks, also those of the pieces, and finds the numbers among what is printed of them.
private func draw(_ plot: Plot, _ context: PlotContext, _ options: ChartOptions) -> Chart {
  let (spec, paper) = (context.spec, context.theme.paper)
  let draw = { (plot: Plot) in
    drawMarks(plot.marks, of: spec, paper: paper, node: options.node)
  }
  let (whole, pieces) = (draw(plot), plot.pieces.map(draw))
  let texts =
    pieces.isEmpty
    ? whole.texts
    : pieces.enumerated().flatMap { number, piece in
      piece.texts.map { $0.moved(toPiece: number) }
    }
  var chart = Chart(
    size: plot.size, list: whole.list, marks: plot.marks,
    labels: labels(of: texts, context, plot.shares),
    alt: spec.alt ?? describeChart(context, plot.shares),
    table: tabulateChart(context, plot.shares), valueFactor: plot.valueFactor)
  chart.insets = plot.insets
  chart.pieces = zip(plot.pieces, pieces).map { Chart.Piece(size: $0.size, list: $1.list) }
  return chart
}

extension DrawnText {
  fileprivate func moved(toPiece number: Int) -> DrawnText {
    var copy = self
    copy.items.piece = number
    return copy
  }
}

/// A column in which no label and no mark has room is an error: the chart would lie over its
/// neighbours.
private func checkWidth(_ width: Double, _ spec: ChartSpec) -> [Diagnostic] {
  guard width < ChartOptions.smallestWidth else { return [] }
  return [
    Diagnostic(
      .chartTooNarrow,
      "“\(spec.id)” has \(Int(width)) pt; no chart is readable below "
        + "\(Int(ChartOptions.smallestWidth)) pt", at: spec.span,
      hints: ["set it outside of the columns, or in fewer columns"])
  ]
}

private func truncationFinding(_ spec: ChartSpec) -> Diagnostic {
  Diagnostic(
    .chartTruncated, "the value axis of “\(spec.id)” does not begin at zero", severity: .note,
    at: spec.y.first?.span ?? spec.span)
}

extension Chart {
  static let empty = Chart(
    size: .zero, list: DisplayList(), marks: [], alt: "", table: ChartTable(heads: [], rows: []),
    generatedNote: nil)
}

extension ChartOptions {
  /// Free space around a chart image, in points.
  static let imagePadding = 12.0
  /// Narrower than this no chart has room for a label and a mark.
  static let smallestWidth = 120.0
}

private func arrangeData(_ data: ChartData, _ spec: ChartSpec, _ phrases: ChartPhrases) -> ChartData
{
  var data = data
  if spec.kind.isShare {
    let present = data.categories.indices.filter { data.series.first?.values[$0] != nil }
    data = data.picking(present)
    if let other = spec.other {
      data = groupSmallParts(data, other, label: other.label ?? phrases.other)
    }
  }
  return spec.kind == .waterfall ? data : orderCategories(data, spec)
}

func layoutPlot(_ context: PlotContext, _ options: ChartOptions) -> Plot {
  if !context.data.panels.isEmpty, !context.spec.kind.isShare {
    return layoutMultiples(context, options: options)
  }
  return switch context.spec.kind {
  case .bar, .waterfall, .lollipop, .dot: arrangeBars(context, options: options)
  case .pie, .donut, .halfDonut: layoutRing(context)
  case .waffle: layoutWaffle(context)
  case .line: layoutLines(context, options)
  }
}
