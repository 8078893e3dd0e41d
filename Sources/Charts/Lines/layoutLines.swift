/// Lays out a line chart: one line for each series over equally spaced categories, a value axis,
/// and the names of the series at the ends of their lines.
func layoutLines(_ context: PlotContext) -> Plot {
  var layout = LineLayout(context: context)
  return layout.run()
}
