internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresMissingFile = DiagnosticCode(
    "figures.missing-file", "A source names a file that is not there, relative to figures.yaml.")
  package static let figuresFileKind = DiagnosticCode(
    "figures.file-kind",
    "Data files end in .csv, .tsv, .json, .db or .sqlite; the ending says how to read them.")
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
    .figuresBrokenSQLite, .figuresServer, .figuresRecords, .figuresNotANumber, .figuresWrongType,
    .figuresEmptyColumn,
    .figuresUnknownColumn, .figuresSQL, .figuresSQLWrites, .figuresSQLEndless,
    .figuresSQLTooLarge, .figuresBadID, .figuresOrigin, .figuresPrecision, .figuresNotOneValue,
    .figuresUnknown, .figuresCycle, .figuresArithmetic, .figuresUnits, .figuresDerivation,
    .figuresCheckFailed, .figuresBadCheck, .figuresUnknownFormat, .figuresFormatMisfit,
    .figuresReference, .figuresUnitConflict,
  ]
}

extension DataLayer {
  /// Reads `figures.yaml` and every source that it names, evaluates the figures and runs the checks.
  package static func load(_ input: FiguresInput) -> Diagnosed<DataLayer> {
    guard let file = input.declarations else { return Diagnosed(.empty) }
    let document = parseYAML(file.text, source: file.source)
    let declared = document.value.replacing(input.parameters).decode(FiguresFile.self)
    var diagnostics = document.diagnostics
    // A document that could not be read decodes to nothing, and nothing more is to be said of it.
    if document.diagnostics.isEmpty { diagnostics += declared.diagnostics }
    let figures = declared.value
    var sources = SourceReading(input: input)
    for source in figures.sources { sources.read(source) }
    let store = sources.store(units: figures.sources.units)
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
      name: source.key.name, file: source.value.origin,
      isServer: source.value.postgres != nil, provider: source.value.provider,
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
  private var databases: [SQLiteFile] = []
  private var servers: [PostgreSQLServer] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Sources that gave an error in place of a table.
  private var unread: Set<String> = []

  init(input: FiguresInput) { self.input = input }

  mutating func read(_ source: Named<SourceDeclaration>) {
    let known = diagnostics.count
    readOrigin(of: source)
    let hasFailed = diagnostics[known...].contains { $0.severity == .error }
    if hasFailed, tables.last?.name != source.key.name { unread.insert(source.key.name) }
  }

  private mutating func readOrigin(of source: Named<SourceDeclaration>) {
    diagnostics += idProblems(source.key, "source")
    switch (source.value.file, source.value.rows, source.value.postgres) {
    case (let file?, nil, nil): read(file, of: source)
    case (nil, nil, let variable?): connect(source.key.name, to: variable)
    case (nil, let rows?, nil): add(RecordList(rows, types: source.value.typesByColumn), as: source)
    default:
      let message = "source “\(source.key.name)” needs one of file, rows and postgres"
      diagnostics.append(Diagnostic(.figuresOrigin, message, at: source.key.span))
    }
  }

  private mutating func read(_ path: Spanned<String>, of source: Named<SourceDeclaration>) {
    let ending = path.value.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let isDatabase = ["db", "sqlite", "sqlite3"].contains(ending)
    guard isDatabase || ["csv", "tsv", "json"].contains(ending) else {
      let message = "“\(path.value)” is no kind of data file that can be read"
      diagnostics.append(
        Diagnostic(
          .figuresFileKind, message, at: path.span, hints: ["use a .csv, .tsv, .json or .db file"]))
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
    if isDatabase { return addDatabase(file.text, as: source.key.name, at: path.span) }
    guard let text = SourceText(file) else {
      let message = "“\(path.value)” is neither UTF-8 nor GB 18030"
      diagnostics.append(Diagnostic(.figuresEncoding, message, at: path.span))
      return
    }
    if ending == "json" { readRecords(text, as: source) } else { readRows(text, as: source) }
  }

  private mutating func addDatabase(_ bytes: [UInt8], as name: String, at span: SourceSpan) {
    if let file = SQLiteFile(name: name, bytes: bytes, span: span) {
      databases.append(file)
    } else {
      diagnostics.append(
        Diagnostic(.figuresBrokenSQLite, "the file is no SQLite database", at: span))
    }
  }

  private mutating func connect(_ name: String, to variable: Spanned<String>) {
    let url = url(in: variable)
    let server = PostgreSQLServer(name: name, url: url, timeout: input.serverTimeout)
    if url != nil, let failure = server.failure {
      diagnostics.append(failure.diagnostic(at: variable.span, names: []))
    }
    // Kept without a connection too: queries that name it are not for another database.
    servers.append(server)
  }

  private mutating func url(in variable: Spanned<String>) -> String? {
    let isName = variable.value.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
    }
    if isName, let url = input.environment(variable.value), !url.isEmpty { return url }
    let message =
      isName
      ? "the variable \(variable.value) of the environment is not set"
      : "postgres names a variable of the environment, never the URL itself"
    diagnostics.append(Diagnostic(.figuresServer, message, at: variable.span))
    return nil
  }

  private mutating func readRows(_ text: SourceText, as source: Named<SourceDeclaration>) {
    let read = readCSV(
      text, delimiter: source.value.delimiter, types: source.value.typesByColumn)
    diagnostics += read.diagnostics
    guard let table = read.value else { return }
    check(source.value.columnKeys, against: table.profiles)
    warnOfLongNumbers(table.profiles, at: text.span(text.start..<text.start))
    tables.append((source.key.name, .csv(table)))
  }

  private mutating func readRecords(_ text: SourceText, as source: Named<SourceDeclaration>) {
    let read = readJSON(text)
    diagnostics += read.diagnostics
    guard let value = read.value else { return }
    add(RecordList(value, types: source.value.typesByColumn), as: source)
  }

  private mutating func add(_ list: RecordList, as source: Named<SourceDeclaration>) {
    diagnostics += list.diagnostics
    check(source.value.columnKeys, against: list.profiles)
    // SQL knows no two columns by one name.
    guard !list.diagnostics.contains(where: { $0.code == .figuresHeader }) else { return }
    warnOfLongNumbers(list.profiles, at: list.rowSpans.first ?? .none)
    tables.append((source.key.name, .records(list)))
  }

  private mutating func check(_ keys: [YAMLKey], against profiles: [ColumnProfile]) {
    let names = profiles.map(\.name)
    for key in keys where !names.contains(key.name) {
      diagnostics.append(
        Diagnostic(.figuresUnknownColumn, "the data have no column “\(key.name)”", at: key.span)
          .hinting(suggestion(for: key.name, among: names)))
    }
  }

  private mutating func warnOfLongNumbers(_ profiles: [ColumnProfile], at span: SourceSpan) {
    for profile in profiles where profile.storage == .exact {
      let message = "column “\(profile.name)” holds numbers of more than 15 digits"
      diagnostics.append(Diagnostic(.figuresLongNumbers, message, severity: .warning, at: span))
    }
  }

  /// The database with all tables in it; nil with a diagnostic when SQLite fails.
  mutating func store(units: [String: [String: String]]) -> DataStore? {
    do {
      var refused: [Diagnostic] = []
      defer { diagnostics += refused }
      return try DataStore(
        stepLimit: input.stepLimit, parameters: input.parameters, files: databases,
        servers: servers, units: units, unread: unread,
        refuse: { file, error in
          refused.append(
            Diagnostic(
              .figuresBrokenSQLite, "the database cannot be read: \(error)", at: file.span))
        },
        load: { loader in
          for (name, table) in tables {
            switch table {
            case .csv(let table): try loader.load(table, as: name)
            case .records(let list): try loader.load(list, as: name)
            }
          }
        })
    } catch {
      diagnostics.append(Diagnostic(.figuresStorage, "the data cannot be stored: \(error)"))
      return nil
    }
  }
}
