package import Diagnostics
package import Figures

/// A number that a chart prints, with the value that it stands for.
package struct ChartLabel: Sendable {
  package enum Meaning: String, Sendable {
    case value
    /// The sum of a category's values, or, in the middle of a ring, of all.
    case total
    /// The value's part of its whole, in percent.
    case share
    /// The place of a tick on an axis.
    case tick
    /// The value of a reference line, or an end of a band.
    case reference
    /// An end of the interval that a value lies in.
    case interval
    /// What a cell of a waffle stands for.
    case cell
  }

  package var text: String
  package var meaning: Meaning
  /// In `unit`, unrounded.
  package var value: ExactDecimal
  package var unit: String?
  /// What the printed digits stand for; nil for parts of a whole that are rounded together.
  package var printed: ExactDecimal?
  /// Number of the category as it is shown, from 0; nil for a sum of all.
  package var category: Int?
  /// Names of category and series; empty where the chart has none.
  package var names: (category: String, series: String)
  package var items: ChartItems
  /// Where its author wrote it; nil for what comes from the data.
  package var span: SourceSpan?
}

/// Items of the display list of a chart or, where it is divided, of one of its pieces.
package struct ChartItems: Hashable, Sendable {
  package var piece = 0
  package var range: Range<Int>
}

/// The numbers among the texts of a chart, in the order of drawing; of a share chart, by its plan.
func labels(
  of texts: [DrawnText], _ context: PlotContext, _ plan: SharePlan?
) -> [ChartLabel] {
  let reader = LabelReader(context, plan)
  return texts.flatMap { text in
    let own = text.mark.datum.flatMap { reader.label(of: text, $0) }
    return [own].compactMap(\.self) + text.numbers.map { ChartLabel($0, $1) }
  }
}

extension ChartLabel {
  fileprivate init(_ number: ChartNumber, _ items: ChartItems) {
    self.init(
      text: number.text, meaning: number.meaning, value: number.value, unit: number.unit,
      printed: number.printed, category: nil, names: ("", ""), items: items, span: number.span)
  }
}

/// Finds the value behind a text.
private struct LabelReader {
  let context: PlotContext
  /// Whether the labels of bars are parts of their categories.
  let barsPrintShares: Bool
  /// Every value's exact part of its whole, in percent, by series and category: of all parts, or of
  /// its category's values.
  private var shares: [[ExactDecimal]] = []

  init(_ context: PlotContext, _ plan: SharePlan?) {
    self.context = context
    barsPrintShares =
      [.percent, .diverging].contains(context.spec.stack?.value) && !sumsToHundred(context)
    if context.spec.kind.isShare {
      shares = data.series.map {
        plan?.exactPercentages ?? ExactDecimal.percentages(of: $0.values.map(exact))
      }
    } else if barsPrintShares {
      shares = data.series.map { $0.values.map { _ in .zero } }
      for category in data.categories.indices { findShares(in: category) }
    }
  }

  private var data: ChartData { context.data }
  private var format: ValueFormat { context.format }

  func label(of drawn: DrawnText, _ datum: Datum) -> ChartLabel? {
    let role = drawn.mark.role
    guard [.value, .total, .share].contains(role), let own = data.value(datum) else { return nil }
    let isTotal = role == .total
    let isShare = role == .share ? context.spec.unit != "%" : !isTotal && barsPrintShares
    let value = isTotal ? sum(at: datum) : isShare ? share(of: datum) : own.exact
    return ChartLabel(
      text: drawn.numbers.isEmpty ? drawn.mark.line.text : format.print(value),
      meaning: isTotal ? .total : isShare ? .share : .value,
      value: value, unit: isShare ? "%" : context.spec.unit,
      printed: isShare || isCut(role) ? nil : format.style.printedValue(of: value),
      category: datum.category,
      names: (data.categories[datum.category], isTotal ? "" : data.series[datum.series].name),
      items: drawn.items)
  }

  /// Whether percentages have more decimals than are printed, so that they are rounded together.
  private func isCut(_ role: TextMark.Role) -> Bool {
    role == .share && (context.spec.precision ?? data.decimals) < data.decimals
  }

  // MARK: Wholes

  private func sum(at datum: Datum) -> ExactDecimal {
    ExactDecimal.sum(
      bars(beside: datum).compactMap { data.series[$0].values[datum.category]?.exact })
      ?? .zero
  }

  private func share(of datum: Datum) -> ExactDecimal { shares[datum.series][datum.category] }

  private func exact(_ value: ChartValue?) -> ExactDecimal { value?.exact ?? .zero }

  /// The parts of one category, in each of its stacks.
  private mutating func findShares(in category: Int) {
    for stack in data.panels.isEmpty ? [bars] : data.panels.map({ Array($0.series) }) {
      let values = stack.map { exact(data.series[$0].values[category]) }
      for (series, share) in zip(stack, ExactDecimal.percentages(of: values)) {
        shares[series][category] = share
      }
    }
  }

  /// The series that are bars, where a chart has one plot.
  private var bars: [Int] { Array(data.series.indices.dropLast(context.spec.lines.count)) }

  /// The series whose bars make one stack with a value: those of its plot, without lines.
  private func bars(beside datum: Datum) -> [Int] {
    guard data.panels.isEmpty else {
      return data.panels.first { $0.series.contains(datum.series) }.map { Array($0.series) } ?? []
    }
    return bars
  }
}
