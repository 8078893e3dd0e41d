internal import Diagnostics
internal import Yams

/// Turns Yams' nodes, whose marks are line and column, into values whose spans are byte offsets.
///
/// Aliases are resolved here and not by Yams, because a short text can stand for more values than
/// memory holds ("a billion laughs"): an alias shares the value of its anchor, and the values that
/// it stands for are counted before they are used.
struct YAMLReader {
  private(set) var diagnostics: [Diagnostic] = []

  private let places: YAMLPlaces
  private let hasAliases: Bool
  private var anchors: [String: Reading] = [:]
  private var budget: Int

  private static let deepest = 64

  /// A value with how many values it stands for and how deep they nest.
  private struct Reading {
    var value: YAMLValue
    var count = 1
    var height = 1
  }

  /// What stands for an asterisk that may begin an alias in the text that Yams reads: a
  /// noncharacter (Unicode 15, 23.7), which no text holds.
  static let aliasMark: Unicode.Scalar = "\u{10FFFF}"

  /// - Parameters:
  ///   - places: the text that the nodes were read from.
  ///   - hasAliases: whether `aliasMark` stands for asterisks in the nodes.
  ///   - budget: how many values the document may stand for.
  init(places: YAMLPlaces, hasAliases: Bool, budget: Int) {
    self.places = places
    self.hasAliases = hasAliases
    self.budget = budget
  }

  mutating func read(_ node: Node) -> YAMLValue { reading(of: node, depth: 1).value }

  private mutating func reading(of node: Node, depth: Int) -> Reading {
    let span = span(of: node)
    guard take(1, at: span), isShallow(depth, at: span) else {
      return Reading(value: .unread(span))
    }
    var reading = Reading(value: .empty(span))
    switch node {
    case .scalar(let scalar):
      if let name = aliasName(scalar) { return alias(name, at: span, depth: depth) }
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      reading.value.content = .scalar(restored(scalar.string), isQuoted: isQuoted)
    case .sequence(let sequence):
      reading.value.content = .sequence(
        sequence.map { child in add(self.reading(of: child, depth: depth + 1), to: &reading) })
    case .mapping(let mapping):
      reading.value.content = .mapping(
        mapping.map { key, child in
          let key = self.key(key)
          return (key, add(self.reading(of: child, depth: depth + 1), to: &reading))
        })
    case .alias: break
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = reading }
    return reading
  }

  private func add(_ child: Reading, to parent: inout Reading) -> YAMLValue {
    parent.count += child.count
    parent.height = max(parent.height, child.height + 1)
    return child.value
  }

  private mutating func key(_ node: Node) -> YAMLKey {
    let span = span(of: node)
    guard let scalar = node.scalar else {
      diagnostics.append(Diagnostic(.yamlSyntax, "a key must be text", at: span))
      return YAMLKey(name: "", span: span)
    }
    if let name = aliasName(scalar), case .scalar(let text, _)? = anchors[name]?.value.content {
      return YAMLKey(name: text, span: span)
    }
    return YAMLKey(name: restored(scalar.string), span: span)
  }

  // MARK: Aliases

  /// The name of the alias that Yams has read as a scalar; nil for a real scalar.
  private func aliasName(_ scalar: Node.Scalar) -> String? {
    guard hasAliases, scalar.style == .plain,
      scalar.string.unicodeScalars.first == YAMLReader.aliasMark
    else { return nil }
    return String(scalar.string.unicodeScalars.dropFirst())
  }

  private mutating func alias(_ name: String, at span: SourceSpan, depth: Int) -> Reading {
    guard let reading = anchors[name] else {
      let hint = suggestion(for: name, among: anchors.keys)
      diagnostics.append(
        Diagnostic(.yamlSyntax, "alias “\(name)” stands for no anchor before it", at: span)
          .hinting(hint))
      return Reading(value: .unread(span))
    }
    guard take(reading.count - 1, at: span), isShallow(depth + reading.height - 1, at: span) else {
      return Reading(value: .unread(span))
    }
    return reading
  }

  private func restored(_ text: String) -> String {
    guard hasAliases, text.unicodeScalars.contains(YAMLReader.aliasMark) else { return text }
    return text.replacing(String(YAMLReader.aliasMark), with: "*")
  }

  // MARK: Bounds

  /// Takes values from the budget; the first that it does not hold is an error.
  private mutating func take(_ count: Int, at span: SourceSpan) -> Bool {
    guard budget >= 0 else { return false }
    budget -= min(count, budget + 1)
    if budget < 0 {
      diagnostics.append(
        Diagnostic(.yamlTooLarge, "the YAML document stands for too many values", at: span))
    }
    return budget >= 0
  }

  private mutating func isShallow(_ depth: Int, at span: SourceSpan) -> Bool {
    guard depth > YAMLReader.deepest else { return true }
    if budget >= 0 {
      let message = "the YAML document nests deeper than \(YAMLReader.deepest) levels"
      diagnostics.append(Diagnostic(.yamlTooLarge, message, at: span))
      budget = -1
    }
    return false
  }

  // MARK: Places

  /// A scalar from its first character to its last, quotes included; the first character of
  /// anything else.
  private func span(of node: Node) -> SourceSpan {
    guard let mark = node.mark else { return places.whole }
    let start = places.skippingProperties(from: places.offset(line: mark.line, column: mark.column))
    guard let scalar = node.scalar else {
      return places.span(start..<min(start + 1, places.text.count))
    }
    let end =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: places.endOfQuoted(from: start)
      default: start + max(restored(scalar.string).utf8.count, 1)
      }
    return places.span(start..<max(start, min(end, places.text.count)))
  }
}

extension YAMLPlaces {
  /// The offset after the quoted scalar that begins at `start` (YAML 1.1, 9.1.1 and 9.1.2).
  fileprivate func endOfQuoted(from start: Int) -> Int {
    guard start < text.count else { return text.count }
    let quote = text[start]
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var offset = start + 1
    while offset < text.count {
      let next = offset + 1 < text.count ? text[offset + 1] : 0
      let isEscape = text[offset] == escape && (escape != quote || next == quote)
      if !isEscape && text[offset] == quote { return offset + 1 }
      offset += isEscape ? 2 : 1
    }
    return text.count
  }

  /// The offset of a value behind its anchor and tag.
  fileprivate func skippingProperties(from start: Int) -> Int {
    var offset = start
    while offset < text.count, [UInt8(ascii: "&"), UInt8(ascii: "!")].contains(text[offset]) {
      let word = text[offset...].prefix { $0 > UInt8(ascii: " ") }
      let rest = text[word.endIndex...].drop { $0 <= UInt8(ascii: " ") }
      offset = rest.startIndex
    }
    return offset < text.count ? offset : start
  }
}
