internal import Figures

/// A number as it stands in a text: digits or Han numerals, and the unit behind them.
struct WrittenNumber: Sendable {
  /// The digits in the text.
  var range: Range<Int>
  /// The unit with what may stand before it: 多万家.
  var unitRange: Range<Int>
  var value: ExactDecimal
  var isHan: Bool
  /// Whether Han numerals stand without 十, 百, 千: 二〇二五, 七八.
  var isSequence = false
  /// 百分之, 千分之 and 四分之: what the value is divided by.
  var divisor: ExactDecimal?
  /// 万, 亿 behind the digits.
  var scale = NumberScale.one
  /// The measure word or unit.
  var unit = ""

  /// The number with its unit.
  var wholeRange: Range<Int> { range.lowerBound..<unitRange.upperBound }
}
