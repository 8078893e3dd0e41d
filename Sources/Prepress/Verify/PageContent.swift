/// What the content of a page, with all forms in it, does that rules ask about.
struct PageContent {
  var colors = PageColors()
  /// Painting operators outside of any marked content with an identifier and outside of artifacts.
  var unmarked = 0
  /// Artifacts within tagged content, and tagged content within artifacts.
  var misnested = 0
  /// Identifiers of marked content on the page itself.
  var markers: Set<Int> = []
  /// Codes shown in each font, by the font's object.
  var codes: [ObjectNumber: CodeSet] = [:]
  /// Those of them that show glyphs, in any rendering mode but the invisible one.
  var renderedFonts: Set<ObjectNumber> = []
  /// Objects that were used: images, graphics states, shadings.
  var images: Set<ObjectNumber> = []
  /// What does not simply cover what lies below it.
  var transparencies: [Transparency] = []
  /// Operators that the standard does not have.
  var unknownOperators: Set<String> = []
  var isUnreadable = false
  /// Whether no one has looked at it, as the pages before it took too long.
  var isSkipped = false

  struct Transparency: Hashable, Sendable {
    /// For people: `the image Im1 has a soft mask`.
    var what: String
    /// The marked content of the page that it is in.
    var marker: Int?
  }

  static let group = "a transparency group"

  var usesTransparency: Bool { !transparencies.isEmpty }
}
