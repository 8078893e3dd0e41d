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

/// Where SQL has the parameters `:name`, with their colon; the casts `::type` are none.
func findParameters(in sql: String) -> [(name: String, range: Range<Int>)] {
  let bytes = Array(sql.utf8)
  let colon = UInt8(ascii: ":")
  var scanner = SQLScanner(bytes: bytes)
  var found: [(name: String, range: Range<Int>)] = []
  while let token = scanner.next() {
    guard case .name(let name, let range) = token, bytes[range.lowerBound] != UInt8(ascii: "\""),
      bytes[..<range.lowerBound].last == colon,
      bytes[..<(range.lowerBound - 1)].last != colon
    else { continue }
    found.append((name, range.lowerBound - 1..<range.upperBound))
  }
  return found
}
