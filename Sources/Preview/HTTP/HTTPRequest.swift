/// The head of one request, as far as the preview asks for it (RFC 9112, sections 2 to 6).
struct HTTPRequest: Sendable, Equatable {
  let method: String
  /// What stands between the slashes of the target.
  let path: [String]
  /// Names and values behind the question mark, as they stand: nothing here needs an escape.
  let query: [String: String]
  private let fields: [String: String]

  /// Reads a head without the empty line that ends it; nil for what the grammar refuses.
  ///
  /// It is stricter than the standard allows: what is ambiguous is refused, not guessed at
  /// (RFC 9112, section 11).
  init?(head: some Sequence<UInt8>) {
    let lines = String(decoding: Array(head), as: UTF8.self)
      .split(separator: "\r\n" as Character, omittingEmptySubsequences: false)
    guard lines.allSatisfy(HTTPRequest.isPrintable), let line = lines.first,
      let start = RequestLine(line),
      let fields = HTTPRequest.fields(lines.dropFirst())
    else { return nil }
    (method, path, query) = (start.method, start.path, start.query)
    self.fields = fields
  }

  var host: String? { fields["host"] }

  /// Whether content follows the head; no request of the preview has any.
  var hasContent: Bool {
    fields["transfer-encoding"] != nil || (fields["content-length"].map { $0 != "0" } ?? false)
  }

  var closesConnection: Bool { fields["connection"]?.lowercased() == "close" }

  /// The fields by their names in lower case; nil when one is malformed or stands twice.
  private static func fields(_ lines: ArraySlice<Substring>) -> [String: String]? {
    var fields: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(isTokenCharacter) else {
        return nil
      }
      let value = String(parts[1].trimming(while: { $0 == " " }))
      guard fields.updateValue(value, forKey: parts[0].lowercased()) == nil else { return nil }
    }
    return fields
  }

  /// ASCII without control characters: a CR or LF that stands alone among them.
  private static func isPrintable(_ line: Substring) -> Bool {
    line.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func isTokenCharacter(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character))
  }
}

/// `GET /page/3?dpi=110 HTTP/1.1`.
private struct RequestLine {
  let method: String
  let path: [String]
  let query: [String: String]

  init?(_ line: Substring) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[1].first == "/",
      words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0"
    else { return nil }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = target[0].split(separator: "/").map(String.init)
    let pairs = target.count > 1 ? target[1].split(separator: "&") : []
    query = Dictionary(
      pairs.map { pair in
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Substring {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return self[...last].drop(while: isTrimmed)
  }
}
