/// How much a finding matters: an error stops the build, a warning never changes a byte of output.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case note
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A stable name for one kind of finding, such as `chart.unknown-column`.
///
/// Each target declares its codes as static members beside the phase that reports them and lists
/// them in a static array, so that `colophon explain` and the tests can enumerate them.
package struct DiagnosticCode: Hashable, Sendable {
  /// Target and finding, lower case: `manuscript.unknown-reference`.
  package var id: String
  /// What the finding means and how to mend it, in two or three plain sentences.
  package var explanation: String

  package init(_ id: String, _ explanation: String) {
    self.id = id
    self.explanation = explanation
  }

  package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.id == right.id
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// One finding: data until a renderer makes prose of it.
package struct Diagnostic: Hashable, Sendable, Error {
  /// A second place that a finding speaks of: "first defined here".
  package struct Label: Hashable, Sendable {
    package var span: SourceSpan
    package var text: String

    package init(span: SourceSpan, text: String) {
      self.span = span
      self.text = text
    }
  }

  /// The clause of the list of typesetting rules that a finding is about, and where the pages show it.
  package struct Clause: Hashable, Sendable {
    package var rule: String
    package var page: String
    /// Line of the page, from the top.
    package var line: Int?

    package init(rule: String, page: String, line: Int? = nil) {
      self.rule = rule
      self.page = page
      self.line = line
    }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  /// Lower case, no full stop, names the thing.
  package var message: String
  package var span: SourceSpan
  package var labels: [Label]
  package var hints: [String]
  package var clause: Clause?
  /// Why the finding is let pass; nil when it counts.
  package var allowance: String?

  /// Whether the finding stops a build.
  package var isFailure: Bool { severity == .error && allowance == nil }

  package init(
    _ code: DiagnosticCode, _ message: String, severity: Severity = .error,
    at span: SourceSpan = .none, labels: [Label] = [], hints: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.labels = labels
    self.hints = hints
  }

  package func labelled(_ text: String, at span: SourceSpan) -> Diagnostic {
    var copy = self
    copy.labels.append(Label(span: span, text: text))
    return copy
  }

  package func hinting(_ hint: String?) -> Diagnostic {
    guard let hint else { return self }
    var copy = self
    copy.hints.append(hint)
    return copy
  }
}

/// What a phase returns: a value, as good as it could be made, and everything there is to say of it.
package struct Diagnosed<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
