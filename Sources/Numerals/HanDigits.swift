internal import Figures

/// The characters of Han numerals and what they stand for; GB/T 15835, 3.2.
enum HanDigits {
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1_000
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || power(scalar) != nil
  }

  /// The value of Han numerals, 点 among them; nil when they are none or too many.
  static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> ExactDecimal? {
    let parts = scalars.split(separator: "点", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(integer), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return ExactDecimal(whole) }
    let digits = parts[1].compactMap { digit($0).map(String.init) }
    guard digits.count == parts[1].count, !digits.isEmpty else { return nil }
    return try? ExactDecimal(parsing: "\(whole).\(digits.joined())")
  }

  private static func integer(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 24 else { return nil }
    if scalars.count <= 17, scalars.allSatisfy({ digit($0) != nil }) {
      return scalars.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
    }
    var total = 0
    var section = 0
    var last = 0
    for scalar in scalars {
      if let digit = digit(scalar) {
        last = digit
      } else if let power = power(scalar), power < 10_000 {
        section += max(last, section == 0 || last > 0 ? 1 : 0) * power
        last = 0
      } else if let power = power(scalar) {
        let (product, overflow) = (total + section + last).multipliedReportingOverflow(by: power)
        if overflow || product > Int.max / 4 { return nil }
        // 一亿二千万: what is smaller than the place before it is added, not multiplied.
        total = power == 10_000 && total > 0 ? total + (section + last) * power : product
        section = 0
        last = 0
      }
    }
    return total + section + last
  }
}
