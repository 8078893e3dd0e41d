/// The day, month, quarter, half or year that a figure stands for, or a span of years.
package struct Period: Hashable, Sendable {
  private enum Part: Hashable {
    case year
    case half(Int)
    case quarter(Int)
    case month(Int)
    case day(month: Int, day: Int)
    case years(to: Int)
  }

  private let year: Int
  private let part: Part

  /// Reads `2025`, `2025-H1`, `2025-Q3`, `2025-06`, `2025-06-30` and `2021/2025`.
  package init?(parsing text: String) {
    let years = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.year($0) }
    if years.count == 2, let from = years[0], let to = years[1], from < to {
      (year, part) = (from, .years(to: to))
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, let year = Self.year(first),
      let part = Self.part(parts.dropFirst().map(String.init), year: year)
    else { return nil }
    (self.year, self.part) = (year, part)
  }

  private static func year(_ text: Substring) -> Int? {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func part(_ parts: [String], year: Int) -> Part? {
    switch parts.first {
    case nil: return .year
    case "H1" where parts.count == 1: return .half(1)
    case "H2" where parts.count == 1: return .half(2)
    case let text? where parts.count == 1 && text.hasPrefix("Q"):
      return Int(text.dropFirst()).flatMap { (1...4).contains($0) ? .quarter($0) : nil }
    case let text?:
      guard let month = Int(text), (1...12).contains(month), parts.count <= 2 else { return nil }
      guard parts.count == 2 else { return .month(month) }
      guard let day = Int(parts[1]), (1...days(in: month, year)).contains(day) else { return nil }
      return .day(month: month, day: day)
    }
  }

  private static func days(in month: Int, _ year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The period in full, without leading zeros (GB/T 15835, 5.1.2), by a BCP 47 tag.
  package func text(_ language: String) -> String {
    switch NumberLanguage.of(language).tag {
    case "en": english
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    default: chinese
    }
  }

  private var chinese: String {
    switch part {
    case .year: "\(year)年"
    case .half(let half): "\(year)年\(half == 1 ? "上" : "下")半年"
    case .quarter(let quarter): "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
    case .month(let month): "\(year)年\(month)月"
    case .day(let month, let day): "\(year)年\(month)月\(day)日"
    case .years(let last): "\(year)—\(last)年"
    }
  }

  private var english: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "the \(half == 1 ? "first" : "second") half of \(year)"
    case .quarter(let quarter):
      "the \(["first", "second", "third", "fourth"][quarter - 1]) quarter of \(year)"
    case .month(let month): "\(monthName("en", month)) \(year)"
    case .day(let month, let day): "\(day) \(monthName("en", month)) \(year)"
    case .years(let last): "\(year)–\(last)"
    }
  }

  private var french: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "\(half == 1 ? "premier" : "second") semestre \(year)"
    case .quarter(let quarter): "\(quarter)\(quarter == 1 ? "er" : "e") trimestre \(year)"
    case .month(let month): "\(monthName("fr", month)) \(year)"
    case .day(let month, let day):
      "\(day == 1 ? "1er" : "\(day)") \(monthName("fr", month)) \(year)"
    case .years(let last): "\(year)–\(last)"
    }
  }

  private var spanish: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "\(half == 1 ? "primer" : "segundo") semestre de \(year)"
    case .quarter(let quarter):
      "\(["primer", "segundo", "tercer", "cuarto"][quarter - 1]) trimestre de \(year)"
    case .month(let month): "\(monthName("es", month)) de \(year)"
    case .day(let month, let day): "\(day) de \(monthName("es", month)) de \(year)"
    case .years(let last): "\(year)-\(last)"
    }
  }

  private var russian: String {
    switch part {
    case .year: "\(year)\u{A0}год"
    case .half(let half): "\(half == 1 ? "первое" : "второе") полугодие \(year)\u{A0}года"
    case .quarter(let quarter):
      "\(["первый", "второй", "третий", "четвёртый"][quarter - 1]) квартал \(year)\u{A0}года"
    case .month(let month): "\(russianMonths[month - 1]) \(year)\u{A0}года"
    case .day(let month, let day): "\(day) \(monthName("ru", month)) \(year) года"
    case .years(let last): "\(year)–\(last)\u{A0}годы"
    }
  }

  private var arabic: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "النصف \(half == 1 ? "الأول" : "الثاني") من عام \(year)"
    case .quarter(let quarter):
      "الربع \(["الأول", "الثاني", "الثالث", "الرابع"][quarter - 1]) من عام \(year)"
    case .month(let month): "\(monthName("ar", month)) \(year)"
    case .day(let month, let day): "\(day) \(monthName("ar", month)) \(year)"
    case .years(let last): "\(year)–\(last)"
    }
  }

  private func monthName(_ tag: String, _ month: Int) -> String { months[tag]?[month - 1] ?? "" }
}

/// Months that stand without a day in Russian.
private let russianMonths = [
  "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
  "ноябрь", "декабрь",
]

/// Months as they stand in a date; in Arabic by the usage of the United Nations.
private let months: [String: [String]] = [
  "en": [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ],
  "fr": [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ],
  "es": [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ],
  "ru": [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ],
  "ar": [
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
    "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
  ],
]
