internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Manuscript
internal import Rendering
internal import Stylesheet
internal import Typography

/// A chart drawn for one use.
struct DrawnChart: Sendable {
  var job: Compilation.ChartJob
  var chart: Chart
  var diagnostics: [Diagnostic]
}

/// Draws charts in parallel, each for the page or as an image of its own.
///
/// - Parameters:
///   - jobs: the charts, with their data.
///   - compilation: whose fonts and theme they are drawn with.
///   - includesCaption: whether title, source and note are part of the picture.
///   - tasks: how many are drawn at a time.
/// - Returns: the charts in the order of the jobs.
func draw(
  _ jobs: [Compilation.ChartJob], of compilation: Compilation, includesCaption: Bool, tasks: Int
) async -> [DrawnChart] {
  let lettering = Lettering(fonts: compilation.layout.fonts)
  let theme = compilation.theme
  var options = ChartOptions(includesCaption: includesCaption, language: compilation.language)
  options.rounding = compilation.data.rounding
  options.maximumHeight = compilation.layout.stylesheet.page.typeArea(isVerso: false).height * 0.7
  let draw = { @Sendable [options] (job: Compilation.ChartJob) in
    let drawn = drawChart(
      job.spec, table: job.table, theme: theme, width: job.width, lettering: lettering,
      options: options)
    let missing = missingGlyphs(in: drawn.value.list, of: job.spec.id, at: job.block)
    return DrawnChart(job: job, chart: drawn.value, diagnostics: drawn.diagnostics + missing)
  }
  guard tasks > 1 else { return jobs.map(draw) }
  return await withTaskGroup(of: (Int, DrawnChart).self) { group in
    for (index, job) in jobs.enumerated() { group.addTask { (index, draw(job)) } }
    var results = [DrawnChart?](repeating: nil, count: jobs.count)
    for await (index, drawn) in group { results[index] = drawn }
    return results.compactMap { $0 }
  }
}

extension CompositionInput {
  /// Takes in a chart as content for the page.
  mutating func add(_ drawn: DrawnChart) {
    let (spec, texts, block) = (drawn.job.spec, drawn.job.texts, drawn.job.block)
    var content = ChartContent(
      title: [.text(spec.title, block)], size: drawn.chart.size, list: drawn.chart.list,
      alt: drawn.chart.alt, source: texts["source"] ?? [], note: texts["note"] ?? [])
    if let subtitle = texts["subtitle"], !subtitle.isEmpty {
      content.title += [.text("（", block)] + subtitle + [.text("）", block)]
    }
    if let note = drawn.chart.generatedNote {
      content.note.append(.text(content.note.isEmpty ? note : " " + note, block))
    }
    content.placement = spec.placement
    content.translations = spec.titles.map(TranslatedTitle.init)
    charts[block] = content
  }
}

extension TranslatedTitle {
  init(_ named: Named<String>) { self.init(language: named.key.name, title: named.value) }
}
