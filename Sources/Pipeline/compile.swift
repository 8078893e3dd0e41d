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
internal import Synchronization
internal import Typography

/// Reads a report and everything that it names, and checks each part of it.
///
/// - Parameters:
///   - path: the report's folder, a single Markdown file, or a chart specification in YAML.
///   - home: the folder with `Layouts/` and `Fonts/`; nil to look for it.
///   - isLocked: whether fonts that differ from their checksums are errors.
///   - world: where all files come from.
/// - Returns: the report as far as it could be read, with all findings.
func compile(
  _ path: String, home: String?, isLocked: Bool = false, world: any World
) -> Compilation {
  let url = URL(fileURLWithPath: path)
  if url.lastPathComponent == "report.yaml" {
    return compile(
      url.deletingLastPathComponent().relativePath, home: home, isLocked: isLocked, world: world)
  }
  if world.isFolder(path) {
    // All of a folder's name: reports of two years may differ in what looks like an extension.
    var compiler = Compiler(
      folder: Folder(world: world, path: path), world: world, isLocked: isLocked)
    return compiler.compile(name: url.lastPathComponent, single: nil, home: home)
  }
  let name = url.deletingPathExtension().lastPathComponent
  let folder = Folder(world: world, path: url.deletingLastPathComponent().relativePath)
  var compiler = Compiler(folder: folder, world: world, isLocked: isLocked)
  if ["yaml", "yml"].contains(url.pathExtension) {
    return compiler.compile(name: name, chart: url.lastPathComponent, home: home)
  }
  return compiler.compile(name: name, single: url.lastPathComponent, home: home)
}

/// Takes a report through the phases before composition and gathers what they find.
private struct Compiler {
  let folder: Folder
  let world: any World
  var map = SourceMap()
  var diagnostics: [Diagnostic] = []
  let log = FileLog()
  /// The data of all charts and tables, which are held against each other.
  private var shownBlocks: [ShownBlock] = []
  private let isLocked: Bool

  init(folder: Folder, world: any World, isLocked: Bool) {
    self.isLocked = isLocked
    self.folder = folder
    self.world = world
  }

  mutating func compile(name: String, single: String?, home: String?) -> Compilation {
    let report = readReport(single)
    let data = loadData(report)
    var result = begin(name, report, data, home: home)
    openHyphenation(&result)
    bindFigures(&result)
    let stated = checkNumerals(result.report, result.data, bindings: result.input.bindings)
    diagnostics += stated.diagnostics
    result.numbers += stated.value
    prepareBlocks(&result)
    diagnostics += checkAgreement(result.numbers) + checkBlocks(shownBlocks)
    prepareArtwork(&result)
    return finish(result)
  }

  /// Takes in a chart that stands alone, as an image of a report of no parts; its data are inline.
  mutating func compile(name: String, chart file: String, home: String?) -> Compilation {
    let bytes = folder.read(file, at: .none)
    diagnostics += bytes.diagnostics
    var result = begin(
      name, Report(declaration: ReportDeclaration(), parts: []), .empty, home: home)
    guard let bytes = bytes.value else { return finish(result) }
    log.add(file, bytes)
    let yaml = parseYAML(bytes, source: map.add(file: file, text: bytes))
    diagnostics += yaml.diagnostics
    let measure = result.layout.stylesheet.page.typeArea(isVerso: false).width
    prepare(chart: yaml.value, at: yaml.value.span, width: measure, &result)
    return finish(result)
  }

