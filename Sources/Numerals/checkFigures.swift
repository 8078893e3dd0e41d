package import Diagnostics
package import Figures

/// Reports figures whose unit does not say what their derivation computes.
func checkFigures(_ data: DataLayer, into diagnostics: inout [Diagnostic]) {
  for figure in data.figures {
    guard case .derivation(let text, let ids) = figure.origin, ids.count == 2,
      text.count(where: { $0 == "(" }) == 1, figure.isDifference
    else { continue }
    let operands = ids.compactMap(data.figure)
    // 100 % less a share is the rest of the whole, a share again.
    guard ["%", "％"].contains(figure.unit), operands.count == 2,
      operands.allSatisfy({ ["%", "％"].contains($0.unit) && $0.value != ExactDecimal(100) })
    else { continue }
    diagnostics.append(
      Diagnostic(
        .percentForPoints,
        "“\(figure.id)” is the difference of two percentages, and its unit is %",
        at: figure.span, hints: ["write “unit: 个百分点”"]))
  }
}

/// Reports figures that are shown twice and do not agree at the coarser precision.
package func checkAgreement(_ numbers: [PrintedNumber]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var shown: [String: [PrintedNumber]] = [:]
  for number in numbers where number.text != "?" {
    let others = shown[number.figure] ?? []
    guard !others.contains(where: { $0.printedValue == number.printedValue }) else { continue }
    if let other = others.first(where: { !$0.agrees(with: number) }) {
      diagnostics.append(
        Diagnostic(
          .figureDisagrees,
          "“\(number.figure)” is \(number.text) here and \(other.text) elsewhere, which do not round "
            + "to each other", severity: .warning, at: number.span,
          hints: ["print both with the same decimals"]
        ).labelled("shown as \(other.text)", at: other.span))
    }
    shown[number.figure] = others + [number]
  }
  return diagnostics
}

extension PrintedNumber {
  fileprivate func agrees(with other: PrintedNumber) -> Bool {
    let (own, others) = (printedValue.places, other.printedValue.places)
    return own < others
      ? other.printedValue.rounded(to: own) == printedValue
      : printedValue.rounded(to: others) == other.printedValue
  }
}

extension ExactDecimal {
  /// Decimals of the last digit that is not zero; negative for tens and hundreds.
  fileprivate var places: Int {
    let value = trimmed
    guard value.scale == 0, !value.isZero else { return value.scale }
    var places = 0
    while places > -30, value.rounded(to: places - 1) == value { places -= 1 }
    return places
  }
}

extension Figure {
  fileprivate var isDifference: Bool { function == "difference" || function == "points" }
}
