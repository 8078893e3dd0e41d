internal import Composition
internal import Diagnostics
internal import Prepress

extension Compilation {
  /// A warning for each allowance that a whole run of a command needed for nothing.
  ///
  /// - Parameters:
  ///   - editions: the editions that were finished; none in a check.
  ///   - inspectsLines: whether lines were held against the rules of typesetting.
  /// - Returns: the warnings, at the allowances.
  func unusedAllowances(editions: [Edition], inspectsLines: Bool) -> [Diagnostic] {
    policy.unused(in: diagnostics, map) { code in
      if DiagnosticCode.ofLines.contains(code) { return inspectsLines }
      if DiagnosticCode.prepressCodes.contains(code) { return editions.contains(.print) }
      return true
    }
  }
}

extension DiagnosticCode {
  /// What only a check looks for.
  fileprivate static let ofLines: Set<DiagnosticCode> = typographyViolations.union([
    .lineRelaxation, .textRemark, .verdict,
  ])
}