  private mutating func begin(
    _ name: String, _ report: Report, _ data: DataLayer, home: String?
  ) -> Compilation {
    let layout = loadLayout(report, home: home)
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

  private mutating func readReport(_ single: String?) -> Report {
    let files = log.recording(folder.files)
    let read =
      if let single { Report.read(single: single, from: files, into: &map) } else {
        Report.read(from: files, into: &map)
      }
    diagnostics += read.diagnostics
    return read.value
  }

  private mutating func loadData(_ report: Report) -> DataLayer {
    let named = report.declaration.figures
    let path = named?.value ?? "data/figures.yaml"
    guard case .success(let text) = log.recording(folder.files).read(path) else {
      if let named { diagnostics += folder.read(path, at: named.span).diagnostics }
      return .empty
    }
    let source = map.add(file: path, text: text)
    let base = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let folder = folder
    let log = log
    // The data layer reads through a closure that cannot hold the map `inout`.
    let sources = Mutex(map)
    let world = world
    let input = FiguresInput(
      declarations: DataFile(source: source, text: text),
      environment: { world.environment($0) },
      read: { name, span in
        let path = name.hasPrefix("/") ? name : Folder.normal(base + name) ?? base + name
        switch log.recording(folder.files).read(path) {
        case .success(let bytes):
          let id = sources.withLock { $0.add(file: path, text: bytes) }
          return Diagnosed(
            DataFile(source: id, text: bytes), transcoding(of: path, bytes, source: id))
        case .failure(.missing): return Diagnosed(nil)
        case .failure: return Diagnosed(nil, folder.read(path, at: span).diagnostics)
        }
      })
    let layer = DataLayer.load(input)
    map = sources.withLock { $0 }
    diagnostics += layer.diagnostics
    return layer.value
  }

  private mutating func loadLayout(_ report: Report, home: String?) -> LoadedLayout {
    let found = home ?? findHome(above: folder.path, world)
    if found == nil {
      diagnostics.append(Diagnostic(.noHome, "no folder with Layouts/ and Fonts/ was found"))
    }
    var loader = LayoutLoader(
      world: world, home: found ?? ".", report: folder.path, isLocked: isLocked, map: map)
    let language = report.declaration.language
    let layout = loader.load(
      report.declaration.layout ?? Spanned("article", at: .none),
      language: language.span == .none ? nil : language.value, notes: report.declaration.notes)
    map = loader.map
    diagnostics += loader.diagnostics
    return layout
  }

  /// Opens the hyphenation patterns of the languages that the report is written in.
  private mutating func openHyphenation(_ result: inout Compilation) {
    var languages = [result.language, result.layout.stylesheet.language]
    for part in result.report.parts { languages += part.blocks.languages }
    languages += result.report.references.map(\.language)
    let opened = Hyphenation.open(languages)
    diagnostics += opened.diagnostics
    result.input.hyphenation = opened.value
  }

  // MARK: Figures in prose

  private mutating func bindFigures(_ result: inout Compilation) {
    var bindings: [FigureBinding] = []
    let collect = { (inline: Inline) in
      if case .binding(let binding) = inline { bindings.append(binding) }
    }
    for part in result.report.parts { part.blocks.visitInlines(collect) }
    for note in result.report.footnotes { note.blocks.visitInlines(collect) }
    let regions = LanguageRegions(
      result.report.parts.flatMap(\.blocks) + result.report.footnotes.flatMap(\.blocks))
    for binding in bindings {
      let language = regions.language(at: binding.span) ?? result.language
      let formats = binding.formats.map { format in
        format.name.value
          + (format.arguments.isEmpty
            ? "" : "(\(format.arguments.map(\.value).joined(separator: ",")))")
      }
      let printed = result.data.print(
        binding.figure.value, formats: formats, language: language, at: binding.span)
      diagnostics += printed.diagnostics
      result.input.bindings[binding.span] = printed.value.text
      result.numbers += [printed.value] + printed.value.rangeEnd
    }
  }

  // MARK: Blocks with data and pictures

  private mutating func prepareBlocks(_ result: inout Compilation) {
    let measure = result.layout.stylesheet.page.typeArea(isVerso: false).width
    for part in result.report.parts {
      let sheet = result.layout.stylesheet
      let count = sheet.parts[part.role.value]?.columns ?? 1
      prepare(part.blocks, width: sheet.columns.width(of: count, in: measure), &result)
    }
  }

  private mutating func prepare(_ blocks: [Block], width: Double, _ result: inout Compilation) {
    for block in blocks {
      switch block {
      case .chart(let chart): prepare(chart: chart.value, at: chart.span, width: width, &result)
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

  private mutating func prepare(
    chart yaml: YAMLValue, at span: SourceSpan, width: Double, _ result: inout Compilation
  ) {
    var spec = readChartSpec(yaml)
    diagnostics += spec.diagnostics
    guard let data = spec.value.data else { return }
    for text in ChartSpec.texts { substitute(in: &spec.value[keyPath: text], at: span, &result) }
    let known = diagnostics.count
    let table = rows(data, result.data)
    // Data that could not be had are no second mistake.
    guard !diagnostics[known...].contains(where: { $0.severity == .error }) else { return }
    shownBlocks.append(ShownBlock(spec.value, table, at: span))
    result.charts.append(
      Compilation.ChartJob(block: span, spec: spec.value, table: table, width: width))
  }

  private mutating func prepare(table block: DataBlock, _ result: inout Compilation) {
    var spec = block.value.decode(TableSpec.self)
    diagnostics += spec.diagnostics
    guard let data = spec.value.data else { return }
    for text in TableSpec.texts {
      substitute(in: &spec.value[keyPath: text], at: block.span, &result)
    }
    for index in spec.value.notes.indices {
      var text: String? = spec.value.notes[index].value
      substitute(in: &text, at: block.span, &result)
      spec.value.notes[index].value = text ?? ""
    }
    let table = rows(data, result.data)
    shownBlocks.append(ShownBlock(spec.value, table, at: block.span))
    let content = tabulate(
      spec.value, table, language: result.language, rounding: result.data.rounding,
      span: block.span)
    if !table.columns.isEmpty { diagnostics += content.diagnostics }
    result.input.tables[block.span] = content.value
  }

  /// Replaces `{{ figure }}` in a text of a block by the figure as it is printed.
  private mutating func substitute(
    in text: inout String?, at span: SourceSpan, _ result: inout Compilation
  ) {
    guard let written = text, written.contains("{{") else { return }
    let printed = result.data.substitute(in: written, language: result.language, at: span)
    diagnostics += printed.diagnostics
    result.numbers += printed.value.numbers
    text = printed.value.text
  }

  /// The rows of a block's `data`: SQL when it is text, records when it is a list.
  private mutating func rows(_ data: YAMLValue, _ layer: DataLayer) -> DataTable {
    let table =
      if case .scalar(let sql, _) = data.content {
        layer.table(sql: sql, span: data.span)
      } else {
        DataTable.inline(data)
      }
    diagnostics += table.diagnostics
    return table.value
  }

  private mutating func prepare(_ picture: Picture, _ result: inout Compilation) {
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

  private mutating func prepareArtwork(_ result: inout Compilation) {
    let world = world
    for file in result.layout.stylesheet.artwork {
      let bytes = result.layout.folders.lazy.compactMap { folder in
        try? Folder(world: world, path: folder).read(file).get()
      }.first
      guard let bytes else {
        diagnostics.append(
          Diagnostic(.missingFile, "the layout's artwork “\(file)” does not exist"))
        continue
      }
      let image = inspectImage(name: file, bytes: bytes)
      diagnostics += image.diagnostics
      guard let image = image.value else { continue }
      result.input.artwork[file] = ImageID(index: UInt32(result.images.count))
      result.images.append(image)
      log.add(file, bytes)
    }
  }
}

/// A warning that data are not read as UTF-8: a damaged file can pass for one in GB 18030, and its
/// text would then be printed as other characters.
private func transcoding(of path: String, _ bytes: [UInt8], source: SourceID) -> [Diagnostic] {
  // A database is no text.
  guard !bytes.starts(with: Array("SQLite format 3\0".utf8)) else { return [] }
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return []
  } catch {
    let start = error.byteOffsets.lowerBound
    return [
      Diagnostic(
        .transcoded, "“\(path)” is not UTF-8 and is read as GB 18030", severity: .warning,
        at: SourceSpan(source: source, range: start..<start + 1),
        hints: ["save the file as UTF-8"])
    ]
  }
}

/// The nearest folder above a report, the working folder or the program that holds `Layouts` and
/// `Fonts`.
private func findHome(above path: String, _ world: any World) -> String? {
  let program = CommandLine.arguments.first.flatMap { world.realPath($0) } ?? "/"
  for start in [path, ".", program] {
    var url = URL(fileURLWithPath: world.realPath(start) ?? start)
    while url.path != "/" {
      let folder = url.path
      if world.isFolder(folder + "/Layouts") && world.isFolder(folder + "/Fonts") { return folder }
      url.deleteLastPathComponent()
    }
  }
  return nil
}

/// The files that a compilation has read, each once, in the order of reading.
private final class FileLog: Sendable {
  private let entries = Mutex<[(name: String, bytes: [UInt8])]>([])

  var files: [(name: String, bytes: [UInt8])] { entries.withLock { $0 } }

  func add(_ name: String, _ bytes: [UInt8]) {
    entries.withLock { entries in
      if !entries.contains(where: { $0.name == name }) { entries.append((name, bytes)) }
    }
  }

  func recording(_ files: ReportFiles) -> ReportFiles {
    ReportFiles(paths: files.paths) { path in
      let result = files.read(path)
      if case .success(let bytes) = result { self.add(path, bytes) }
      return result
    }
  }
}

extension ChartSpec {
  /// The texts that may show figures.
  fileprivate static var texts: [WritableKeyPath<ChartSpec, String?>] {
    [\.subtitle, \.centre, \.source, \.note, \.alt]
  }
}

extension TableSpec {
  /// The texts that may show figures.
  fileprivate static var texts: [WritableKeyPath<TableSpec, String?>] { [\.source, \.note] }
}

extension [Block] {
  /// Languages that divisions and spans declare.
  fileprivate var languages: [String] {
    var found: [String] = []
    visitInlines { inline in
      if case .span(let span) = inline, let language = span.language {
        found.append(language.value)
      }
    }
    for block in self {
      if case .division(let division) = block, let language = division.attributes["lang"] {
        found.append(language.value)
      }
      found += block.children.languages
    }
    return found
  }
}
