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
    if case .dot = previous, case .name = token { previous = .other } else { previous = token }
  }
  return found
}

/// The query without the names of servers: `crm.orders` is `orders` to the server `crm`.
func removing(_ ranges: [Range<Int>], from sql: String) -> String {
  var bytes = Array(sql.utf8)
  for range in ranges.reversed() { bytes.removeSubrange(range) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Divides SQL into what matters for finding names and subqueries.
struct SQLScanner {
  enum Token {
    /// A name or keyword in lower case, or a quoted name as it is.
    case name(String, Range<Int>)
    case dot(end: Int)
    case opening
    case closing
    case other
  }

  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    skipSpaceAndComments()
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "."):
      position += 1
      return .dot(end: position)
    case UInt8(ascii: "("):
      position += 1
      return .opening
    case UInt8(ascii: ")"):
      position += 1
      return .closing
    case UInt8(ascii: "'"):
      skip(to: UInt8(ascii: "'"))
      return .other
    case UInt8(ascii: "\""):
      skip(to: UInt8(ascii: "\""))
      let inside = bytes[min(start + 1, position)..<max(start + 1, position - 1)]
      return .name(String(decoding: inside, as: UTF8.self), start..<position)
    case let byte where isNameByte(byte):
      while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      return .name(name.lowercased(), start..<position)
    default:
      position += 1
      return .other
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  /// Passes over a quoted text; a doubled quote is read as two texts side by side.
  private mutating func skip(to quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func skipSpaceAndComments() {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if bytes[position...].starts(with: "--".utf8) {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if bytes[position...].starts(with: "/*".utf8) {
        position += 2
        while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }
}
