internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Manuscript
internal import Parallelism
internal import Rendering
internal import Stylesheet
internal import Typography

/// A chart drawn for one use.
struct DrawnChart: Sendable {
  var job: Compilation.ChartJob
  var chart: Chart
  var diagnostics: [Diagnostic]
  /// What it was told to keep free beside its plot.
  var insets = PlotInsets.zero
}

/// Draws charts for the page in parallel.
///
/// - Parameters:
///   - jobs: the charts, with their data.
///   - compilation: whose fonts and theme they are drawn with.
///   - tasks: how many are drawn at a time.
///   - last: charts that were drawn for the same use with the same fonts and theme.
/// - Returns: the charts in the order of the jobs.
func draw(
  _ jobs: [Compilation.ChartJob], of compilation: Compilation, tasks: Int,
  after last: [DrawnChart] = []
) -> [DrawnChart] {
  let pen = ChartPen(compilation, includesCaption: false)
  let known = Dictionary(last.map { ($0.job.block, $0) }) { first, _ in first }
  let drawn = inParallel(jobs, tasks: tasks) { job in
    if let drawn = known[job.block], drawn.job.isSame(as: job) { return drawn }
    return pen.draw(job)
  }
  let pairs = zip(drawn, alignPlots(of: drawn)).map { ($0, $1) }
  return inParallel(pairs, tasks: tasks) { drawn, insets in
    drawn.keepsFree(insets) ? drawn : pen.draw(drawn, insets: insets)
  }
}

/// What all charts of one use are drawn with.
struct ChartPen: Sendable {
  private let lettering: LetteringCache
  private let theme: ChartTheme
  private var options: ChartOptions

  /// - Parameters:
  ///   - compilation: whose fonts and theme the charts are drawn with.
  ///   - includesCaption: whether title, source and note are part of the picture.
  init(_ compilation: Compilation, includesCaption: Bool) {
    lettering = LetteringCache(Lettering(fonts: compilation.layout.fonts))
    theme = compilation.theme
    options = ChartOptions(includesCaption: includesCaption, language: compilation.language)
    options.rounding = compilation.data.rounding
    let page = compilation.layout.stylesheet.page
    let height = page.typeArea(isVerso: false).height
    options.maximumHeight = height * 0.7
    guard !includesCaption else { return }
    // The rest of a page is for the caption.
    options.pageHeight = height * 0.88
    options.lineHeight = page.leading
  }

  /// Draws a chart with so much free beside its plot.
  func draw(_ job: Compilation.ChartJob, insets: PlotInsets = .zero) -> DrawnChart {
    lettering.beginChart()
    var options = options
    options.insets = insets
    let drawn = drawChart(
      job.spec, table: job.table, theme: theme, width: job.width, lettering: lettering,
      options: options)
    let missing = missingGlyphs(in: drawn.value.list, of: job.spec.id, at: job.block)
    return DrawnChart(
      job: job, chart: drawn.value, diagnostics: drawn.diagnostics + missing, insets: insets)
  }

  /// Draws a chart in line with others, unless that would arrange it otherwise.
  func draw(_ drawn: DrawnChart, insets: PlotInsets) -> DrawnChart {
    let aligned = draw(drawn.job, insets: insets)
    return aligned.chart.insets == drawn.chart.insets ? aligned : drawn
  }
}

extension Compilation.ChartJob {
  /// Whether the picture would be the same.
  fileprivate func isSame(as other: Compilation.ChartJob) -> Bool {
    declaration.value == other.declaration.value && table == other.table && width == other.width
  }
}

extension CompositionInput {
  /// Takes in a chart as content for the page.
  mutating func add(_ drawn: DrawnChart) {
    let (spec, texts, block) = (drawn.job.spec, drawn.job.declaration, drawn.job.block)
    var content = ChartContent(
      title: texts.inlines(of: spec.title, at: "title"), size: drawn.chart.size,
      list: drawn.chart.list, alt: drawn.chart.alt,
      source: texts.inlines(of: spec.source, at: "source"),
      note: texts.inlines(of: spec.note, at: "note"))
    if let subtitle = spec.subtitle {
      content.title.append(.text("（", block))
      content.title += texts.inlines(of: subtitle, at: "subtitle") + [.text("）", block)]
    }
    if let note = drawn.chart.generatedNote {
      content.note.append(.text(content.note.isEmpty ? note : " " + note, block))
    }
    content.placement = spec.placement
    content.pieces = drawn.chart.pieces.map { ($0.size, $0.list) }
    content.translations = texts.translations(spec.titles)
    charts[block] = content
  }
}

extension PrintedBlock {
  /// Titles in further languages.
  func translations(_ titles: [Named<String>]) -> [TranslatedTitle] {
    titles.map { named in
      TranslatedTitle(
        language: named.key.name,
        title: inlines(of: named.value, at: "titles", named.key.name))
    }
  }
}
