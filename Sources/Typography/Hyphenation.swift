package import Diagnostics

/// The hyphenation patterns of the languages that a document is written in.
package struct Hyphenation: Sendable {
  private let patterns: [String: HyphenationPatterns]

  /// Where Debian keeps the dictionaries.
  package static let folder = "/usr/share/hyphen"

  /// Paths of all dictionaries that can be asked for, sorted.
  package static var files: [String] { dictionaries.values.map { "\(folder)/\($0.0)" }.sorted() }

  /// No word is ever divided.
  package static let none = Hyphenation(patterns: [:])

  /// Opens Debian's patterns for languages given as BCP 47 tags; other languages are left alone.
  ///
  /// Each dictionary that is missing is one warning, and its language is set without hyphens.
  package static func open(
    _ languages: [String], folder: String = Hyphenation.folder
  ) -> Diagnosed<Hyphenation> {
    var patterns: [String: HyphenationPatterns] = [:]
    var diagnostics: [Diagnostic] = []
    for language in Set(languages.map(primary)).sorted() {
      guard let (file, package) = dictionaries[language] else { continue }
      if let opened = HyphenationPatterns(path: "\(folder)/\(file)") {
        patterns[language] = opened
      } else {
        diagnostics.append(
          Diagnostic(
            .missingHyphenation, "no hyphenation patterns for “\(language)” at \(folder)/\(file)",
            severity: .warning, hints: ["install the Debian package \(package)"]))
      }
    }
    return Diagnosed(Hyphenation(patterns: patterns), diagnostics)
  }

  func patterns(for language: String) -> HyphenationPatterns? {
    patterns.isEmpty ? nil : patterns[Hyphenation.primary(language)]
  }

  private static func primary(_ language: String) -> String {
    String(language.prefix { $0 != "-" }).lowercased()
  }

  private static let dictionaries = [
    "en": ("hyph_en_US.dic", "hyphen-en-us"), "fr": ("hyph_fr_FR.dic", "hyphen-fr"),
    "es": ("hyph_es_ES.dic", "hyphen-es"), "ru": ("hyph_ru_RU.dic", "hyphen-ru"),
  ]
}

extension DiagnosticCode {
  package static let missingHyphenation = DiagnosticCode(
    "font.missing-hyphenation",
    "The hyphenation patterns of a language are not on this machine; its words are not divided. "
      + "Install the package that the message names.")
}
