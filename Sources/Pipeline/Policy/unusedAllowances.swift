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
      return code.isLookedFor(inFilesClaiming: editions.flatMap(claims))
    }
  }
}

extension DiagnosticCode {
  /// Whether finishing files that claim some standards would find it; what has nothing to do with
  /// finishing is found without any.
  ///
  /// The rules of a standard run on what claims it, preflight on what is for the press.
  fileprivate func isLookedFor(inFilesClaiming claims: [Claim]) -> Bool {
    let family = String(id.prefix { $0 != "." })
    if Claim.allCases.contains(where: { $0.family == family }) {
      return claims.contains { $0.family == family }
    }
    if self == .flattenedPicture { return claims.contains(.pdfX1a) }
    return !DiagnosticCode.prepressCodes.contains(self)
      || claims.contains(where: Claim.press.contains)
  }

  /// What only a check looks for.
  fileprivate static let ofLines: Set<DiagnosticCode> = typographyViolations.union([
    .lineRelaxation, .textRemark, .verdict,
  ])
}
