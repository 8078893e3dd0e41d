internal import Diagnostics
internal import Figures
internal import Geometry

/// The text of a reference: what it is, and its value or its ends.
func referenceLabel(_ reference: ReferenceLine, _ format: ValueFormat) -> String {
  var format = format
  func number(_ value: ExactDecimal) -> String {
    if format.style.scale == .one { format.precision = min(value.scale, 12) }
    return format.print(value)
  }
  var text = reference.value.map { number($0.value) }
  if let band = reference.band {
    var low = number(band.low)
    if !format.suffix.isEmpty, low.hasSuffix(format.suffix) {
      low.removeLast(format.suffix.count)
    }
    text = low + "–" + number(band.high)
  }
  return [reference.label, text].compactMap(\.self).joined(separator: " ")
}

extension ReferenceLine {
  /// Where the label belongs: at the line, or in the middle of the band.
  var middle: Double? {
    if let value { return value.value.doubleValue }
    return band.map { ($0.low.doubleValue + $0.high.doubleValue) / 2 }
  }
}

extension ChartTheme {
  /// The fill of reference bands: a tint that text stands out on.
  var bandFill: Color {
    name.isEmpty || name == Name.institutional.rawValue
      ? reference.tinted(0.14) : Color(gray: 0.9)
  }
}
