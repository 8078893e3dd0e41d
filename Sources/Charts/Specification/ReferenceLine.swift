package import Declarations
package import Diagnostics
package import Figures

/// A line across the plot at a value, or a band between two: a mean, a target, a usual range.
package struct ReferenceLine: Declared {
  package var value: Spanned<ExactDecimal>?
  package var from: Spanned<ExactDecimal>?
  package var to: Spanned<ExactDecimal>?
  package var label: String?

  package init() {}

  /// The ends of a band, the lower first; nil for a line.
  package var band: (low: ExactDecimal, high: ExactDecimal)? {
    guard let from = from?.value, let to = to?.value else { return nil }
    return from < to ? (from, to) : (to, from)
  }

  /// Every value that must lie on the axis.
  package var values: [Double] {
    [value, from, to].compactMap { $0?.value.doubleValue }
  }

  package static let fields: [Field<ReferenceLine>] = [
    Field("value", .spanned(.decimal), "Where the line stands.") { $0.value = $1 },
    Field("from", .spanned(.decimal), "Where a band begins.") { $0.from = $1 },
    Field("to", .spanned(.decimal), "Where a band ends.") { $0.to = $1 },
    Field("label", .string, "What the line is.") { $0.label = $1 },
  ]
}
