package import Declarations
package import Drawing
package import Geometry
package import Typography

/// A layout with everything resolved: lengths in points, colours and styles by value.
package struct Stylesheet: Sendable {
  package var page: PageGeometry
  package var paragraphs: [String: ParagraphStyle]
  package var inlines: [String: InlineStyle]
  package var parts: [String: PartStyle]
  /// Words in the language of the report; see `words(in:)`.
  package var words: Words
  var wordsByLanguage: [String: Words]
  package var headings: [HeadingStyle]
  package var box: BoxStyle
  package var table: TableStyle
  /// Styles that tables choose by name, each the table's own with changes.
  package var tables: [String: TableStyle]
  package var notes: NoteStyle
  package var figures: FigureStyle
  package var columns: ColumnStyle
  package var contents: ContentsStyle
  package var colors: [String: Color]
  /// The chart theme as written; charts decode it themselves.
  package var chartTheme: YAMLValue
  /// Files that the layout places on pages, by the name they are called: path from the layout.
  package var artwork: [String]
  package var language: String
  package var press: PressStyle
  package var proof: ProofStyle
  /// Rules of line composition that the house keeps.
  package var house: HouseStyle

  /// A paragraph style by name; `body` where the layout has none of that name.
  package func paragraph(_ name: String) -> ParagraphStyle {
    paragraphs[name] ?? paragraphs["body"] ?? .plain
  }

  /// The words of a language: those of the nearest tag that has any, `fr` for `fr-CA`; the report's
  /// where the language has none.
  package func words(in language: String) -> Words {
    wordsByLanguage.value(nearest: language) ?? words
  }
}

extension Dictionary where Key == String {
  /// The value of a BCP 47 tag, or of the nearest that is shorter: `zh` for `zh-CN`.
  func value(nearest language: String) -> Value? {
    var tag = Substring(language)
    while !tag.isEmpty {
      if let value = self[String(tag)] { return value }
      tag = tag.lastIndex(of: "-").map { tag[..<$0] } ?? ""
    }
    return nil
  }
}

/// The trimmed page, its type area and what stands around it.
package struct PageGeometry: Sendable {
  package var size: Size
  package var bleed: Double
  /// Margins of a recto page; `left` is the inside, where the page is not mirrored.
  package var margins: EdgeInsets
  /// Distance of the lines of the baseline grid.
  package var leading: Double
  package var isFacing: Bool
  /// Whether the report is bound on its right, as books in Arabic are: recto pages are left ones, and
  /// what stands at either edge changes sides.
  package var isMirrored: Bool
  package var header: FurnitureStyle
  package var footer: FurnitureStyle

  /// The type area of a page.
  package func typeArea(isVerso: Bool) -> Rect {
    var insets = margins
    if (isVerso && isFacing) != isMirrored { swap(&insets.left, &insets.right) }
    return Rect(origin: .zero, size: size).inset(by: insets)
  }
}

/// A running head or foot: templates for both sides of an opening.
package struct FurnitureStyle: Sendable {
  /// Templates with `{title}`, `{part}`, `{section}`, `{page}`; set at the inner and outer edges.
  package var verso: Sides
  package var recto: Sides
  package var style: String
  /// Distance of the baseline from the type area.
  package var distance: Double
  /// Rule between the furniture and the type area.
  package var rule: RuleStyle?

  package struct Sides: Sendable {
    package var left: String
    package var right: String
  }
}

/// A straight rule.
package struct RuleStyle: Sendable, Hashable {
  package var thickness: Double
  package var color: Color

  package init(thickness: Double, color: Color) {
    self.thickness = thickness
    self.color = color
  }
}

/// How a block of text is set; lengths in points.
package struct ParagraphStyle: Hashable, Sendable {
  package var text: TextStyle
  package var leading: Double
  package var alignment: LineSettings.Alignment
  package var indent: Double
  /// Indents of the whole block from the left and right.
  package var left: Double
  package var right: Double
  package var before: Double
  package var after: Double
  package var keepsWithNext: Bool

  package static let plain = ParagraphStyle(
    text: TextStyle(role: "body", size: 11), leading: 18, alignment: .justify, indent: 0, left: 0,
    right: 0, before: 0, after: 0, keepsWithNext: false)
}

/// What a span changes in the style around it; nil keeps the surrounding value.
package struct InlineStyle: Sendable {
  package var role: String?
  package var weight: Int?
  package var isItalic: Bool?
  package var color: Color?
  /// Size as a part of the surrounding size.
  package var scale: Double?
  /// Rise as a part of the surrounding size.
  package var rise: Double?
  package var features: [String]

  package func apply(to style: TextStyle) -> TextStyle {
    var result = style
    if let role { result.role = role }
    if let weight { result.weight = weight }
    if let isItalic { result.isItalic = isItalic }
    if let color { result.color = color }
    if let rise { result.rise += rise * style.size }
    if let scale { result.size *= scale }
    result.features += features
    return result
  }
}

