internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresCheckFailed = DiagnosticCode(
    "figures.check-failed", "A check in figures.yaml does not hold for the figures as they are.")
  package static let figuresBadCheck = DiagnosticCode(
    "figures.bad-check",
    """
    A check lacks what its kind needs, such as equals for a sum, or has what does not go together: \
    it speaks of figures (of) or of the rows of a query, and only shares are rounded together.
    """)
}

extension DataLayer {
  /// Runs the checks; each that fails is an error at the check, labelled with the figures.
  func run(_ checks: [Spanned<CheckDeclaration>]) -> [Diagnostic] {
    checks.flatMap { check -> [Diagnostic] in
      var run = CheckRun(check: check, layer: self)
      do throws(CheckAbandoned) {
        return try run.failure().map { [$0] } ?? []
      } catch {
        return error.diagnostics
      }
    }
  }
}

extension ExactDecimal {
  /// At most six decimals after the zeros that a fraction begins with, for messages.
  package var shortened: ExactDecimal {
    let digits = "\(coefficient.magnitude)".count
    let kept = max(0, scale - digits) + 6
    return scale > kept ? rounded(to: kept).trimmed : self
  }
}
