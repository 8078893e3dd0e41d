/// How one language writes numbers, after CLDR 48, and the words that formats put beside them.
package struct NumberLanguage: Hashable, Sendable {
  /// BCP 47 primary subtag.
  package var tag: String
  package var decimalPoint: String
  package var groupSeparator: String
  /// Fewest digits before the first separator, CLDR's minimumGroupingDigits.
  package var minimumGroupingDigits: Int
  package var minus: String
  /// Between a number and a percent sign.
  package var percentSpace: String
  package var percentSign = "%"
  /// Between a number and any other unit.
  package var unitSpace: String
  /// The digits 0 to 9, where they are not ASCII's.
  package var digits: [Character]?
  package var words: Words

  package struct Words: Hashable, Sendable {
    package var increase: String
    package var decrease: String
    /// For a change of nothing, and for one that rounds to nothing.
    package var unchanged: String
    package var almostUnchanged: String
    package var about: String
    package var over: String
    package var nearly: String
    package var under: String
    package var percentagePoint: String
    package var percentagePoints: String
    /// Before an ordinal number, in languages that put something there.
    package var ordinal: String
  }

  /// The conventions of a BCP 47 tag; those of Chinese where the language is not known.
  package static func of(_ tag: String) -> NumberLanguage {
    let primary = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return known.first { $0.tag == primary } ?? chinese
  }

  /// Four digits stand without a separator (GB/T 15835, 5.1.1).
  package static let chinese = NumberLanguage(
    tag: "zh", decimalPoint: ".", groupSeparator: ",", minimumGroupingDigits: 2, minus: "\u{2212}",
    percentSpace: "", unitSpace: "",
    words: Words(
      increase: "增长", decrease: "下降", unchanged: "持平", almostUnchanged: "基本持平", about: "约",
      over: "超过", nearly: "近", under: "不足", percentagePoint: "个百分点", percentagePoints: "个百分点",
      ordinal: "第"))

  package static let english = NumberLanguage(
    tag: "en", decimalPoint: ".", groupSeparator: ",", minimumGroupingDigits: 1, minus: "\u{2212}",
    percentSpace: "", unitSpace: "\u{A0}",
    words: Words(
      increase: "up ", decrease: "down ", unchanged: "unchanged",
      almostUnchanged: "almost unchanged", about: "about ", over: "over ", nearly: "nearly ",
      under: "under ", percentagePoint: "percentage point", percentagePoints: "percentage points",
      ordinal: ""))

  package static let french = NumberLanguage(
    tag: "fr", decimalPoint: ",", groupSeparator: "\u{202F}", minimumGroupingDigits: 1,
    minus: "\u{2212}", percentSpace: "\u{A0}", unitSpace: "\u{A0}",
    words: Words(
      increase: "hausse de ", decrease: "baisse de ", unchanged: "stable",
      almostUnchanged: "quasi stable", about: "environ ", over: "plus de ", nearly: "près de ",
      under: "moins de ", percentagePoint: "point de pourcentage",
      percentagePoints: "points de pourcentage", ordinal: ""))

  package static let spanish = NumberLanguage(
    tag: "es", decimalPoint: ",", groupSeparator: ".", minimumGroupingDigits: 2, minus: "\u{2212}",
    percentSpace: "\u{A0}", unitSpace: "\u{A0}",
    words: Words(
      increase: "aumento del ", decrease: "descenso del ", unchanged: "sin cambios",
      almostUnchanged: "casi sin cambios", about: "alrededor de ", over: "más de ",
      nearly: "casi ", under: "menos de ", percentagePoint: "punto porcentual",
      percentagePoints: "puntos porcentuales",
      ordinal: ""))

  package static let russian = NumberLanguage(
    tag: "ru", decimalPoint: ",", groupSeparator: "\u{A0}", minimumGroupingDigits: 1,
    minus: "\u{2212}", percentSpace: "\u{A0}", unitSpace: "\u{A0}",
    words: Words(
      increase: "рост на ", decrease: "снижение на ", unchanged: "без изменений",
      almostUnchanged: "почти без изменений", about: "около ", over: "более ", nearly: "почти ",
      under: "менее ", percentagePoint: "п.\u{A0}п.", percentagePoints: "п.\u{A0}п.", ordinal: ""))

  package static let arabic = NumberLanguage(
    tag: "ar", decimalPoint: "٫", groupSeparator: "٬", minimumGroupingDigits: 1,
    minus: "\u{61C}\u{2212}", percentSpace: "", percentSign: "٪\u{61C}", unitSpace: "\u{A0}",
    digits: ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"],
    words: Words(
      increase: "زيادة ", decrease: "انخفاض ", unchanged: "دون تغيير",
      almostUnchanged: "دون تغيير يذكر", about: "نحو ", over: "أكثر من ", nearly: "قرابة ",
      under: "أقل من ", percentagePoint: "نقطة مئوية", percentagePoints: "نقطة مئوية",
      ordinal: "رقم\u{A0}"))

  /// Whether a unit is that of a difference of percentages, in any language.
  static func isPercentagePoints(_ unit: String) -> Bool {
    unit == "百分点"
      || known.contains {
        $0.words.percentagePoints == unit || $0.words.percentagePoint == unit
      }
  }

  package static let known = [chinese, english, french, spanish, russian, arabic]
}
