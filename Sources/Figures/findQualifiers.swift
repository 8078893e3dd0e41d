/// Where SQL names sources as `source.table`: the name and its dot.
///
/// Only what the text of a query needs is read: strings, comments and quoted names are passed over.
func findQualifiers(
  in sql: String, among names: Set<String>
) -> [(name: String, range: Range<Int>)] {
  guard !names.isEmpty else { return [] }
  var scanner = SQLScanner(bytes: Array(sql.utf8))
  var found: [(name: String, range: Range<Int>)] = []
  var previous: SQLScanner.Token?
  while let token = scanner.next() {
    if case .dot(let end) = token, case .name(let name, let range) = previous, names.contains(name)
    {
      found.append((name, range.lowerBound..<end))
    }
    // What follows a dot is a table or a column, whatever it is called.
    if case .dot = previous, case .name = token { previous = .text } else { previous = token }
  }
  return found
}

/// The query without the names of servers: `crm.orders` is `orders` to the server `crm`.
func removing(_ ranges: [Range<Int>], from sql: String) -> String {
  var bytes = Array(sql.utf8)
  for range in ranges.reversed() { bytes.removeSubrange(range) }
  return String(decoding: bytes, as: UTF8.self)
}
