internal import Diagnostics
internal import Figures
internal import Geometry

/// What a share chart shows, before anything has a place.
struct SharePlan: Sendable {
  /// Where each part begins and ends, from 0 to 1 of the whole.
  var bounds: [Double]
  /// The printed share of each part.
  var shares: [String]
  /// The same as numbers, as they are rounded.
  var percentages: [ExactDecimal]
  /// Each part of the whole, in percent, unrounded.
  var exactPercentages: [ExactDecimal]
  var sum: ExactDecimal

  init(_ context: PlotContext) {
    let values = context.data.series[0].values.map { $0?.exact ?? .zero }
    let numbers = values.map(\.doubleValue)
    let whole = numbers.reduce(0, +)
    var end = 0.0
    bounds = [0]
    for number in numbers {
      end += number
      bounds.append(whole > 0 ? end / whole : 0)
    }
    if !numbers.isEmpty { bounds[numbers.count] = 1 }
    sum = ExactDecimal.sum(values) ?? .zero
    exactPercentages = ExactDecimal.percentages(of: values)
    let printed = SharePlan.printed(values, exactPercentages, context)
    percentages = printed.map(\.number)
    shares = printed.map(\.text)
  }

  /// Percentages of the data as they are; other values as shares that add up to 100.
  private static func printed(
    _ values: [ExactDecimal], _ exact: [ExactDecimal], _ context: PlotContext
  ) -> [(number: ExactDecimal, text: String)] {
    let decimals = context.data.decimals
    if context.spec.unit == "%", (context.spec.precision ?? decimals) >= decimals {
      return values.map { ($0, context.format.print($0)) }
    }
    let format = context.shareFormat
    return apportionPercentages(exact, precision: format.precision).map { ($0, format.print($0)) }
  }
}
