internal import CPQ
internal import Declarations
internal import Diagnostics

/// One connection to a PostgreSQL server, inside one transaction that only reads.
///
/// All queries of a report see the same moment of the server (REPEATABLE READ), and nothing that a
/// query does outlives it: each is rolled back to where it began.
@safe final class PostgreSQLConnection {
  private let connection: OpaquePointer

  deinit { unsafe PQfinish(connection) }

  /// Connects to a URL, which no message repeats; it may hold a password.
  init(url: String, timeout milliseconds: Int) throws(QueryFailure) {
    guard let connection = unsafe PostgreSQLConnection.open(url) else {
      throw .unreachable("libpq has no memory")
    }
    unsafe self.connection = connection
    guard unsafe PQstatus(connection) == CONNECTION_OK else {
      throw .unreachable(unsafe reason(String(cString: PQerrorMessage(connection))))
    }
    unsafe _ = PQsetNoticeProcessor(connection, { _, _ in }, nil)
    try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    try run(
      """
      SET LOCAL statement_timeout = \(milliseconds); SET LOCAL datestyle = 'ISO, YMD';
      SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1;
      SET LOCAL bytea_output = 'hex'; SET LOCAL lc_monetary = 'C'
      """)
  }

  /// What stands before `dbname` the URL may overrule.
  private static func open(_ url: String) -> OpaquePointer? {
    let settings = [
      ("connect_timeout", "10"), ("tcp_user_timeout", "60000"), ("dbname", url),
      ("client_encoding", "UTF8"), ("application_name", "colophon"),
    ]
    return unsafe withCStrings(settings.map(\.0)) { keywords in
      unsafe withCStrings(settings.map(\.1)) { values in
        unsafe PQconnectdbParams(keywords, values, 1)
      }
    }
  }

  private func run(_ command: String) throws(QueryFailure) {
    let result = unsafe PQexec(connection, command)
    defer { unsafe PQclear(result) }
    guard unsafe PQresultStatus(result) == PGRES_COMMAND_OK else { throw unsafe failure(result) }
  }

  /// Runs one query; the extended protocol takes no second statement behind it.
  func table(
    _ sql: String, parameters: Parameters, span: SourceSpan
  ) throws(QueryFailure) -> DataTable {
    let query = try numberParameters(in: sql, parameters)
    try run("SAVEPOINT query")
    let answer = Result { () throws(QueryFailure) in try fetch(query, span: span) }
    try run("ROLLBACK TO SAVEPOINT query")
    return try answer.get()
  }

  private func fetch(
    _ query: NumberedQuery, span: SourceSpan
  ) throws(QueryFailure) -> DataTable {
    let isSent = unsafe withCStrings(query.values) { values in
      unsafe PQsendQueryParams(
        connection, query.sql, Int32(query.values.count), nil, values, nil, nil, 0) == 1
    }
    guard isSent else {
      throw .unreachable("the connection is lost")
    }
    // Row by row: a result without end must not fill the memory first.
    unsafe _ = PQsetSingleRowMode(connection)
    var rows = ServerRows()
    while let result = unsafe PQgetResult(connection) {
      defer { unsafe PQclear(result) }
      guard rows.failure == nil else { continue }
      switch unsafe PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK: unsafe rows.add(result)
      default: rows.failure = unsafe failure(result)
      }
      if rows.failure != nil { cancel() }
    }
    if let failure = rows.failure { throw failure }
    return DataTable(columns: rows.columns, cells: rows.cells, span: span)
  }

  private func cancel() {
    guard let request = unsafe PQgetCancel(connection) else { return }
    var message = [CChar](repeating: 0, count: 256)
    unsafe _ = PQcancel(request, &message, Int32(message.count))
    unsafe PQfreeCancel(request)
  }

  private func failure(_ result: OpaquePointer?) -> QueryFailure {
    guard let state = unsafe field(result, stateField) else {
      return .unreachable("the connection is lost")
    }
    switch state {
    case "25006": return unsafe .writes(field(result, messageField) ?? "")
    case "57014": return .endless
    default: return unsafe .refused(field(result, messageField) ?? "error \(state)")
    }
  }

  private func field(_ result: OpaquePointer?, _ name: Unicode.Scalar) -> String? {
    guard let text = unsafe PQresultErrorField(result, Int32(name.value)) else { return nil }
    return unsafe String(cString: text)
  }
}

// PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY of postgres_ext.h: Swift imports no such macro.
private let stateField: Unicode.Scalar = "C"
private let messageField: Unicode.Scalar = "M"

/// Why there is no connection, in libpq's words without what the URL says: it quotes hosts, users
/// and malformed URLs, and its last clause is the reason.
private func reason(_ message: String) -> String {
  guard !message.hasPrefix("could not translate host name") else { return "its host is unknown" }
  guard let found = message.firstRange(of: "failed: ") else { return "it is no connection URL" }
  let line = message[found.upperBound...].prefix { $0 != "\n" }
  let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
  return parts.enumerated().map { $0.offset.isMultiple(of: 2) ? String($0.element) : "“…”" }
    .joined()
}

/// The rows of a query as they come in.
@safe private struct ServerRows {
  private(set) var columns: [String] = []
  private(set) var cells: [DataValue] = []
  var failure: QueryFailure?
  private var rowCount = 0

  mutating func add(_ result: OpaquePointer) {
    let width = unsafe PQnfields(result)
    if columns.isEmpty {
      columns = (0..<width).map { unsafe String(cString: PQfname(result, $0)) }
    }
    for row in 0..<(unsafe PQntuples(result)) {
      rowCount += 1
      guard rowCount <= DataStore.maximumRows, cells.count < DataStore.maximumCells else {
        failure = .tooLarge
        return
      }
      for column in 0..<width { unsafe add(result, row, column) }
    }
  }

  private mutating func add(_ result: OpaquePointer, _ row: Int32, _ column: Int32) {
    guard unsafe PQgetisnull(result, row, column) == 0 else { return cells.append(.null) }
    let start = unsafe PQgetvalue(result, row, column)
    let count = unsafe Int(PQgetlength(result, row, column))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    if let value = DataValue(text, type: unsafe PQftype(result, column)) {
      cells.append(value)
    } else if failure == nil {
      failure = .notANumber(
        String(text.prefix(40)), row: rowCount, column: columns[Int(column)])
    }
  }
}

extension DataValue {
  /// A value as the server writes it, by the object id of its type (pg_type.dat); nil for what is
  /// neither text nor a number with an end.
  ///
  /// Digits are taken as written: `numeric` is exact, and of a binary float the server writes the
  /// shortest decimal that gives it back.
  fileprivate init?(_ text: String, type: Oid) {
    switch type {
    case 20, 21, 23, 26, 700, 701, 1700:
      guard let number = try? ExactDecimal(parsing: text) else { return nil }
      self = .number(number)
    case 16: self = .text(text == "t" ? "true" : "false")
    case 17: return nil
    default: self = .text(text)
    }
  }
}

private func withCStrings<Answer>(
  _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Answer
) -> Answer {
  var bytes: [CChar] = []
  let offsets = strings.map { string in
    let offset = bytes.count
    bytes += string.utf8CString
    return offset
  }
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe body(
      offsets.map { offset in unsafe buffer.baseAddress.map { unsafe $0 + offset } } + [nil])
  }
}
