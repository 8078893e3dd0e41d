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

  /// The standards that have it.
  let claims: [Claim]
  let code: DiagnosticCode
  /// The clause of the standard, and for PDF/UA the Matterhorn failure condition.
  let clause: String
  let check: @Sendable (Inspection) -> [Finding]

  /// - Parameters:
  ///   - claims: the standards, which share a prefix.
  ///   - name: `fonts`; with the claims' prefix it is the diagnostic's code.
  ///   - clause: where the standard says it.
  ///   - requirement: what the standard says, as a sentence.
  ///   - check: what a file has against it.
  init(
    _ claims: [Claim], _ name: String, _ clause: String, _ requirement: String,
    _ check: @escaping @Sendable (Inspection) -> [Finding]
  ) {
    self.claims = claims
    self.clause = clause
    self.check = check
    let (family, standard) = claims.first.map { ($0.family, $0.standard) } ?? ("pdf", "PDF")
    code = DiagnosticCode("\(family).\(name)", "\(standard) (\(clause)): \(requirement)")
  }

  static let all = pressRules + opaquePressRules + accessRules + archiveRules

  /// The rules that make up some standards.
  static func of(_ claims: [Claim]) -> [Rule] {
    all.filter { $0.claims.contains(where: claims.contains) }
  }

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
  /// The standard for people, without its levels.
  fileprivate var standard: String {
    switch self {
    case .pdfX4: "PDF/X-4"
    case .pdfX1a: "PDF/X-1a"
    case .pdfUA1: "PDF/UA-1"
    case .pdfA3a, .pdfA3u, .pdfA3b: "PDF/A-3"
    }
  }
}

/// Runs the rules of some standards over a finished file.
///
/// - Parameters:
///   - bytes: any PDF.
///   - claims: the standards; nil for those that the file itself names.
///   - profile: given the standards, what a printer accepts; nil for a file that none looks at.
/// - Returns: the standards looked at, and what is wrong; nothing when the file may name them.
package func verify(
  _ bytes: [UInt8], against claims: [Claim]? = nil,
  printing profile: ([Claim]) -> PreflightProfile? = { _ in nil }
) -> Diagnosed<[Claim]> {
  do {
    let inspection = try Inspection(bytes)
    let others = claims == nil ? inspection.otherStandards : []
    let claims = claims ?? inspection.claims
    return Diagnosed(
      claims,
      Rule.of(claims).flatMap { $0.diagnostics(on: inspection) }
        + others.map {
          Diagnostic(
            .otherStandard, "the file names \($0), for which there are no rules here",
            severity: .note)
        }
        + (profile(claims).map { preflight(inspection, profile: $0) } ?? []))
  } catch {
    return Diagnosed(claims ?? [], [error.diagnosticOfFile])
  }
}

extension PrepressError {
  var diagnosticOfFile: Diagnostic {
    guard case .malformed(let what) = self else { return diagnostic }
    return Diagnostic(.unreadableFile, "the file cannot be read: \(what)")
  }
}

extension DiagnosticCode {
  package static let unreadableFile = DiagnosticCode(
    "prepress.unreadable-file", "The file is no PDF, or it is damaged beyond what a check needs.")
  package static let otherStandard = DiagnosticCode(
    "prepress.other-standard",
    "The file names a standard that Colophon knows no rules of, so that nothing is said about it.")
  static let ruleCodes = Rule.all.map(\.code)
}
