/// Lays out a line chart: one line for each series over equally spaced categories, a value axis,
/// and the names of the series at the ends of their lines; with room above the plot for annotations
/// that find no place in it.
func layoutLines(_ context: PlotContext, _ options: ChartOptions) -> Plot {
  var layout = LineLayout(context: context, least: options.insets)
  let plot = layout.run()
  guard layout.unplacedCount > 0 else { return plot }
  layout = LineLayout(context: context, least: options.insets)
  layout.annotationRoom = context.annotationRoom
  return layout.run()
}
