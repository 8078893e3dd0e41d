package import Diagnostics
internal import Manuscript

extension DiagnosticCode {
  package static let policyCode = DiagnosticCode(
    "policy.unknown-code",
    "The report's `diagnostics` name a code that Colophon never reports. `colophon explain` "
      + "lists all.")
  package static let policyConflict = DiagnosticCode(
    "policy.conflict", "The report's `diagnostics` name one code both an error and a warning.")
  package static let policyReason = DiagnosticCode(
    "policy.reason",
    "An allowance says nothing for its reason. Whoever reads the report's findings later needs it.")
  package static let unusedAllowance = DiagnosticCode(
    "policy.unused-allowance",
    "An allowance lets nothing pass: what it was for is mended, or moved. Left in place it would let "
      + "the next mistake pass unseen.")

  /// The codes of the report's policy.
  static let policyCodes: [DiagnosticCode] = [
    .policyCode, .policyConflict, .policyReason, .unusedAllowance,
  ]
}

/// Takes in what a report says about findings.
func resolvePolicy(_ declaration: PolicyDeclaration) -> Diagnosed<DiagnosticPolicy> {
  var resolver = PolicyResolver()
  resolver.set(.error, for: declaration.errors)
  resolver.set(.warning, for: declaration.warnings)
  for allowance in declaration.allowances { resolver.add(allowance) }
  return Diagnosed(resolver.policy, resolver.diagnostics)
}

private struct PolicyResolver {
  var policy = DiagnosticPolicy()
  var diagnostics: [Diagnostic] = []

  mutating func set(_ severity: Severity, for names: [Spanned<String>]) {
    for name in names {
      guard let code = code(name) else { continue }
      if let other = policy.severities[code], other != severity {
        diagnostics.append(
          Diagnostic(.policyConflict, "“\(code.id)” is named an error too", at: name.span))
      }
      policy.severities[code] = severity
    }
  }

  mutating func add(_ declared: PolicyDeclaration.Allowance) {
    // What is missing has been reported by the reader.
    guard let name = declared.code, let reason = declared.reason, let code = code(name) else {
      return
    }
    guard reason.value.contains(where: { !$0.isWhitespace }) else {
      diagnostics.append(
        Diagnostic(.policyReason, "“\(code.id)” is allowed without a reason", at: reason.span))
      return
    }
    let place = declared.place.map { split($0.value) }
    policy.allowances.append(
      DiagnosticPolicy.Allowance(
        code: Spanned(code, at: name.span), reason: reason.value, file: place?.file,
        line: place?.line))
  }

  /// `chapters/1.md:12` as a file and a line.
  private func split(_ place: String) -> (file: String, line: Int?) {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[colon...].dropFirst()) else {
      return (place, nil)
    }
    return (String(place[..<colon]), line)
  }

  private mutating func code(_ name: Spanned<String>) -> DiagnosticCode? {
    if let code = DiagnosticCatalogue.code(name.value) { return code }
    diagnostics.append(
      Diagnostic(.policyCode, "there is no code “\(name.value)”", at: name.span)
        .hinting(suggestion(for: name.value, among: DiagnosticCatalogue.codes.map(\.id))))
    return nil
  }
}
