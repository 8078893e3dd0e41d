internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresMissingFile = DiagnosticCode(
    "figures.missing-file", "A source names a file that is not there, relative to figures.yaml.")
  package static let figuresFileKind = DiagnosticCode(
    "figures.file-kind", "Data files end in .csv, .tsv or .json; the ending says how to read them.")
  package static let figuresEncoding = DiagnosticCode(
    "figures.encoding", "A data file is neither UTF-8 nor GB 18030. Save it as UTF-8.")
  package static let figuresStorage = DiagnosticCode(
    "figures.storage", "SQLite could not store a table, for lack of memory or for its size.")
  package static let figuresLongNumbers = DiagnosticCode(
    "figures.long-numbers",
    """
    A column holds numbers of more than 15 digits. Figures print all of them, but SQL compares and \
    sorts them as text.
    """)

  /// The codes of this target.
  package static let figuresCodes: [DiagnosticCode] = [
    .figuresMissingFile, .figuresFileKind, .figuresEncoding, .figuresStorage, .figuresLongNumbers,
    .figuresBrokenCSV, .figuresRaggedRow, .figuresHeader, .figuresCellTooLarge, .figuresBrokenJSON,
    .figuresRecords, .figuresNotANumber, .figuresSQL, .figuresSQLWrites, .figuresSQLEndless,
    .figuresSQLTooLarge, .figuresBadID, .figuresOrigin, .figuresPrecision, .figuresNotOneValue,
    .figuresUnknown, .figuresCycle, .figuresArithmetic, .figuresUnits, .figuresDerivation,
    .figuresCheckFailed, .figuresBadCheck, .figuresUnknownFormat, .figuresFormatMisfit,
    .figuresReference,
  ]
}

extension DataLayer {
  /// Reads `figures.yaml` and every source that it names, evaluates the figures and runs the checks.
  package static func load(_ input: FiguresInput) -> Diagnosed<DataLayer> {
    guard let file = input.declarations else { return Diagnosed(.empty) }
    let document = parseYAML(file.text, source: file.source)
    let declared = document.value.decode(FiguresFile.self)
    var diagnostics = document.diagnostics
    // A document that could not be read decodes to nothing, and nothing more is to be said of it.
    if document.diagnostics.isEmpty { diagnostics += declared.diagnostics }
    let figures = declared.value
    var sources = SourceReading(input: input)
    for source in figures.sources { sources.read(source) }
    let store = sources.store()
    diagnostics += sources.diagnostics
    let declarations = Dictionary(figures.sources.map { ($0.key.name, $0.value) }) { a, _ in a }
    let evaluation = FigureEvaluation(figures.figures, sources: declarations, store: store)
    diagnostics += evaluation.diagnostics
    let layer = DataLayer(
      sources: figures.sources.map { Source($0) }, figureIDs: figures.figures.map(\.key.name),
      figures: apportion(evaluation.figures, figures.checks), store: store,
      rounding: figures.rounding)
    diagnostics += layer.run(figures.checks)
    return Diagnosed(layer, diagnostics)
  }
}

extension DataLayer.Source {
  fileprivate init(_ source: Named<SourceDeclaration>) {
    self.init(
      name: source.key.name, file: source.value.file?.value, provider: source.value.provider,
      asOf: source.value.asOf, note: source.value.note)
  }
}

/// Reads sources into tables that wait for the database.
private struct SourceReading {
  private enum Table {
    case csv(CSVTable)
    case records(RecordList)
  }

  private let input: FiguresInput
  private var tables: [(name: String, table: Table)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(input: FiguresInput) { self.input = input }

  mutating func read(_ source: Named<SourceDeclaration>) {
    diagnostics += idProblems(source.key, "source")
    switch (source.value.file, source.value.rows) {
    case (let file?, nil): read(file, as: source.key.name)
    case (nil, let rows?): add(RecordList(rows), as: source.key.name)
    default:
      let message = "source “\(source.key.name)” needs one of file and rows"
      diagnostics.append(Diagnostic(.figuresOrigin, message, at: source.key.span))
    }
  }

  private mutating func read(_ path: Spanned<String>, as name: String) {
    let ending = path.value.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["csv", "tsv", "json"].contains(ending) else {
      let message = "“\(path.value)” is no kind of data file that can be read"
      diagnostics.append(
        Diagnostic(
          .figuresFileKind, message, at: path.span, hints: ["use a .csv, .tsv or .json file"]))
      return
    }
    let answer = input.read(path.value, path.span)
    diagnostics += answer.diagnostics
    guard let file = answer.value else {
      if answer.diagnostics.isEmpty {
        let message = "the data file “\(path.value)” is missing"
        diagnostics.append(Diagnostic(.figuresMissingFile, message, at: path.span))
      }
      return
    }
    guard let text = SourceText(file) else {
      let message = "“\(path.value)” is neither UTF-8 nor GB 18030"
      diagnostics.append(Diagnostic(.figuresEncoding, message, at: path.span))
      return
    }
    if ending == "json" { readRecords(text, as: name) } else { readRows(text, as: name) }
  }

  private mutating func readRows(_ text: SourceText, as name: String) {
    let read = readCSV(text)
    diagnostics += read.diagnostics
    guard let table = read.value else { return }
    warnOfLongNumbers(table.profiles, at: text.span(text.start..<text.start))
    tables.append((name, .csv(table)))
  }

  private mutating func readRecords(_ text: SourceText, as name: String) {
    let read = readJSON(text)
    diagnostics += read.diagnostics
    guard let value = read.value else { return }
    add(RecordList(value), as: name)
  }

  private mutating func add(_ list: RecordList, as name: String) {
    diagnostics += list.diagnostics
    warnOfLongNumbers(list.profiles, at: list.rowSpans.first ?? .none)
    tables.append((name, .records(list)))
  }

  private mutating func warnOfLongNumbers(_ profiles: [ColumnProfile], at span: SourceSpan) {
    for profile in profiles where profile.storage == .exact {
      let message = "column “\(profile.name)” holds numbers of more than 15 digits"
      diagnostics.append(Diagnostic(.figuresLongNumbers, message, severity: .warning, at: span))
    }
  }

  /// The database with all tables in it; nil with a diagnostic when SQLite fails.
  mutating func store() -> DataStore? {
    do {
      return try DataStore(stepLimit: input.stepLimit) { loader in
        for (name, table) in tables {
          switch table {
          case .csv(let table): try loader.load(table, as: name)
          case .records(let list): try loader.load(list, as: name)
          }
        }
      }
    } catch {
      diagnostics.append(Diagnostic(.figuresStorage, "the data cannot be stored: \(error)"))
      return nil
    }
  }
}
