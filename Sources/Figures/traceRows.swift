/// A query that also gives, as its last column, the row of the table that each row was read from.
///
/// Nil where the rows of the result are no rows of one table: after aggregation, joins and set
/// operations. Where the text does not tell, as of a subquery in FROM, SQLite refuses `rowid`.
func tracingRows(of sql: String) -> String? {
  var scanner = SQLScanner(bytes: Array(sql.utf8))
  guard case .name("select", _)? = scanner.next() else { return nil }
  /// For every open parenthesis whether it holds a subquery.
  var parentheses: [Bool] = []
  var wasOpening = false
  var place: Int?
  while let token = scanner.next() {
    switch token {
    case .opening: parentheses.append(false)
    case .closing: _ = parentheses.popLast()
    case .name("select", _) where wasOpening: parentheses[parentheses.count - 1] = true
    case .name(let name, let range) where !parentheses.contains(true):
      if joining.contains(name) { return nil }
      if name == "from", parentheses.isEmpty { place = place ?? range.lowerBound }
    default: break
    }
    if case .opening = token { wasOpening = true } else { wasOpening = false }
  }
  guard let place else { return nil }
  var bytes = Array(sql.utf8)
  bytes.insert(contentsOf: Array(", rowid ".utf8), at: place)
  return String(decoding: bytes, as: UTF8.self)
}

/// Words after which a row of the result stands for several rows, or for none.
private let joining: Set<String> = [
  "distinct", "group", "having", "union", "intersect", "except", "join", "sum", "total", "avg",
  "count", "min", "max", "group_concat", "string_agg", "json_group_array", "json_group_object",
]
