internal import Diagnostics
internal import Figures

/// The figures of a report, to find one that a written number may have come from.
struct FigureIndex {
  private let data: DataLayer
  private let figures: [Figure]
  private let language: String

  init(_ data: DataLayer, language: String) {
    self.data = data
    self.figures = data.figures
    self.language = language
  }

  /// Formats to try, from the plainest on.
  private static let formats: [[String]] = [
    [], ["plain"], ["grouped"], ["han"], ["wan"], ["yi"], ["plain", "han"],
  ]

  /// How to write a number as a figure of the same value: “write {{ id }}”.
  ///
  /// A figure that prints the number with its unit is preferred to one with the same digits.
  func binding(for number: WrittenNumber, text: String, digits: String) -> String? {
    guard number.divisor == nil else { return nil }
    let likely = figures.filter { hasValue(of: number, $0) }.prefix(16)
    for wanted in [text, digits] {
      for figure in likely where wanted == text || agree(figure.unit, number.unit) {
        for formats in Self.formats where prints(wanted, figure, formats) {
          let steps = ([figure.id] + formats).joined(separator: " | ")
          let isSameUnit = wanted == text
          return isSameUnit
            ? "write {{ \(steps) }}" : "if it is “\(figure.id)”, write {{ \(steps) }}"
        }
      }
    }
    return nil
  }

  /// Whether a figure's unit may have been written as the number's: 多个 is a form of 个.
  private func agree(_ unit: String, _ written: String) -> Bool {
    written.isEmpty || NumberScale.split(unit).unit == written
  }

  private func hasValue(of number: WrittenNumber, _ figure: Figure) -> Bool {
    let own = NumberScale.split(figure.unit).scale
    let written = number.value.movingPoint(left: -number.scale.power)
    let decimals = max(0, number.value.scale)
    let scaled = figure.value.movingPoint(left: number.scale.power - own.power)
    return figure.value == number.value || figure.value.movingPoint(left: -own.power) == written
      || scaled.rounded(to: decimals) == number.value
  }

  private func prints(_ text: String, _ figure: Figure, _ formats: [String]) -> Bool {
    let printed = data.print(figure.id, formats: formats, language: language, at: .none)
    return printed.value.text == text && printed.diagnostics.isEmpty
  }
}
