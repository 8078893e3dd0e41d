/// A date `2026-03-05` as a language writes it in full, without leading zeros (GB/T 15835, 5.1.2);
/// what is no such date, or in another language, stands as it is.
func printDate(_ date: String, _ language: String) -> String {
  let parts = date.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3, (1...12).contains(parts[1]) else { return date }
  let (year, day) = (parts[0], parts[2])
  let primary = String(language.prefix { $0 != "-" })
  if primary == "zh" { return "\(year)年\(parts[1])月\(day)日" }
  guard let month = months[primary]?[parts[1] - 1] else { return date }
  return switch primary {
  case "fr": "\(day == 1 ? "1er" : String(day)) \(month) \(year)"
  case "es": "\(day) de \(month) de \(year)"
  case "ru": "\(day) \(month) \(year) года"
  default: "\(day) \(month) \(year)"
  }
}

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
