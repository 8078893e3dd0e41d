package import Geometry

/// How a run of text looks: a font role with size, weight and colour.
package struct TextStyle: Hashable, Sendable {
  /// Name of a role in `Fonts/fonts.yaml`, such as `body` or `heading`.
  package var role: String
  /// Type size in points.
  package var size: Double
  /// CSS weight; 400 is regular, 700 bold.
  package var weight: Int
  package var isItalic: Bool
  package var color: Color
  /// Extra space after every character, in em.
  package var tracking: Double
  /// OpenType features to switch on, such as `tnum`.
  package var features: [String]
  /// BCP 47; chooses glyph forms and line-breaking rules.
  package var language: String
  /// How far the baseline is raised, in points.
  package var rise: Double
  /// Whether words may be divided, given patterns for the language; not so for code and addresses.
  package var hyphenates: Bool
  /// Whether lines of Chinese should end between words rather than inside them: for titles, where a
  /// divided word is read wrongly (CSS Text 4, `word-break: auto-phrase`).
  package var keepsWords: Bool

  package init(
    role: String, size: Double, weight: Int = 400, isItalic: Bool = false, color: Color = .black,
    tracking: Double = 0, features: [String] = [], language: String = "zh-CN", rise: Double = 0,
    hyphenates: Bool = true, keepsWords: Bool = false
  ) {
    self.role = role
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.color = color
    self.tracking = tracking
    self.features = features
    self.language = language
    self.rise = rise
    self.hyphenates = hyphenates
    self.keepsWords = keepsWords
  }
}
