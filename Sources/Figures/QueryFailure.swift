package import Diagnostics

/// Why a query gave no table.
enum QueryFailure: Error, Hashable, Sendable {
  case refused(String)
  /// A statement that changes something, by its first word.
  case writes(String)
  case endless
  /// `:name` in SQL that is no parameter of the report.
  case unknownParameter(String)
  /// The server of a source does not answer.
  case unreachable(String)
  case tooLarge
  case unsummable(Unsummable)
  /// A source that is declared and could not be read, which has been said.
  case unread(String)
  /// A value that is no number and no text: an infinity, or bytes.
  ///
  /// The row of the result, its id in its table, and where that row is written, as far as is known.
  case notANumber(String, row: Int, column: String, id: Int? = nil, place: SourceSpan? = nil)

  /// The finding at the place of the query; `names` are what a misspelt name could have been.
  func diagnostic(at span: SourceSpan, names: [String]) -> Diagnostic {
    switch self {
    case .refused(let message):
      Diagnostic(.figuresSQL, "the query fails: \(message)", at: span)
        .hinting(QueryFailure.suggestion(for: message, among: names))
    case .writes(let keyword):
      Diagnostic(
        .figuresSQLWrites, "the query is not a SELECT: \(keyword.isEmpty ? "?" : keyword)", at: span
      )
    case .unreachable(let reason):
      Diagnostic(.figuresServer, "the server of the query is not there: \(reason)", at: span)
    case .unknownParameter(let name):
      Diagnostic(.figuresSQL, "the report has no parameter for “\(name)”", at: span)
    case .endless:
      Diagnostic(.figuresSQLEndless, "the query was stopped: it takes too many steps", at: span)
    case .tooLarge:
      Diagnostic(
        .figuresSQLTooLarge, "the query gives more than \(DataStore.maximumRows) rows", at: span)
    case .unsummable(let found):
      Diagnostic(
        .figuresSQL, "the query fails: \(found.message)", at: found.place ?? span,
        labels: found.place == nil ? [] : [.init(span: span, text: "queried here")])
    case .unread(let source):
      Diagnostic(.figuresSQL, "the query reads “\(source)”, which could not be read", at: span)
    case .notANumber(let value, let row, let column, _, let place):
      Diagnostic(
        .figuresNotANumber, "row \(row) of the result has \(value) in column “\(column)”",
        at: place ?? span, labels: place == nil ? [] : [.init(span: span, text: "queried here")])
    }
  }

  private static func suggestion(for message: String, among names: [String]) -> String? {
    for prefix in ["no such column: ", "no such table: "] where message.hasPrefix(prefix) {
      let name = message.dropFirst(prefix.count).split(separator: ".").last ?? ""
      return Diagnostics.suggestion(for: String(name), among: names)
    }
    return nil
  }
}

extension DiagnosticCode {
  package static let figuresSQL = DiagnosticCode(
    "figures.sql", "The database refuses a query; the message is its own.")
  package static let figuresServer = DiagnosticCode(
    "figures.server",
    """
    A PostgreSQL server does not answer, or the variable of the environment that has its URL is not \
    set. URLs hold passwords and stay out of the report.
    """)
  package static let figuresSQLWrites = DiagnosticCode(
    "figures.sql-writes", "Queries only read: they begin with SELECT, WITH or VALUES.")
  package static let figuresSQLEndless = DiagnosticCode(
    "figures.sql-endless",
    "A query took more steps than any report needs, such as a recursion without an end.")
  package static let figuresSQLTooLarge = DiagnosticCode(
    "figures.sql-too-large", "A query gives more rows than any chart or table can show.")
}
