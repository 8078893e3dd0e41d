internal import Diagnostics
internal import Geometry

/// Lays out a plot that is as high as whole lines of the page: what is missing to the next line goes
/// to the marks, or below them where they do not grow.
func layoutOnGrid(_ context: PlotContext, _ options: ChartOptions) -> Plot {
  var plot = layoutPlot(context, options)
  let limit = context.givenHeight ?? options.maximumHeight
  if plot.size.height > limit + 0.5, context.data.panels.isEmpty || context.givenHeight != nil {
    plot.findings.append(tooTall(context.spec, needed: plot.size.height))
  }
  guard let line = options.lineHeight, line > 0 else { return plot }
  let height = (plot.size.height / line - 1e-6).rounded(.up) * line
  if plot.pieces.isEmpty, !context.spec.kind.isShare {
    var spec = context.spec
    spec.height = Length(height, .pt)
    var taller = layoutPlot(context.with(spec: spec), options)
    if taller.size.height <= height + 1e-6, taller.findings.count <= plot.findings.count {
      taller.findings = plot.findings
      plot = taller
    }
  }
  plot.size.height = height
  for piece in plot.pieces.indices {
    let lines = (plot.pieces[piece].size.height / line - 1e-6).rounded(.up)
    plot.pieces[piece].size.height = lines * line
  }
  return plot
}

private func tooTall(_ spec: ChartSpec, needed: Double) -> Diagnostic {
  let millimetres = Int((needed / 72 * 25.4).rounded(.up))
  return Diagnostic(
    .chartTooTall, "“\(spec.id)” needs a height of \(millimetres) mm, which it does not have",
    severity: .warning, at: spec.span, hints: ["show fewer marks, or declare another height"])
}
