/// Finds where a Chinese text departs from the standards for marks and numbers, which no setting can
/// mend: only its author can (GB/T 15834 and 15835).
///
/// It holds compiled patterns, which cost more to make than most texts to search: make one for many
/// texts.
package struct TextRemarks {
  private let rules = numberRules() + wordingRules()

  package init() {}

  package func findings(in text: StyledText, styles: StyleTable) -> [TypographyFinding] {
    guard let first = text.runs.first, styles.resolved[first.style].isChinese else { return [] }
    let likely = rules.filter { rule in text.text.contains { rule.triggers.contains($0) } }
    guard !likely.isEmpty else { return [] }
    let string = text.string
    return likely.flatMap { rule in
      string.matches(of: rule.pattern).map { match in
        let start = match.range.lowerBound.utf16Offset(in: string)
        let end = match.range.upperBound.utf16Offset(in: string)
        return TypographyFinding(
          rule: rule.id, severity: .relaxation, line: 0,
          message: "“\(string[match.range])”: \(rule.message)", range: start..<end,
          hint: rule.hint)
      }
    }
  }
}

private struct TextRule {
  var id: String
  var pattern: Regex<Substring>
  /// Characters of which a text must hold one for the pattern to match.
  var triggers: [UInt16]
  var message: String
  var hint: String?

  init(
    id: String, pattern: Regex<Substring>, triggers: String, message: String, hint: String? = nil
  ) {
    self.id = id
    self.pattern = pattern.matchingSemantics(.unicodeScalar)
    self.triggers = Array(triggers.utf16)
    self.message = message
    self.hint = hint
  }
}

private func numberRules() -> [TextRule] {
  [
    TextRule(
      id: "E5.2", pattern: #/[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?[万亿]/#, triggers: ",",
      message: "a number in 万 or 亿 is not grouped"),
    TextRule(
      id: "E5.2", pattern: #/\b(?:1,[89]|2,0)[0-9]{2}年(?![来前后间多历])/#, triggers: ",",
      message: "a year is not grouped", hint: "write its four digits together"),
    TextRule(
      id: "E5.3", pattern: #/[0-9]+(?:\.[0-9]+)?[～〜~—][0-9]+(?:\.[0-9]+)?[%％‰万亿]/#,
      triggers: "～〜~—",
      message: "both ends of a range carry the unit"),
    TextRule(
      id: "E5.3", pattern: #/(?:^|[\p{Han}\s，。；：（、～])\.[0-9]+/#, triggers: ".",
      message: "a decimal fraction begins with a zero"),
    TextRule(
      id: "E5.4", pattern: #/[0-9]+[千百十](?:[0-9]|[个名人元家次年项])/#, triggers: "千百十",
      message: "of Han numerals only 万 and 亿 follow figures"),
    TextRule(
      id: "E5.6", pattern: #/^\s*(?:--?|－|–|[Nn]/[Aa]|NA)\s*$/#, triggers: "-－–Aa",
      message: "a cell without a value has its own sign",
      hint: "write — for a value that is missing, … for one that there cannot be"),
  ]
}

private func wordingRules() -> [TextRule] {
  [
    TextRule(
      id: "E5.5", pattern: #/(?:约|大约|近)[0-9.,]+[^，。；、：（）]{0,8}(?:左右|上下)/#, triggers: "右下",
      message: "the number is said to be approximate twice"),
    TextRule(
      id: "E5.5", pattern: #/[一二三四五六七八九]、[一二三四五六七八九][个十百千万]/#, triggers: "、",
      message: "approximate numbers take no 、"),
    TextRule(
      id: "E5.8", pattern: #/(?:下降|减少|降低|缩小|缩短|减小)了?(?:近|约|超过)?[0-9.一二两三四五六七八九十]+(?:多)?倍/#,
      triggers: "倍",
      message: "nothing falls by a multiple; say to which part"),
    TextRule(
      id: "E6.4", pattern: #/》、《|”、“/#, triggers: "《”",
      message: "no 、 stands between quotations and titles in a row"),
    TextRule(
      id: "E6.4", pattern: #/《[^《》]*《[^《》]*》/#, triggers: "《",
      message: "a title within a title stands in 〈〉"),
    TextRule(
      id: "E6.4", pattern: #/[「『]/#, triggers: "「『",
      message: "quotations stand in “” and ‘’"),
  ]
}
