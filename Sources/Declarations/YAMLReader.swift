internal import Diagnostics

/// Turns events into values whose spans are byte offsets.
///
/// A short text can stand for more values than memory holds ("a billion laughs"): an alias shares
/// the value of its anchor, and the values that it stands for are counted before they are used.
struct YAMLReader {
  private(set) var diagnostics: [Diagnostic] = []

  private let stream: YAMLEventStream
  private let places: YAMLPlaces
  private var anchors: [String: Reading] = [:]
  private var budget: Int

  private static let deepest = 64

  /// What ends the reading of a text.
  enum Refusal: Error {
    case problem(YAMLEventStream.Problem)
    /// The text stands for more than is read, and a finding says so.
    case bounds
  }

  /// A value with how many values it stands for and how deep lists and mappings nest in it.
  private struct Reading {
    var value: YAMLValue
    var count = 1
    var height = 0

    mutating func add(_ child: Reading) -> YAMLValue {
      count += child.count
      height = max(height, child.height + 1)
      return child.value
    }
  }

  /// - Parameters:
  ///   - stream: the events of the text.
  ///   - places: where its characters are.
  ///   - budget: how many values the document may stand for.
  init(_ stream: YAMLEventStream, places: YAMLPlaces, budget: Int) {
    self.stream = stream
    self.places = places
    self.budget = budget
  }

  /// The value of the text's one document; an empty mapping where there is none.
  mutating func read() throws(Refusal) -> YAMLValue {
    _ = try next()  // the beginning of the stream
    guard try next().kind == .document else { return .empty(places.whole) }
    let value = try reading(of: next(), depth: 1).value
    _ = try next()  // the end of the document
    let last = try next()
    if last.kind == .document {
      let message = "another document begins here, but only one is read"
      diagnostics.append(Diagnostic(.yamlSyntax, message, at: places.first(of: last.range)))
    }
    return value
  }

  private func next() throws(Refusal) -> YAMLEvent {
    do { return try stream.next() } catch { throw .problem(error) }
  }

  private mutating func reading(of event: YAMLEvent, depth: Int) throws(Refusal) -> Reading {
    let span = places.span(of: event)
    try take(1, at: span)
    var reading = Reading(value: .empty(span))
    switch event.kind {
    case .alias(let name): return try alias(name, at: span, depth: depth)
    case .scalar(let text, let isQuoted):
      reading.value.content = .scalar(text, isQuoted: isQuoted)
    case .sequence:
      try nest(&reading, depth: depth)
      reading.value.content = .sequence(try items(of: &reading, depth: depth))
    default:
      try nest(&reading, depth: depth)
      reading.value.content = .mapping(try pairs(of: &reading, depth: depth))
    }
    if let anchor = event.anchor { anchors[anchor] = reading }
    return reading
  }

  private mutating func items(
    of parent: inout Reading, depth: Int
  ) throws(Refusal) -> [YAMLValue] {
    var items: [YAMLValue] = []
    while true {
      let event = try next()
      guard event.kind != .end else { return items }
      items.append(parent.add(try reading(of: event, depth: depth + 1)))
    }
  }

  private mutating func pairs(
    of parent: inout Reading, depth: Int
  ) throws(Refusal) -> [(key: YAMLKey, value: YAMLValue)] {
    var pairs: [(key: YAMLKey, value: YAMLValue)] = []
    var known = KeyPlaces()
    while true {
      let event = try next()
      guard event.kind != .end else { return pairs }
      let key = try key(event, depth: depth + 1)
      let value = parent.add(try reading(of: next(), depth: depth + 1))
      guard let key else { continue }
      if let first = known.add(key) {
        diagnostics.append(
          Diagnostic(
            .yamlDuplicateKey, "key “\(key.name)” stands twice in one mapping", at: key.span
          )
          .labelled("it stands here first", at: first))
      } else {
        pairs.append((key, value))
      }
    }
  }

  /// A key; nil for what is no text.
  ///
  /// Only keys that aliases can multiply count as values.
  private mutating func key(_ event: YAMLEvent, depth: Int) throws(Refusal) -> YAMLKey? {
    let span = places.span(of: event)
    if case .scalar(let name, _) = event.kind, event.anchor == nil {
      return YAMLKey(name: name, span: span)
    }
    let value = try reading(of: event, depth: depth).value
    if case .scalar(let name, _) = value.content { return YAMLKey(name: name, span: span) }
    if !value.isUnread {
      diagnostics.append(Diagnostic(.yamlSyntax, "a key must be text", at: span))
    }
    return nil
  }

  private mutating func alias(
    _ name: String, at span: SourceSpan, depth: Int
  ) throws(Refusal) -> Reading {
    guard let reading = anchors[name] else {
      let hint = suggestion(for: name, among: anchors.keys)
      diagnostics.append(
        Diagnostic(.yamlSyntax, "alias “\(name)” stands for no anchor before it", at: span)
          .hinting(hint))
      return Reading(value: .unread(span))
    }
    try take(reading.count - 1, at: span)
    guard depth + reading.height - 1 <= YAMLReader.deepest else { throw tooDeep(at: span) }
    return reading
  }

  // MARK: Bounds

  /// Takes values from the budget.
  private mutating func take(_ count: Int, at span: SourceSpan) throws(Refusal) {
    guard count <= budget else {
      throw refusal("the YAML document stands for too many values", at: span)
    }
    budget -= count
  }

  /// Begins a list or a mapping.
  private mutating func nest(_ reading: inout Reading, depth: Int) throws(Refusal) {
    guard depth <= YAMLReader.deepest else { throw tooDeep(at: reading.value.span) }
    reading.height = 1
  }

  private mutating func tooDeep(at span: SourceSpan) -> Refusal {
    refusal("the YAML document nests deeper than \(YAMLReader.deepest) levels", at: span)
  }

  private mutating func refusal(_ message: String, at span: SourceSpan) -> Refusal {
    diagnostics.append(Diagnostic(.yamlTooLarge, message, at: span))
    return .bounds
  }
}
