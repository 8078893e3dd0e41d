package import Declarations
package import Diagnostics
package import Figures

/// Where a value axis begins when it does not begin at zero: an exception that needs a reason, which
/// the chart prints in its note.
package struct Baseline: Declared {
  package var value: Spanned<ExactDecimal>?
  package var reason: Spanned<String>?

  package init() {}

  package static let fields: [Field<Baseline>] = [
    Field("value", .spanned(.decimal), "Where the axis begins.", isRequired: true) {
      $0.value = $1
    },
    Field("reason", .spanned(.string), "Why it does not begin at zero.", isRequired: true) {
      $0.reason = $1
    },
  ]
}

extension ChartSpec {
  /// Where bars begin.
  package var base: Double { baseline?.value?.value.doubleValue ?? 0 }
}
