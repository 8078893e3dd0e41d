package import Diagnostics

/// A YAML value with its span: what every reader of YAML in the project decodes from.
package struct YAMLValue: Sendable {
  package enum Content: Sendable {
    /// A scalar as written, and whether it was quoted (a quoted `1` is text).
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLValue])
    case mapping([(key: YAMLKey, value: YAMLValue)])
  }

  package var content: Content
  package var span: SourceSpan
  /// Whether the text behind the value could not be read: what it lacks is then no further mistake.
  package private(set) var isUnread = false

  package init(content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// An empty mapping, which stands in for a document that is not there.
  package static func empty(_ span: SourceSpan = .none) -> YAMLValue {
    YAMLValue(content: .mapping([]), span: span)
  }

  /// An empty mapping, which stands in for a document that could not be read.
  package static func unread(_ span: SourceSpan) -> YAMLValue {
    var value = empty(span)
    value.isUnread = true
    return value
  }

  /// What the value is, in a message: "a list".
  package var kindName: String {
    switch content {
    case .scalar(let text, let isQuoted): text.isEmpty && !isQuoted ? "nothing" : "“\(text)”"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  package var isNull: Bool {
    guard case .scalar(let text, false) = content else { return false }
    return ["", "~", "null"].contains(text)
  }
}

/// A key of a mapping, with its place.
package struct YAMLKey: Hashable, Sendable {
  package var name: String
  package var span: SourceSpan

  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

extension YAMLValue: Equatable {
  package static func == (left: YAMLValue, right: YAMLValue) -> Bool {
    left.span == right.span && left.isUnread == right.isUnread && left.content == right.content
  }
}

extension YAMLValue.Content: Equatable {
  package static func == (left: YAMLValue.Content, right: YAMLValue.Content) -> Bool {
    switch (left, right) {
    case (.scalar(let text, let isQuoted), .scalar(let other, let otherIsQuoted)):
      text == other && isQuoted == otherIsQuoted
    case (.sequence(let values), .sequence(let others)): values == others
    case (.mapping(let pairs), .mapping(let others)):
      pairs.elementsEqual(others) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}
