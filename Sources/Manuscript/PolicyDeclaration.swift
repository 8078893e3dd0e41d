package import Declarations
package import Diagnostics

/// `diagnostics` in `report.yaml`: what the house makes of a kind of finding.
///
///     diagnostics:
///       error: [manuscript.repeated-mark]
///       allow:
///         - code: numerals.multiple
///           where: chapters/2-trade.md
///           reason: quoted from the treaty as it stands
package struct PolicyDeclaration: Declared {
  /// Findings that are let pass, with the reason.
  package struct Allowance: Declared {
    package var code: Spanned<String>?
    package var reason: Spanned<String>?
    /// A file of the report, or `file:line`; nil for everywhere.
    package var place: Spanned<String>?

    package init() {}

    package static let fields: [Field<Allowance>] = [
      Field("code", .spanned(.string), "Code of the findings.", isRequired: true) { $0.code = $1 },
      Field("reason", .spanned(.string), "Why they are let pass.", isRequired: true) {
        $0.reason = $1
      },
      Field("where", .spanned(.string), "File of the report, or file:line; everywhere if absent.") {
        $0.place = $1
      },
    ]
  }

  package var errors: [Spanned<String>] = []
  package var warnings: [Spanned<String>] = []
  package var allowances: [Allowance] = []

  package init() {}

  package static let fields: [Field<PolicyDeclaration>] = [
    Field("error", .list(.spanned(.string)), "Codes whose findings are errors.") {
      $0.errors = $1
    },
    Field("warning", .list(.spanned(.string)), "Codes whose findings are warnings.") {
      $0.warnings = $1
    },
    Field("allow", .list(.object(Allowance.self)), "Findings that are let pass, with a reason.") {
      $0.allowances = $1
    },
  ]
}
