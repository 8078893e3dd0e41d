internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Geometry
internal import Manuscript
internal import Numerals
internal import Parallelism
internal import Stylesheet

/// Takes a report through the phases before composition and gathers what they find.
struct Compiler {
  let folder: Folder
  let world: any World
  var map = SourceMap()
  var diagnostics: [Diagnostic] = []
  let log = FileLog()
  /// The data of all charts and tables, which are held against each other.
  var shownBlocks: [ShownBlock] = []
  /// The run of charts that follow each other closely, and how many blocks ago its last one was.
  var chartRun = 0
  var blocksSinceChart = 0
  /// Where the manuscript is in another language.
  var regions = LanguageRegions([])
  let options: CompileOptions

  init(folder: Folder, _ world: any World, _ options: CompileOptions) {
    self.options = options
    self.folder = folder
    self.world = world
  }

  mutating func compile(name: String, single: String?) -> Compilation {
    let report = readReport(single)
    let data = loadData(report)
    var result = begin(name, report, data)
    options.memory?.begin(with: conditions(of: result))
    openHyphenation(&result)
    bindFigures(&result)
    if options.checksNumerals, !Task.isCancelled { checkNumerals(&result) }
    prepareBlocks(&result)
    diagnostics += checkAgreement(result.numbers) + checkBlocks(shownBlocks)
    prepareArtwork(&result)
    return finish(result)
  }

  /// All files that blocks are made of, but the chapters; nil where a server has a say.
  private func conditions(of result: Compilation) -> [ReadFile]? {
    guard result.data.sources.allSatisfy({ !$0.isServer }) else { return nil }
    let chapters = Set(result.report.parts.compactMap(\.file?.value))
    let read = log.files.filter { !chapters.contains($0.name) } + result.layout.files
    return read.map { ReadFile(name: $0.name, bytes: $0.bytes) }
  }

  private mutating func checkNumerals(_ result: inout Compilation) {
    let stated = Numerals.checkNumerals(
      result.report, result.data, bindings: result.input.bindings, tasks: options.tasks)
    diagnostics += stated.diagnostics
    result.numbers += stated.value
  }

  /// Takes in charts that stand alone, as images of a report of no parts; their data are inline, in
  /// files beside them, or the sources of a `data/figures.yaml` there.
  mutating func compile(name: String, charts files: [String]) -> Compilation {
    let report = Report(declaration: ReportDeclaration(), parts: [])
    var result = begin(name, report, loadData(report))
    let measure = result.layout.stylesheet.page.typeArea(isVerso: false).width
    let texts = files.map { readText($0) }
    let parsed = inParallel(texts, tasks: options.tasks) { text in
      text.value.map { parseYAML($0.bytes, source: $0.source) }
    }
    for (text, yaml) in zip(texts, parsed) {
      diagnostics += text.diagnostics
      guard let yaml else { continue }
      diagnostics += yaml.diagnostics
      prepare(chart: yaml.value, at: yaml.value.span, width: measure, &result)
    }
    checkNames(of: result.charts)
    return finish(result)
  }

  private mutating func readText(
    _ file: String
  ) -> Diagnosed<(source: SourceID, bytes: [UInt8])?> {
    let bytes = folder.read(file, at: .none)
    guard let text = bytes.value else { return Diagnosed(nil, bytes.diagnostics) }
    log.add(file, text)
    return Diagnosed((map.add(file: file, text: text), text), bytes.diagnostics)
  }

  /// Two charts of one id would overwrite each other.
  private mutating func checkNames(of charts: [Compilation.ChartJob]) {
    var first: [String: SourceSpan] = [:]
    for chart in charts {
      guard let other = first.updateValue(chart.block, forKey: chart.spec.id) else { continue }
      diagnostics.append(
        Diagnostic(.repeatedChart, "two charts have the id “\(chart.spec.id)”", at: chart.block)
          .labelled("the other chart", at: other))
    }
  }

  mutating func begin(
    _ name: String, _ report: Report, _ data: DataLayer
  ) -> Compilation {
    let layout = loadLayout(report)
    let theme = resolveChartTheme(
      layout.stylesheet.chartTheme, colors: layout.stylesheet.colors)
    diagnostics += theme.diagnostics
    var result = Compilation(
      folder: folder, name: name, report: report, data: data, layout: layout,
      input: CompositionInput(
        report: report, stylesheet: layout.stylesheet, fonts: layout.fonts), map: map)
    result.theme = theme.value
    let policy = resolvePolicy(report.declaration.diagnostics)
    diagnostics += policy.diagnostics
    result.policy = policy.value
    let date = documentDate(report.declaration, world)
    diagnostics += date.diagnostics
    result.date = date.value
    return result
  }

  private func finish(_ compilation: Compilation) -> Compilation {
    var result = compilation
    result.map = map
    result.files = log.files + result.layout.files
    result.diagnostics = diagnostics
    return result
  }
}
