/// A place in set lines that does not follow a rule of `typesetting-zh`, for the typography report.
package struct TypographyFinding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    /// The rule is broken.
    case violation
    /// The rule is met less well than it could be in a wider or reworded line.
    case relaxation
  }

  /// The clause, such as `E1.1`.
  package var rule: String
  package var severity: Severity
  /// Index of the line.
  package var line: Int
  /// What is wrong, lower case, without full stop.
  package var message: String
  /// The text that it is about, as UTF-16 offsets of the paragraph.
  package var range: Range<Int>
  /// How to mend it, where that is known.
  package var hint: String?

  package init(
    rule: String, severity: Severity, line: Int, message: String, range: Range<Int>,
    hint: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.line = line
    self.message = message
    self.range = range
    self.hint = hint
  }
}
