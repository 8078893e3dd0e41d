internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Foundation
internal import Geometry
internal import Manuscript
internal import Numerals
internal import Rendering
internal import Stylesheet

extension Compiler {
  mutating func prepareBlocks(_ result: inout Compilation) {
    let measure = result.layout.stylesheet.page.typeArea(isVerso: false).width
    for part in result.report.parts {
      let sheet = result.layout.stylesheet
      blocksSinceChart += Compiler.longestGap + 1
      let count = sheet.parts[part.role.value]?.columns ?? 1
      prepare(part.blocks, width: sheet.columns.width(of: count, in: measure), &result)
    }
  }

  /// Charts with at most so many blocks between them mostly share a page.
  private static let longestGap = 2

  mutating func prepare(_ blocks: [Block], width: Double, _ result: inout Compilation) {
    for block in blocks {
      blocksSinceChart += 1
      switch block {
      case .heading: blocksSinceChart += Compiler.longestGap
      case .chart(let chart):
        if blocksSinceChart > Compiler.longestGap + 1 { chartRun += 1 }
        blocksSinceChart = 0
        prepare(chart: chart.value, at: chart.span, width: width, &result)
      case .dataTable(let table): prepare(table: table, &result)
      case .picture(let picture): prepare(picture, &result)
      case .division(let division) where division.attributes.hasClass("case"):
        let padding = result.layout.stylesheet.box.padding
        prepare(division.blocks, width: width - padding.left - padding.right, &result)
      case .division(let division) where division.isLandscape:
        let height = result.layout.stylesheet.page.typeArea(isVerso: false).height
        prepare(division.blocks, width: height, &result)
      case .division(let division):
        let columns = result.layout.stylesheet.columns
        let count = division.columnCount ?? 1
        prepare(division.blocks, width: columns.width(of: count, in: width), &result)
      default: prepare(block.children, width: width, &result)
      }
    }
  }

  mutating func prepare(
    chart yaml: YAMLValue, at span: SourceSpan, width: Double, _ result: inout Compilation
  ) {
    if let known = options.memory?.chart(at: span) { return add(known, &result) }
    let before = (diagnostics.count, shownBlocks.count, result.numbers.count, result.charts.count)
    make(chart: yaml, at: span, width: width, &result)
    options.memory?.keep(
      PreparedChart(
        diagnostics: Array(diagnostics[before.0...]), shown: Array(shownBlocks[before.1...]),
        numbers: Array(result.numbers[before.2...]), jobs: Array(result.charts[before.3...])),
      at: span)
  }

  private mutating func add(_ chart: PreparedChart, _ result: inout Compilation) {
    diagnostics += chart.diagnostics
    shownBlocks += chart.shown
    result.numbers += chart.numbers
    for var job in chart.jobs {
      job.run = chartRun
      result.charts.append(job)
      result.note(job.declaration)
    }
  }

  private mutating func make(
    chart yaml: YAMLValue, at span: SourceSpan, width: Double, _ result: inout Compilation
  ) {
    let written = readChartSpec(yaml)
    let language = written.value.language ?? regions.language(at: span)
    let printed = printTexts(of: yaml, at: span, language: language ?? result.language, &result)
    var spec = printed.isChanged ? readChartSpec(printed.value) : written
    diagnostics += spec.diagnostics
    spec.value.language = language
    spec.value.figures = printed.figures
    guard let data = spec.value.data else { return }
    let known = diagnostics.count
    let table = rows(data, result.data)
    // Data that could not be had are no second mistake.
    guard !diagnostics[known...].contains(where: { $0.severity == .error }) else { return }
    diagnostics += spec.value.inheritUnit(from: table, at: span)
    diagnostics += checkUnits(ofValuesIn: printed, spec.value, result.data)
    show(ShownBlock(spec.value, table, at: span), result.data)
    result.charts.append(
      Compilation.ChartJob(
        block: span, declaration: printed, spec: spec.value, table: table, width: width,
        run: chartRun))
  }

