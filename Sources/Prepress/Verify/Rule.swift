package import Diagnostics

/// One requirement of a standard, as code.
struct Rule: Sendable {
  /// What is wrong, and where.
  struct Finding: Hashable, Sendable {
    var message: String
    /// From 0; nil for the file as a whole.
    var page: Int?

    init(_ message: String, page: Int? = nil) {
      self.message = message
      self.page = page
    }
  }

  let claim: Claim
  let code: DiagnosticCode
  /// The clause of the standard, and for PDF/UA the Matterhorn failure condition.
  let clause: String
  let check: @Sendable (Inspection) -> [Finding]

  /// - Parameters:
  ///   - claim: the standard.
  ///   - name: `fonts`; with the claim's prefix it is the diagnostic's code.
  ///   - clause: where the standard says it.
  ///   - requirement: what the standard says, as a sentence.
  ///   - check: what a file has against it.
  init(
    _ claim: Claim, _ name: String, _ clause: String, _ requirement: String,
    _ check: @escaping @Sendable (Inspection) -> [Finding]
  ) {
    self.claim = claim
    self.clause = clause
    self.check = check
    let standard = claim == .pdfX4 ? "PDF/X-4" : claim == .pdfUA1 ? "PDF/UA-1" : "PDF/A-3"
    code = DiagnosticCode("\(claim.prefix).\(name)", "\(standard) (\(clause)): \(requirement)")
  }

  static let all = pressRules + accessRules + archiveRules

  /// Findings of one rule beyond this many are only counted.
  private static let limit = 10

  func diagnostics(on inspection: Inspection) -> [Diagnostic] {
    let findings = check(inspection)
    var diagnostics = findings.prefix(Rule.limit).map { finding in
      let place = finding.page.map { "page \($0 + 1): " } ?? ""
      return Diagnostic(code, "\(place)\(finding.message) (\(clause))")
    }
    if findings.count > Rule.limit {
      diagnostics.append(
        Diagnostic(code, "\(findings.count - Rule.limit) more findings of this kind (\(clause))"))
    }
    return diagnostics
  }
}

extension Claim {
  fileprivate var prefix: String {
    switch self {
    case .pdfX4: "pdfx"
    case .pdfUA1: "pdfua"
    case .pdfA3a: "pdfa"
    }
  }
}

/// Runs the rules of some standards over a finished file.
///
/// - Parameters:
///   - bytes: any PDF.
///   - claims: the standards; nil for those that the file itself names.
/// - Returns: the standards looked at, and what is wrong; nothing when the file may name them.
package func verify(_ bytes: [UInt8], against claims: [Claim]? = nil) -> Diagnosed<[Claim]> {
  do {
    let inspection = try Inspection(bytes)
    let claims = claims ?? inspection.claims
    let rules = Rule.all.filter { claims.contains($0.claim) }
    return Diagnosed(claims, rules.flatMap { $0.diagnostics(on: inspection) })
  } catch {
    return Diagnosed(claims ?? [], [error.diagnosticOfFile])
  }
}

extension PrepressError {
  fileprivate var diagnosticOfFile: Diagnostic {
    guard case .malformed(let what) = self else { return diagnostic }
    return Diagnostic(.unreadableFile, "the file cannot be read: \(what)")
  }
}

extension DiagnosticCode {
  package static let unreadableFile = DiagnosticCode(
    "prepress.unreadable-file", "The file is no PDF, or it is damaged beyond what a check needs.")
  static let ruleCodes = Rule.all.map(\.code)
}
