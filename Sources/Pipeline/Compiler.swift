internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Geometry
internal import Manuscript
internal import Numerals
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
    openHyphenation(&result)
    bindFigures(&result)
    if options.checksNumerals { checkNumerals(&result) }
    prepareBlocks(&result)
    diagnostics += checkAgreement(result.numbers) + checkBlocks(shownBlocks)
    prepareArtwork(&result)
    return finish(result)
  }

  private mutating func checkNumerals(_ result: inout Compilation) {
    let stated = Numerals.checkNumerals(
      result.report, result.data, bindings: result.input.bindings)
    diagnostics += stated.diagnostics
    result.numbers += stated.value
  }

  /// Takes in a chart that stands alone, as an image of a report of no parts; its data are inline.
  mutating func compile(name: String, chart file: String) -> Compilation {
    let bytes = folder.read(file, at: .none)
    diagnostics += bytes.diagnostics
    var result = begin(
      name, Report(declaration: ReportDeclaration(), parts: []), .empty)
    guard let bytes = bytes.value else { return finish(result) }
    log.add(file, bytes)
    let yaml = parseYAML(bytes, source: map.add(file: file, text: bytes))
    diagnostics += yaml.diagnostics
    let measure = result.layout.stylesheet.page.typeArea(isVerso: false).width
    prepare(chart: yaml.value, at: yaml.value.span, width: measure, &result)
    return finish(result)
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
