internal import Composition
internal import Diagnostics
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Compiler {
  /// Opens the hyphenation patterns of the languages that the report is written in.
  mutating func openHyphenation(_ result: inout Compilation) {
    var languages = [result.language, result.layout.stylesheet.language]
    for part in result.report.parts { languages += part.blocks.languages }
    languages += result.report.references.map(\.language)
    let opened = Hyphenation.open(languages)
    diagnostics += opened.diagnostics
    result.input.hyphenation = opened.value
  }
}

extension [Block] {
  /// Languages that divisions and spans declare.
  fileprivate var languages: [String] {
    var found: [String] = []
    visitInlines { inline in
      if case .span(let span) = inline, let language = span.language {
        found.append(language.value)
      }
    }
    for block in self {
      if case .division(let division) = block, let language = division.attributes["lang"] {
        found.append(language.value)
      }
      found += block.children.languages
    }
    return found
  }
}