  mutating func prepare(table block: DataBlock, _ result: inout Compilation) {
    var spec = block.value.decode(TableSpec.self)
    diagnostics += spec.diagnostics
    guard let data = spec.value.data else { return }
    let language = regions.language(at: block.span) ?? result.language
    let printed = printTexts(of: block.value, at: block.span, language: language, &result)
    if printed.isChanged { spec.value = printed.value.decode(TableSpec.self).value }
    let table = rows(data, result.data)
    diagnostics += spec.value.inheritUnits(from: table, at: block.span)
    show(ShownBlock(spec.value, table, at: block.span), result.data)
    let carries = spec.value.columns.leaves.contains(where: \.isCarried)
    let made = tabulate(
      spec.value, printed, table, language: language, rounding: result.data.rounding,
      carrySource: carries
        ? map.add(file: map.file(of: block.span.source), text: []) : SourceID(index: 0))
    if !table.columns.isEmpty { diagnostics += made.diagnostics }
    result.input.tables[block.span] = made.value.content
    result.tables.append(
      Compilation.TableJob(
        block: block.span, spec: spec.value, table: table, rows: made.value.rows,
        columns: made.value.columns, sums: made.value.sums))
  }

  /// The rows of a block's `data`: SQL when it is text, those of a file that it names, else the
  /// records or columns that it holds.
  mutating func rows(_ data: YAMLValue, _ layer: DataLayer) -> DataTable {
    let table =
      switch data.content {
      case .scalar(let sql, _): layer.table(sql: sql, span: data.span)
      case .mapping where data.namesFile:
        readingData(below: "") { DataLayer.table(of: data, $0) }
      default: DataTable.inline(data)
      }
    diagnostics += table.diagnostics
    return table.value
  }

  mutating func prepare(_ picture: Picture, _ result: inout Compilation) {
    describe(picture, &result)
    let path = picture.path
    guard result.input.pictures[path.value] == nil else { return }
    let bytes = folder.read(path.value, at: path.span)
    diagnostics += bytes.diagnostics
    guard let bytes = bytes.value else { return }
    log.add(path.value, bytes)
    let image = inspectImage(name: path.value, bytes: bytes, at: path.span)
    diagnostics += image.diagnostics
    guard let image = image.value else { return }
    result.input.pictures[path.value] = PictureContent(
      image: ImageID(index: UInt32(result.images.count)), size: image.size)
    result.images.append(image)
  }

  /// Prints the figures in the description of a picture.
  private mutating func describe(_ picture: Picture, _ result: inout Compilation) {
    guard let text = picture.alternative, text.value.contains("{{") else { return }
    let language = regions.language(at: picture.span) ?? result.language
    let printed = result.data.substitute(in: text.value, language: language, at: text.span)
    diagnostics += printed.diagnostics
    result.input.alternatives[text.span] = printed.value.text
    result.numbers += printed.value.numbers
    for number in printed.value.numbers { result.described[number.span] = picture.span }
  }

  mutating func prepareArtwork(_ result: inout Compilation) {
    let world = world
    for file in result.layout.stylesheet.artwork {
      let found = result.layout.folders.lazy.compactMap { folder in
        (try? Folder(world: world, path: folder).read(file).get()).map { (folder, $0) }
      }.first
      guard let (folder, bytes) = found else {
        diagnostics.append(
          Diagnostic(.missingFile, "the layout's artwork “\(file)” does not exist"))
        continue
      }
      let image = inspectImage(name: file, bytes: bytes)
      diagnostics += image.diagnostics
      guard let image = image.value else { continue }
      result.input.artwork[file] = ImageID(index: UInt32(result.images.count))
      result.images.append(image)
      log.add("Layouts/\(URL(fileURLWithPath: folder).lastPathComponent)/\(file)", bytes)
    }
  }
}

extension YAMLValue {
  /// Whether data of a block stand in a file that it names.
  var namesFile: Bool {
    guard case .mapping(let pairs) = content else { return false }
    return pairs.contains { $0.key.name == "file" }
  }
}
