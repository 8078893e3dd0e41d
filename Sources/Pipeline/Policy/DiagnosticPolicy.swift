internal import Composition
internal import Diagnostics
internal import Figures
internal import Numerals

/// What a report makes of findings: their severities, and which of them it lets pass.
///
/// It is applied to what was found, never to the finding of it, so that the whole truth stays in the
/// files for machines.
struct DiagnosticPolicy: Sendable {
  struct Allowance: Sendable {
    var code: Spanned<DiagnosticCode>
    var reason: String
    var file: String?
    var line: Int?

    /// Whether it lets a finding of its code at a place pass.
    func covers(_ place: SourceLocation?) -> Bool {
      guard let file else { return true }
      return place?.file == file && (line == nil || place?.line == line)
    }
  }

  var severities: [DiagnosticCode: Severity] = [:]
  var allowances: [Allowance] = []

  /// Errors that are a judgement: with them the output is still complete and says what its sources
  /// say.
  ///
  /// Behind every other error something would be missing or wrong, or a standard be claimed
  /// that is not kept.
  static let judgements: Set<DiagnosticCode> = Set(
    DiagnosticCode.numeralCodes + [
      .figuresCheckFailed, .looseLine, .strandedLine, .lineViolation, .notePlacement,
    ])

  /// The findings as the report sees them, in the same order.
  func judge(_ diagnostics: [Diagnostic], in map: SourceMap) -> [Diagnostic] {
    guard !severities.isEmpty || !allowances.isEmpty else { return diagnostics }
    return diagnostics.map { judge($0, in: map) }
  }

  private func judge(_ diagnostic: Diagnostic, in map: SourceMap) -> Diagnostic {
    var judged = diagnostic
    let place = map.location(of: diagnostic.span)
    let allowance = allowances.first { $0.code.value == diagnostic.code && $0.covers(place) }
    let severity = severities[diagnostic.code] ?? diagnostic.severity
    let isHard = diagnostic.severity == .error && !Self.judgements.contains(diagnostic.code)
    if isHard {
      guard allowance != nil || severity != .error else { return diagnostic }
      return diagnostic.hinting("report.yaml cannot let this pass: the output would be wrong")
    }
    judged.severity = severity
    judged.allowance = allowance?.reason
    return judged
  }

  /// A warning for each allowance that nothing was found for.
  ///
  /// - Parameters:
  ///   - diagnostics: everything that was found.
  ///   - map: the sources that it points into.
  ///   - isLookedFor: whether the run would have found the code.
  /// - Returns: the warnings, at the allowances.
  func unused(
    in diagnostics: [Diagnostic], _ map: SourceMap, isLookedFor: (DiagnosticCode) -> Bool
  ) -> [Diagnostic] {
    allowances.compactMap { allowance in
      let code = allowance.code.value
      let isUsed = diagnostics.contains {
        $0.code == code && allowance.covers(map.location(of: $0.span))
      }
      guard !isUsed, isLookedFor(code) else { return nil }
      return Diagnostic(
        .unusedAllowance, "nothing of “\(code.id)” is found here", severity: .warning,
        at: allowance.code.span, hints: ["remove the allowance"])
    }
  }
}
