internal import Figures

/// How the numbers of one chart are printed: one precision, one unit, by the one number engine.
struct ValueFormat: Hashable, Sendable {
  var style: NumberStyle
  /// Printed after every number: the percent sign or nothing.
  var suffix: String
  /// The unit that is printed once, with the word of its scale; nil for none.
  var unit: String?
  /// The unit of the values before they are scaled for print.
  var valueUnit: String?

  /// - Parameters:
  ///   - spec: the chart.
  ///   - data: what decides unit and decimals.
  ///   - language: BCP 47.
  ///   - rounding: how a half is rounded.
  ///   - isPercent: whether shares are printed in place of the values.
  init(
    _ spec: ChartSpec, _ data: ChartData, language: String, rounding: Rounding,
    isPercent: Bool = false
  ) {
    let numbers = NumberLanguage.of(language)
    style = NumberStyle(isGrouped: numbers.tag != "zh", language: numbers, rounding: rounding)
    suffix = ""
    valueUnit = isPercent ? "%" : spec.unit
    if isPercent || spec.unit == "%" {
      suffix = numbers.percentSpace + numbers.percentSign
      style.decimals = spec.precision ?? (isPercent ? 1 : data.decimals)
    } else {
      scale(to: spec.unit, data, language: numbers)
      style.decimals = spec.precision ?? decimals(of: data)
    }
  }

  var precision: Int {
    get { style.decimals ?? 0 }
    set { style.decimals = newValue }
  }

  func print(_ value: ExactDecimal) -> String { style.text(value) + suffix }

  /// A change, whose direction is said when it goes up too.
  func printChange(_ value: ExactDecimal) -> String {
    (value.isNegative || value.isZero ? "" : "+") + print(value)
  }

  /// The same unit with the decimals that the ticks of an axis need.
  func forTicks(_ ticks: [Tick]) -> ValueFormat {
    var format = self
    format.precision =
      ticks.map { $0.value.movingPoint(left: style.scale.power).trimmed.scale }.max() ?? 0
    return format
  }

  /// The number of a tick, as it is printed.
  func tick(_ value: ExactDecimal, _ text: String) -> ChartNumber {
    ChartNumber(
      text: text, meaning: .tick, value: value, printed: style.printedValue(of: value),
      unit: valueUnit)
  }

  func number(_ value: ExactDecimal) -> String { style.text(value) }

  /// Prints 亿元 for 元, million dollars for dollars when the values are that large, once for the
  /// chart.
  private mutating func scale(to unit: String?, _ data: ChartData, language: NumberLanguage) {
    self.unit = unit.map { language.name(ofUnit: $0) }
    guard let unit, !language.hasScale(unit) else { return }
    let magnitudes = data.series.flatMap { $0.values.compactMap { $0?.exact.magnitude } }
    style.scale = language.axisScale(reaching: magnitudes.max() ?? .zero)
    if style.scale != .one { self.unit = language.unit(unit, scaledBy: style.scale) }
  }

  /// The decimals of the data; for scaled numbers, at most two.
  private func decimals(of data: ChartData) -> Int {
    guard style.scale != .one else { return min(data.decimals, 12) }
    let scaled = data.series.flatMap { series in
      series.values.compactMap { $0?.exact.movingPoint(left: style.scale.power).trimmed.scale }
    }
    return min(scaled.max() ?? 0, 2)
  }
}
