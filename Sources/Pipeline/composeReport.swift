internal import Charts
internal import Composition
internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Rendering
internal import Typography

/// Draws the charts and composes the pages; nil when the report has errors already.
func composed(
  _ compilation: inout Compilation, tasks: Int, _ clock: inout PhaseClock
) async -> PagedDocument? {
  await composed(&compilation, tasks: tasks, &clock, after: nil)?.document
}

/// What one composition leaves for the next.
struct ComposedReport: Sendable {
  var document: PagedDocument
  var drawn: [DrawnChart]
  var state: ComposedState
}

/// Draws and composes a report again: charts and texts that have not changed are taken over.
func composed(
  _ compilation: inout Compilation, tasks: Int, _ clock: inout PhaseClock,
  after last: ComposedReport?
) async -> ComposedReport? {
  // Without a face not even a chart's labels can be set; the catalogue's findings say why.
  guard !compilation.layout.fonts.faces.isEmpty else { return nil }
  let pictures = compilation.images
  let faces = compilation.layout.fonts.faces.map(\.resource)
  async let _ = preparePictures(pictures, faces: faces)
  let drawn = draw(
    compilation.charts, of: compilation, tasks: tasks, after: last?.drawn ?? [])
  for (index, chart) in drawn.enumerated() {
    compilation.charts[index].labels = chart.chart.labels
    compilation.diagnostics += chart.diagnostics
    compilation.input.add(chart)
    compilation.chartData.append(
      (chart.job.block, chart.job.spec.id, chart.job.spec.title, chart.chart.table.csv))
  }
  compilation.diagnostics += compareSiblings(drawn.map { ($0.job.spec, $0.chart) })
  compilation.input.jobs = tasks
  clock.begin("composing")
  guard !compilation.report.parts.isEmpty else { return nil }
  let composed = await compose(compilation.input, after: last?.state)
  compilation.diagnostics += composed.document.diagnostics
  var document = composed.document.value
  document.images = compilation.images
  document.metadata.date = compilation.date
  return ComposedReport(document: document, drawn: drawn, state: composed.state)
}
