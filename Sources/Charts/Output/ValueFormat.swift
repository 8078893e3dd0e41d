internal import Figures

/// How the numbers of one chart are printed: one precision, one unit.
struct ValueFormat: Hashable, Sendable {
  var precision: Int
  /// Printed after every number: "%" or nothing.
  var suffix: String

  init(spec: ChartSpec, data: ChartData) {
    precision = spec.precision ?? min(data.decimals, 12)
    suffix = spec.unit == "%" ? "%" : ""
  }

  init(precision: Int, suffix: String) {
    self.precision = precision
    self.suffix = suffix
  }

  func print(_ value: ExactDecimal) -> String { number(value) + suffix }

  /// The number without its suffix, grouped from five digits on, with a true minus sign.
  func number(_ value: ExactDecimal) -> String {
    var text = padded(value.rounded(to: precision))
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let digits = text.prefix { $0 != "." }
    let grouped = digits.count > 4 ? group(digits) : String(digits)
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (isNegative && !isZero ? "−" : "") + grouped + text.dropFirst(digits.count)
  }

  /// Plain digits with exactly `precision` decimals.
  private func padded(_ value: ExactDecimal) -> String {
    let lacking = precision - value.scale
    guard lacking > 0 else { return value.description }
    return value.description + (value.scale == 0 ? "." : "")
      + String(repeating: "0", count: lacking)
  }

  private func group(_ digits: Substring) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