/// How the headings of one level are numbered and set.
package struct HeadingStyle: Sendable {
  package var style: String
  var pattern: HeadingPattern
  var patterns: [String: HeadingPattern]

  /// How headings in a language are numbered: as the nearest tag that the layout names, `fr` for
  /// `fr-CA`, or as in the layout's own.
  package func pattern(in language: String) -> HeadingPattern {
    patterns.value(nearest: language) ?? pattern
  }
}

/// How headings of one level are numbered in one language.
package struct HeadingPattern: Sendable {
  /// Pattern with `{1}` … `{6}` for the counters of the levels, `{1:han}` for Han numerals; empty
  /// for no number.
  package var number: String
  /// What stands between number and title.
  package var separator: String
  /// How a reference to such a heading reads, with `{number}`.
  package var reference: String
  /// How the number reads on the opener of a part, with `{number}`.
  package var label: String
}

/// How the parts of one role open and count.
package struct PartStyle: Hashable, Sendable {
  package enum Opening: String, Sendable, CaseIterable {
    case page
    case recto
  }

  package enum Kind: String, Sendable, CaseIterable {
    case text
    case cover
    case contents
    /// Lists of the figures, of the tables, or of both, as the contents list headings.
    case figures
    case tables
    case captions
    case index
    /// The references that the report cites.
    case references

    /// Whether the part shows the pages of others, so that it is made after them.
    package var listsPages: Bool {
      switch self {
      case .contents, .figures, .tables, .captions, .index: true
      case .text, .cover, .references: false
      }
    }
  }

  package var kind: Kind
  package var opening: Opening
  package var isNumbered: Bool
  package var label: PageLabel.Style
  package var restartsPages: Bool
  package var hasFurniture: Bool
  package var isInContents: Bool
  /// Style of paragraphs in the part, `body` by default.
  package var body: String
  /// Height of the opener at the head of the first page; 0 for none.
  package var openerHeight: Double
  package var blocks: [FixedBlock]
  package var rules: [FixedRule]
  package var artwork: [FixedArtwork]
  /// Number of columns that its text runs through.
  package var columns = 1
}

/// Text at a fixed place of a cover or an opener, from the type area's (opener) or the page's
/// (cover) top left corner.
package struct FixedBlock: Hashable, Sendable {
  /// Template with `{title}`, `{subtitle}`, `{edition}`, `{organization}`, `{date}`, `{label}`,
  /// `{number}`.
  package var text: String
  package var style: String
  package var rect: Rect
  /// Whether the text is ornament only: left out of reading and of the structure.
  package var isDecorative: Bool
}

/// A rule at a fixed place.
package struct FixedRule: Hashable, Sendable {
  package var rect: Rect
  package var color: Color
}

/// A picture of the layout at a fixed place.
package struct FixedArtwork: Hashable, Sendable {
  package var file: String
  package var rect: Rect
}

/// Boxed text, such as a case.
package struct BoxStyle: Sendable {
  package var padding: EdgeInsets
  package var background: Color?
  package var bar: RuleStyle?
  package var before: Double
  package var after: Double
}

/// Notes at the foot of the page.
package struct NoteStyle: Sendable {
  package var separator: RuleStyle
  /// Length of the separator as a part of the measure.
  package var separatorLength: Double
  /// Space above and below the separator.
  package var before: Double
  package var after: Double
  /// Space between notes.
  package var between: Double
  package var conventions: NoteConventions
}

/// Pictures and charts.
package struct FigureStyle: Sendable {
  package var before: Double
  package var after: Double
  /// Space between picture and caption.
  package var captionGap: Double
  package var floats: Bool
  /// Where floats may stand unless they say so themselves.
  package var placement: [FloatPlacement]
  /// Rule around pictures.
  package var frame: RuleStyle?
}

/// Sections in several columns.
package struct ColumnStyle: Sendable {
  package var gap: Double
  package var before: Double
  package var after: Double
  /// Rule in the middle of the gap.
  package var rule: RuleStyle?

  /// The width of each of several columns that share a measure.
  package func width(of count: Int, in measure: Double) -> Double {
    (measure - gap * Double(count - 1)) / Double(count)
  }
}

/// The table of contents.
package struct ContentsStyle: Sendable {
  /// Deepest heading level listed.
  package var depth: Int
  package var leader: String
  /// Distance of the leader's dots in em.
  package var leaderPitch: Double
  package var title: String
}
