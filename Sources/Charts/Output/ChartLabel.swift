internal import Diagnostics
package import Figures

/// A number that a chart prints beside or in a mark, with the value that it stands for.
///
/// Ticks of an axis and values of reference lines are no labels: they measure, and come from no row.
package struct ChartLabel: Sendable {
  package enum Meaning: String, Sendable {
    case value
    /// The sum of a category's values, or, in the middle of a ring, of all.
    case total
    /// The value's part of its whole, in percent.
    case share
  }

  package var text: String
  package var meaning: Meaning
  /// Of the data, in their unit; that of a share too.
  package var value: ExactDecimal
  /// What the printed digits stand for; nil for parts of a whole that are rounded together.
  package var printed: ExactDecimal?
  /// Number of the category as it is shown, from 0; nil for a sum of all.
  package var category: Int?
  /// Names of category and series; empty where the chart has none.
  package var names: (category: String, series: String)
  package var items: ChartItems
}

/// Items of the display list of a chart or, where it is divided, of one of its pieces.
package struct ChartItems: Hashable, Sendable {
  package var piece = 0
  package var range: Range<Int>
}

/// The lines of the author's text in the middle of a ring, each with its items.
func centreLines(of texts: [DrawnText], _ spec: ChartSpec) -> [(text: String, items: ChartItems)] {
  guard spec.centre != nil else { return [] }
  return texts.filter { $0.mark.role == .centre }.map { ($0.mark.line.text, $0.items) }
}

/// The numbers among the texts of a chart, in the order of drawing.
func labels(of texts: [DrawnText], _ context: PlotContext) -> [ChartLabel] {
  texts.compactMap { text in
    text.mark.datum.map { label(of: text, $0, context) } ?? centreSum(text, context)
  }
}

private func label(of drawn: DrawnText, _ datum: Datum, _ context: PlotContext) -> ChartLabel? {
  let (role, data) = (drawn.mark.role, context.data)
  guard [.value, .total, .share].contains(role), let own = data.value(datum) else { return nil }
  let isTotal = role == .total
  let sum = ExactDecimal.sum(data.series.compactMap { $0.values[datum.category]?.exact })
  let value = isTotal ? sum ?? own.exact : own.exact
  let printed = ValueFormat(context).style.printedValue(of: value)
  return ChartLabel(
    text: drawn.mark.line.text,
    meaning: isTotal ? .total : context.printsShares(role) ? .share : .value, value: value,
    printed: context.roundsTogether(role) ? nil : printed, category: datum.category,
    names: (data.categories[datum.category], isTotal ? "" : data.series[datum.series].name),
    items: drawn.items)
}

/// The sum in the middle of a ring, where the author wrote nothing there.
private func centreSum(_ drawn: DrawnText, _ context: PlotContext) -> ChartLabel? {
  guard drawn.mark.role == .centre, context.spec.centre == nil,
    drawn.mark.line.text.contains(where: \.isNumber)
  else { return nil }
  let sum = SharePlan(context).sum
  return ChartLabel(
    text: drawn.mark.line.text, meaning: .total, value: sum, printed: sum, category: nil,
    names: ("", ""), items: drawn.items)
}

extension PlotContext {
  /// Whether labels of a role print parts of a whole in place of the values.
  fileprivate func printsShares(_ role: TextMark.Role) -> Bool {
    guard spec.unit != "%" else { return false }
    let isStackOfShares = [.percent, .diverging].contains(spec.stack?.value)
    return role == .share || role == .value && isStackOfShares
  }

  /// Whether labels of a role are rounded so that all of them make the whole.
  fileprivate func roundsTogether(_ role: TextMark.Role) -> Bool {
    printsShares(role) || role == .share && (spec.precision ?? data.decimals) < data.decimals
  }
}
