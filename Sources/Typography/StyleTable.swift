internal import Drawing
internal import Geometry

/// The text styles of a document, each resolved once to its faces and shaping options.
///
/// Runs name styles by index: comparing two runs is comparing two integers.
package struct StyleTable: Sendable {
  package let fonts: FontLibrary
  package let house: HouseStyle
  package let hyphenation: Hyphenation
  package private(set) var styles: [TextStyle] = []
  private(set) var resolved: [ResolvedStyle] = []
  private var indices: [TextStyle: Int] = [:]

  package init(
    fonts: FontLibrary, house: HouseStyle = HouseStyle(), hyphenation: Hyphenation = .none
  ) {
    self.fonts = fonts
    self.house = house
    self.hyphenation = hyphenation
  }

  /// The index of a style, added on first use.
  package mutating func index(of style: TextStyle) -> Int {
    if let index = indices[style] { return index }
    indices[style] = styles.count
    styles.append(style)
    resolved.append(ResolvedStyle(style, fonts: fonts, hyphenation: hyphenation))
    return styles.count - 1
  }

  package subscript(index: Int) -> TextStyle { styles[index] }

  /// Height of the style's tallest face above and below the baseline, in points.
  package func extent(of index: Int) -> (ascent: Double, descent: Double) {
    let style = resolved[index]
    return (style.ascent, style.descent)
  }
}

/// A text style with its faces at hand.
struct ResolvedStyle: Sendable {
  var size: Double
  var rise: Double
  var tracking: Double
  var color: Color
  var faces: ResolvedFaces
  var isChinese: Bool
  var isFrench: Bool
  var isRightToLeft: Bool
  /// Nil where words are not to be divided.
  var hyphenation: HyphenationPatterns?
  var ascent: Double
  var descent: Double
  var shaping: [ShapingStyle]

  init(_ style: TextStyle, fonts: FontLibrary, hyphenation: Hyphenation) {
    let faces = fonts.resolve(role: style.role, weight: style.weight, isItalic: style.isItalic)
    size = style.size
    rise = style.rise
    tracking = style.tracking * style.size
    color = style.color
    self.faces = faces
    isChinese = ["zh", "ja", "ko"].contains { style.language.hasPrefix($0) }
    isFrench = style.language.hasPrefix("fr")
    isRightToLeft = ["ar", "he", "fa", "ur"].contains { style.language.hasPrefix($0) }
    self.hyphenation = style.hyphenates ? hyphenation.patterns(for: style.language) : nil
    let metrics = [faces.han, faces.latin].compactMap { $0.map(fonts.face) }
    ascent = (metrics.map(\.ascent).min() ?? 0.88) * style.size
    descent = (metrics.map(\.descent).min() ?? 0.12) * style.size
    shaping = [
      ShapingStyle(language: style.language, features: style.features, isHan: false),
      // Han advances are the grid of the page: no kerning among them.
      ShapingStyle(language: style.language, features: style.features + ["-kern"], isHan: true),
    ]
  }

  /// Shaping options for the Latin or the Han side of the style.
  func shaping(isHan: Bool) -> ShapingStyle { shaping[isHan ? 1 : 0] }
}
