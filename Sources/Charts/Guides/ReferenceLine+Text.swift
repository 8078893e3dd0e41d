internal import Diagnostics
internal import Figures
internal import Geometry

extension ReferenceLine {
  /// The text beside it: what it is, and its value or its ends, each number by itself too.
  func text(_ format: ValueFormat) -> (text: String, numbers: [ChartNumber]) {
    var format = format
    let ends = band.map { $0.low == from?.value ? [from, to] : [to, from] }
    let numbers = (ends ?? [value]).compactMap(\.self).map { end in
      if format.style.scale == .one { format.precision = min(end.value.scale, 12) }
      return ChartNumber(
        text: format.print(end.value), meaning: .reference, value: end.value,
        printed: format.style.printedValue(of: end.value), unit: format.valueUnit,
        span: end.span)
    }
    let range = numbers.map(\.text).joined(separator: format.style.language.rangeDash)
    return ([label, range].compactMap(\.self).joined(separator: " "), numbers)
  }

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
