internal import Diagnostics
internal import Figures

/// A number in the author's words, taken apart: 约16.8%, 超过20倍, 下降三成, 不足七成.
struct StatedNumber {
  /// How the words relate the number to the true value.
  enum Relation {
    case equal
    /// 约, 左右
    case about
    /// 近, 接近: below, and not by much.
    case nearly
    /// 不足, 不到
    case below
    /// 超过, 逾, 以上: not below.
    case above
  }

  enum Direction {
    case rise
    case fall
  }

  let number: WrittenNumber
  let relation: Relation
  let direction: Direction?
  /// 增长到, 为, 相当于: what it came to, not by how much.
  let isResult: Bool

  /// Reads a text that states one number; nil when it states none or several.
  init?(_ text: String) {
    var prose = Prose()
    prose.append(text, at: .none, .free)
    let numbers = scanNumbers(prose)
    guard let number = numbers.first, numbers.count == 1 else { return nil }
    let before = prose.text(0..<number.range.lowerBound)
    let words = before + prose.text(number.range.upperBound..<prose.scalars.count)
    self.number = number
    relation = Self.relations.first { $0.words.contains(where: words.contains) }?.relation ?? .equal
    direction = Self.directions.first { $0.words.contains(where: before.contains) }?.direction
    isResult = ["到", "至", "为", "达", "相当于", "是"].contains(where: before.contains)
  }

  /// In the order of asking: 不超过 holds 超过.
  private static let relations: [(words: [String], relation: Relation)] = [
    (["不足", "不到", "低于", "少于", "不超过", "至多", "以内", "以下", "未满"], .below),
    (["超", "逾", "突破", "高于", "多于", "至少", "不低于", "不少于", "以上", "多", "余"], .above),
    (["约", "左右", "上下", "大致", "大体"], .about),
    (["近", "接近"], .nearly),
  ]

  private static let directions: [(words: [String], direction: Direction)] = [
    (["下降", "减少", "降低", "缩短", "缩小", "回落", "下跌", "减", "降", "跌"], .fall),
    (["增长", "上升", "提高", "增加", "扩大", "上涨", "快", "增", "升", "涨"], .rise),
  ]
}
