/// A number in Han numerals: 三十三, 一千零一十, 五点二; GB/T 15835, 4.2 and 5.2.
///
/// With `isCount`, a measure word follows, and two is 两.
func hanNumeral(_ value: ExactDecimal, decimals: Int, isCount: Bool = false) -> String {
  let digits = value.magnitude.digits(decimals: decimals)
  let whole = digits.whole.compactMap(\.wholeNumberValue)
  var text = value.isNegative ? "负" : ""
  text += isCount && whole == [2] && digits.fraction.isEmpty ? "两" : hanInteger(whole)
  if !digits.fraction.isEmpty {
    text += "点" + digits.fraction.compactMap(\.wholeNumberValue).map { hanDigits[$0] }.joined()
  }
  return text
}

private let hanDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

/// Groups of four digits with 万, 亿, 万亿 … after them.
private func hanInteger(_ digits: [Int]) -> String {
  guard digits.contains(where: { $0 > 0 }) else { return hanDigits[0] }
  let padding = (4 - digits.count % 4) % 4
  let padded = [Int](repeating: 0, count: padding) + digits
  let groups = stride(from: 0, to: padded.count, by: 4).map { Array(padded[$0..<$0 + 4]) }
  var text = ""
  var needsZero = false
  for (index, group) in groups.enumerated() {
    let place = groups.count - 1 - index
    guard group.contains(where: { $0 > 0 }) else {
      needsZero = !text.isEmpty
      // 亿 stands although its own group is empty: 一万亿.
      if place == 2, !text.isEmpty { text += "亿" }
      continue
    }
    if !text.isEmpty, needsZero || group[0] == 0 { text += hanDigits[0] }
    text += hanGroup(group, isFirst: text.isEmpty) + hanPlace(place)
    needsZero = false
  }
  return text
}

/// Up to four digits; a leading 一十 is 十 where the number begins with it.
private func hanGroup(_ group: [Int], isFirst: Bool) -> String {
  let places = ["千", "百", "十", ""]
  var text = ""
  var needsZero = false
  for (digit, place) in zip(group, places) {
    guard digit > 0 else {
      needsZero = !text.isEmpty
      continue
    }
    if needsZero { text += hanDigits[0] }
    let isBareTen = isFirst && text.isEmpty && place == "十" && digit == 1
    text += (isBareTen ? "" : hanDigits[digit]) + place
    needsZero = false
  }
  return text
}

/// The word after a group of four digits, the last group being 0.
private func hanPlace(_ place: Int) -> String {
  let eights = String(repeating: "亿", count: place / 2)
  return place.isMultiple(of: 2) ? eights : "万" + (place > 2 ? "" : eights)
}

/// Han numerals that cannot be altered, as on cheques: 壹拾贰; in place of a leading 十, 壹拾.
func upperHan(_ text: String) -> String {
  let lower = Array("零一二三四五六七八九十百千两")
  let upper = Array("零壹贰叁肆伍陆柒捌玖拾佰仟贰")
  let isBareTen = text.drop { $0 == "负" }.first == "十"
  let full = isBareTen ? text.replacing("十", with: "一十", maxReplacements: 1) : text
  return String(
    full.map { character in
      lower.firstIndex(of: character).map { upper[$0] } ?? character
    })
}
