/// A query whose rows are rows of one table: `SELECT … FROM table WHERE … ORDER BY …` without joins,
/// groups, aggregates or compounds.
///
/// SQLite does not tell which row a result comes from; such a query can ask for it, because a column
/// more changes nothing in what it gives.
struct PlainQuery {
  private let bytes: [UInt8]
  /// The table as the query knows it: its alias where it has one.
  private let table: Range<Int>
  /// Where FROM stands.
  private let from: Int

  /// nil for a query of another kind, or one whose kind the text does not show.
  init?(_ sql: String) {
    var parser = PlainQueryParser(sql)
    guard let found = parser.parse() else { return nil }
    bytes = Array(sql.utf8)
    (table, from) = (found.table, found.from)
  }

  /// The query with the row's id, by that name, as its last column.
  func asking(for rowID: String) -> String {
    let column = Array(", ".utf8) + bytes[table] + Array(".\(rowID) ".utf8)
    return String(decoding: bytes[..<from] + column + bytes[from...], as: UTF8.self)
  }
}

private struct PlainQueryParser {
  private var scanner: SQLScanner
  private var token: SQLScanner.Token?
  /// For every open bracket whether a query stands in it.
  private var brackets: [Bool] = []

  init(_ sql: String) { scanner = SQLScanner(bytes: Array(sql.utf8)) }

  mutating func parse() -> (table: Range<Int>, from: Int)? {
    advance()
    guard isKeyword("select") else { return nil }
    advance()
    guard !isKeyword("distinct", "all"), passPlain(until: "from"),
      case .name(_, let range) = token
    else { return nil }
    advance()
    guard let table = tableName(), token == nil || isKeyword("where", "order", "limit"),
      passPlain(until: nil)
    else { return nil }
    return (table, range.lowerBound)
  }

  private mutating func advance() { token = scanner.next() }

  private func isKeyword(_ words: String...) -> Bool { scanner.isKeyword(token, Set(words)) }

  /// Goes on to a keyword, or to the end; false where something gathers rows.
  private mutating func passPlain(until keyword: String?) -> Bool {
    while let current = token {
      let isOutside = !brackets.contains(true)
      if brackets.isEmpty, let keyword, isKeyword(keyword) { return true }
      if isOutside, scanner.isKeyword(current, Self.clauses) { return false }
      advance()
      switch current {
      case .mark(UInt8(ascii: "(")): brackets.append(isKeyword("select", "with"))
      case .mark(UInt8(ascii: ")")): _ = brackets.popLast()
      case .mark(UInt8(ascii: ";")) where token != nil: return false
      case .name where isOutside && token == .mark(UInt8(ascii: "(")):
        if scanner.isKeyword(current, Self.aggregates) { return false }
      default: break
      }
    }
    return keyword == nil
  }

  /// `trade`, `db.trade`, `trade t`, `trade AS t`: what its columns are qualified with.
  private mutating func tableName() -> Range<Int>? {
    guard case .name(_, var table) = token else { return nil }
    advance()
    if case .dot = token {
      advance()
      guard case .name(_, let inner) = token else { return nil }
      table = table.lowerBound..<inner.upperBound
      advance()
    }
    if isKeyword("as") { advance() }
    if case .name(_, let alias) = token, !isKeyword("where", "order", "limit") {
      table = alias
      advance()
    }
    return table
  }

  private static let clauses: Set<String> = [
    "group", "having", "union", "intersect", "except", "window", "over", "join",
  ]

  /// Functions that make one value of many rows; MIN and MAX of one row among them.
  private static let aggregates: Set<String> = [
    "sum", "total", "avg", "count", "min", "max", "group_concat", "string_agg", "json_group_array",
    "json_group_object", "jsonb_group_array", "jsonb_group_object",
  ]
}
