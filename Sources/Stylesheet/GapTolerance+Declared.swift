package import Declarations
package import Typography

/// `tolerance: { warn: 0.1, error: 0.25 }`, in em.
extension GapTolerance: Declared {
  package static let fields: [Field<GapTolerance>] = [
    Field("warn", .number, "Gaps beyond it, in em, are relaxations.") { $0.warn = $1 },
    Field("error", .number, "Gaps beyond it, in em, are violations.") { $0.error = $1 },
  ]
}
