/// Rounds parts so that what is printed adds up to the whole (the method of Hamilton).
///
/// Each part is cut to its decimals, and the units that are then missing go to the parts that lost
/// most; of equal losses the larger part comes first, and of equal parts the earlier one.
///
/// - Parameters:
///   - parts: the exact parts, none negative.
///   - whole: what the printed parts must make, such as 100.
///   - decimals: decimals of print, 0 to 12.
/// - Returns: the rounded parts in their order; nil where no cut of the parts can make the whole,
///   because they miss it by more than one unit for each part that was cut, or one is negative.
package func largestRemainder(
  _ parts: [ExactDecimal], whole: ExactDecimal, decimals: Int
) -> [ExactDecimal]? {
  guard parts.allSatisfy({ !$0.isNegative }), (0...Figure.maximumDecimals).contains(decimals) else {
    return nil
  }
  let unit = ExactDecimal(unchecked: 1, scale: decimals)
  var cut = parts.map { $0.cut(to: decimals) }
  let losses = zip(parts, cut).map { (try? $0.subtracting($1)) ?? .zero }
  var missing = whole
  for part in cut { missing = (try? missing.subtracting(part)) ?? missing }
  let units = missing.movingPoint(left: -decimals).integerValue
  // What nothing was cut from is exact, and stays so.
  let cutParts = parts.indices.filter { !losses[$0].isZero }
  guard let units, (0...cutParts.count).contains(units) else { return nil }
  let order = cutParts.sorted { left, right in
    if losses[left] != losses[right] { return losses[left] > losses[right] }
    return parts[left] != parts[right] ? parts[left] > parts[right] : left < right
  }
  for index in order.prefix(units) { cut[index] = (try? cut[index].adding(unit)) ?? cut[index] }
  return cut.map { $0.padded(to: decimals) }
}

extension ExactDecimal {
  /// Each value's part of the sum of all, in percent, as exact as derivations are.
  ///
  /// - Returns: the parts in their order; zeros where the sum is not above zero.
  package static func percentages(of values: [ExactDecimal]) -> [ExactDecimal] {
    (try? shares(of: values)) ?? values.map { _ in .zero }
  }

  private static func shares(of values: [ExactDecimal]) throws(DecimalError) -> [ExactDecimal] {
    var sum = ExactRational(0)
    for value in values { sum = try sum.adding(ExactRational(value)) }
    guard !sum.isZero, !sum.isNegative else { throw .divisionByZero }
    var shares: [ExactDecimal] = []
    for value in values {
      shares.append(
        try ExactDecimal(ExactRational(value).movingPoint(right: 2).divided(by: sum)))
    }
    return shares
  }

  /// The number without the decimals beyond the given ones.
  fileprivate func cut(to decimals: Int) -> ExactDecimal {
    guard decimals < scale else { return self }
    let power = Int128(ExactDecimal.powersOfTen[min(scale - decimals, 37)])
    return ExactDecimal(unchecked: coefficient / power, scale: decimals)
  }
}
