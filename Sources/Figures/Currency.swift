/// A currency as each language writes it (CLDR 48, currencies and currencyFormats).
struct Currency: Hashable, Sendable {
  var code: String
  /// The word after a number in Chinese.
  var chinese: String
  /// Signs by language; the code where there is none.
  private var signs: [String: String]
  /// Names after million and billion by language, in the case that they stand in there.
  private var names: [String: String]

  /// The currency that a unit names by its ISO 4217 code or its Chinese word.
  static func named(_ unit: String) -> Currency? {
    known.first { $0.code == unit || $0.chinese == unit }
  }

  func sign(in language: NumberLanguage) -> String { signs[language.tag] ?? code }

  /// The name after a scale, as in “3 millions d’euros”.
  func name(in language: NumberLanguage) -> String { names[language.tag] ?? code }

  private static let known = [
    Currency(
      code: "CNY", chinese: "元", signs: ["en": "CN¥", "ru": "CN¥", "ar": "CN¥"],
      names: ["fr": "yuans", "es": "yuanes", "ru": "юаней", "ar": "يوان"]),
    Currency(
      code: "USD", chinese: "美元",
      signs: ["en": "$", "fr": "$US", "es": "US$", "ru": "$", "ar": "US$"],
      names: ["fr": "dollars", "es": "dólares", "ru": "долларов", "ar": "دولار"]),
    Currency(
      code: "EUR", chinese: "欧元", signs: ["en": "€", "fr": "€", "es": "€", "ru": "€", "ar": "€"],
      names: ["fr": "euros", "es": "euros", "ru": "евро", "ar": "يورو"]),
    Currency(
      code: "GBP", chinese: "英镑", signs: ["en": "£", "fr": "£GB", "ru": "£", "ar": "UK£"],
      names: ["fr": "livres", "es": "libras", "ru": "фунтов", "ar": "جنيه"]),
    Currency(
      code: "JPY", chinese: "日元", signs: ["en": "¥", "ru": "¥", "ar": "JP¥"],
      names: ["fr": "yens", "es": "yenes", "ru": "иен", "ar": "ين"]),
    Currency(
      code: "RUB", chinese: "卢布", signs: ["ru": "₽"],
      names: ["fr": "roubles", "es": "rublos", "ru": "рублей", "ar": "روبل"]),
  ]
}
