internal import Figures

/// A date `2026-03-05` as a language writes it in full; what is no such date, or in another
/// language, stands as it is.
func printDate(_ date: String, _ language: String) -> String {
  let primary = language.prefix { $0 != "-" }
  let isKnown = NumberLanguage.known.contains { $0.tag == primary }
  let isDay = date.split(separator: "-").count == 3
  return isKnown && isDay ? Period(parsing: date)?.text(language) ?? date : date
}
