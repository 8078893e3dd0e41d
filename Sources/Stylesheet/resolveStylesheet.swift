internal import Declarations
package import Diagnostics
internal import Drawing
internal import Geometry
internal import Typography

extension DiagnosticCode {
  package static let unknownColor = DiagnosticCode(
    "layout.unknown-color", "The layout names a colour that it does not declare under `colors`.")
  package static let invalidColor = DiagnosticCode(
    "layout.invalid-color",
    "A colour's screen value is not #RRGGBB, or its print value is not a list of inks in percent "
      + "such as `K 100` or `C 95 M 70 Y 35 K 30`.")
  package static let unknownStyle = DiagnosticCode(
    "layout.unknown-style", "The layout names a paragraph style that it does not declare.")
  package static let styleCycle = DiagnosticCode(
    "layout.style-cycle", "Paragraph styles extend each other in a circle.")

  package static let unknownWord = DiagnosticCode(
    "layout.unknown-word", "The layout gives a word under `words` that is never printed.")

  /// The codes of this target.
  package static let stylesheetCodes: [DiagnosticCode] = [
    .unknownColor, .invalidColor, .unknownStyle, .styleCycle, .unknownWord,
  ]
}

/// Resolves a layout's declarations to values: names to what they name, lengths to points.
///
/// - Parameters:
///   - layout: what the files of the layout declare.
///   - roles: the font roles that there are.
///   - language: the report's language; nil is the layout's.
/// - Returns: the stylesheet, complete even where declarations are wrong.
package func resolveStylesheet(
  _ layout: LayoutDeclaration, roles: [String], language: String? = nil
) -> Diagnosed<Stylesheet> {
  var resolver = StylesheetResolver(layout: layout, roles: roles, language: language)
  let sheet = resolver.resolve()
  return Diagnosed(sheet, resolver.diagnostics)
}

/// Carries what is known so far through the resolution, in the order colours, styles, the rest.
struct StylesheetResolver {
  let layout: LayoutDeclaration
  let roles: [String]
  var diagnostics: [Diagnostic] = []
  var colors: [String: Color] = ["black": .black, "white": .white]
  var styles: [String: ParagraphStyle] = [:]

  /// The language of what declares none: the report's, or the layout's where that tells more, as
  /// `en-GB` does of `en`.
  let language: String

  init(layout: LayoutDeclaration, roles: [String], language: String? = nil) {
    self.layout = layout
    self.roles = roles
    let report = language ?? layout.language
    self.language = layout.language.hasPrefix(report + "-") ? layout.language : report
  }

  var leading: Double { points(layout.page.leading, em: 11) }

  private func resolvePress() -> PressStyle {
    let press = layout.press
    var limits = PressLimits()
    limits.coverage = press.maximumInk.map { $0 / 100 }
    limits.lineWidth = press.minimumLine.map { points($0) }
    limits.reversedTextSize = press.minimumReversedText.map { points($0) }
    limits.resolution = press.minimumResolution
    return PressStyle(
      standard: press.standard, condition: press.condition, information: press.information,
      profile: press.profile,
      sha256: press.sha256, hasMarks: press.hasMarks, limits: limits)
  }

  func points(_ length: Length, em: Double = 11, container: Double = 0) -> Double {
    let line = length.unit == .lines ? leading : 0
    return length.points(Length.Basis(em: em, line: line, container: container))
  }

  mutating func resolve() -> Stylesheet {
    for named in layout.colors { colors[named.key.name] = color(named.value) }
    let declared = Dictionary(layout.styles.map { ($0.key.name, $0) }) { _, last in last }
    for named in layout.styles { _ = style(named.key.name, in: declared, path: []) }
    let page = resolvePage()
    let table = resolve(layout.table)
    let wordsByLanguage = resolveWords()
    let words = wordsByLanguage[language] ?? Words()
    return Stylesheet(
      page: page, paragraphs: styles, inlines: resolveInlines(), parts: resolveParts(page),
      words: words, wordsByLanguage: wordsByLanguage, headings: resolveHeadings(),
      box: resolveBox(), table: table, tables: resolveTables(), notes: resolveNotes(),
      figures: resolveFigures(), columns: resolveColumns(),
      contents: resolveContents(title: words.contents),
      colors: colors, chartTheme: layout.chart, artwork: artworkFiles(), language: language,
      press: resolvePress(), proof: resolveProof(), house: layout.house)
  }

  private mutating func color(_ declaration: ColorDeclaration) -> Color {
    guard var color = Color(hex: declaration.screen.value) else {
      diagnostics.append(
        Diagnostic(
          .invalidColor, "“\(declaration.screen.value)” is no colour", at: declaration.screen.span,
          hints: ["write #RRGGBB in quotes"]))
      return .black
    }
    if let print = declaration.print {
      if let ink = ink(print.value) {
        color.ink = ink
      } else {
        diagnostics.append(
          Diagnostic(
            .invalidColor, "“\(print.value)” is no list of inks", at: print.span,
            hints: ["write inks in percent, such as K 100 or C 95 M 70 Y 35 K 30"]))
      }
    }
    return color
  }

  /// Reads `K 100`, `C 95 M 70 Y 35 K 30` (missing inks are 0) or `spot NAME TINT`.
  private func ink(_ text: String) -> Ink? {
    let words = text.split(separator: " ")
    guard words.count % 2 == 0, !words.isEmpty else { return nil }
    var inks: [Substring: Double] = [:]
    for index in stride(from: 0, to: words.count, by: 2) {
      guard ["C", "M", "Y", "K"].contains(words[index]), let percent = Double(words[index + 1]),
        (0...100).contains(percent)
      else { return nil }
      inks[words[index]] = percent / 100
    }
    if inks.count == 1, let black = inks["K"] { return .black(black) }
    return .process(
      cyan: inks["C"] ?? 0, magenta: inks["M"] ?? 0, yellow: inks["Y"] ?? 0, black: inks["K"] ?? 0)
  }

  mutating func color(named name: Spanned<String>) -> Color {
    if let color = colors[name.value] { return color }
    diagnostics.append(
      Diagnostic(.unknownColor, "unknown colour “\(name.value)”", at: name.span)
        .hinting(suggestion(for: name.value, among: colors.keys.sorted())))
    return .black
  }

  mutating func rule(_ declaration: RuleDeclaration) -> RuleStyle {
    RuleStyle(thickness: points(declaration.thickness), color: color(named: declaration.color))
  }
}
