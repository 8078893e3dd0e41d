internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Geometry

struct PageDeclaration: Declared {
  var width = Length(210, .mm)
  var height = Length(297, .mm)
  var bleed = Length(3, .mm)
  var top = Length(30, .mm)
  var bottom = Length(27, .mm)
  var inside = Length(30, .mm)
  var outside = Length(30, .mm)
  var leading = Length(19, .pt)
  /// Lines and characters of the type area, when it is given as a grid.
  var lines: Int?
  var characters: Int?
  var isFacing = true
  var header = FurnitureDeclaration()
  var footer = FurnitureDeclaration()

  static let fields: [Field<PageDeclaration>] = [
    Field("width", .length, "Trimmed width.") { $0.width = $1 },
    Field("height", .length, "Trimmed height.") { $0.height = $1 },
    Field("bleed", .length, "How far artwork reaches beyond the trim.") { $0.bleed = $1 },
    Field("top", .length, "Margin above the type area.") { $0.top = $1 },
    Field("bottom", .length, "Margin below the type area.") { $0.bottom = $1 },
    Field("inside", .length, "Margin at the spine.") { $0.inside = $1 },
    Field("outside", .length, "Margin at the fore edge.") { $0.outside = $1 },
    Field("leading", .length, "Distance of the lines of the baseline grid.") { $0.leading = $1 },
    Field("lines", .integer, "Lines of the type area; sets the bottom margin.") { $0.lines = $1 },
    Field("characters", .integer, "Characters of a line; sets the outside margin.") {
      $0.characters = $1
    },
    Field("facing", .boolean, "Whether left and right pages mirror.") { $0.isFacing = $1 },
    Field("header", .object(FurnitureDeclaration.self), "Running head.") { $0.header = $1 },
    Field("footer", .object(FurnitureDeclaration.self), "Running foot.") { $0.footer = $1 },
  ]
}

struct FurnitureDeclaration: Declared {
  var versoLeft = ""
  var versoRight = ""
  var rectoLeft = ""
  var rectoRight = ""
  var style = "running-head"
  var distance = Length(24, .pt)
  var rule: RuleDeclaration?

  static let fields: [Field<FurnitureDeclaration>] = [
    Field("verso-left", .string, "Left end on left pages.") { $0.versoLeft = $1 },
    Field("verso-right", .string, "Right end on left pages.") { $0.versoRight = $1 },
    Field("recto-left", .string, "Left end on right pages.") { $0.rectoLeft = $1 },
    Field("recto-right", .string, "Right end on right pages.") { $0.rectoRight = $1 },
    Field("style", .string, "Paragraph style.") { $0.style = $1 },
    Field("distance", .length, "Baseline from the type area.") { $0.distance = $1 },
    Field("rule", .object(RuleDeclaration.self), "Rule beside it.") { $0.rule = $1 },
  ]
}

struct RuleDeclaration: Declared {
  var thickness = Length(0.5, .pt)
  var color = Spanned("black", at: .none)

  static let fields: [Field<RuleDeclaration>] = [
    Field("thickness", .length, "Thickness.") { $0.thickness = $1 },
    Field("color", .spanned(.string), "Colour by name.") { $0.color = $1 },
  ]
}

struct PartDeclaration: Declared {
  var kind = PartStyle.Kind.text
  var opening = PartStyle.Opening.page
  var isNumbered = false
  var folio = PageLabel.Style.decimal
  var restartsPages = false
  var hasFurniture = true
  var isInContents = true
  var body = "body"
  var openerHeight = Length.zero
  var columns = 1
  var blocks: [FixedDeclaration] = []

  static let fields: [Field<PartDeclaration>] = [
    Field(
      "kind", .choice(PartStyle.Kind.self),
      "text, cover, contents, figures, tables, captions (figures and tables), index or references."
    ) { $0.kind = $1 },
    Field("opens", .choice(PartStyle.Opening.self), "On a new page, or on a recto.") {
      $0.opening = $1
    },
    Field("numbered", .boolean, "Whether its headings are numbered.") { $0.isNumbered = $1 },
    Field("folio", .choice(PageLabel.Style.self), "Page numbers.") { $0.folio = $1 },
    Field("restart-pages", .boolean, "Whether its pages count from one.") {
      $0.restartsPages = $1
    },
    Field("furniture", .boolean, "Whether it has running heads and folios.") {
      $0.hasFurniture = $1
    },
    Field("in-contents", .boolean, "Whether the contents list it.") { $0.isInContents = $1 },
    Field("body", .string, "Style of its paragraphs.") { $0.body = $1 },
    Field("opener-height", .length, "Height of the opener on its first page.") {
      $0.openerHeight = $1
    },
    Field("columns", .integer, "Columns that its text runs through, 1 to 4.") { $0.columns = $1 },
    Field("blocks", .list(.object(FixedDeclaration.self)), "What the cover or opener shows.") {
      $0.blocks = $1
    },
  ]
}

/// One thing at a fixed place: text, a rule or a picture.
struct FixedDeclaration: Declared {
  var text: String?
  var style = "body"
  var artwork: String?
  var color: Spanned<String>?
  var x = Length.zero
  var y = Length.zero
  var width = Length(100, .percent)
  var height = Length(100, .percent)
  var isDecorative = false

  static let fields: [Field<FixedDeclaration>] = [
    Field("text", .string, "Text with {title}, {label} and the like.") { $0.text = $1 },
    Field("style", .string, "Paragraph style of the text.") { $0.style = $1 },
    Field("artwork", .string, "SVG file of the layout.") { $0.artwork = $1 },
    Field("color", .spanned(.string), "Fill of a plain rectangle, by name.") { $0.color = $1 },
    Field("x", .length, "From the left.") { $0.x = $1 },
    Field("y", .length, "From the top.") { $0.y = $1 },
    Field("width", .length, "Width.") { $0.width = $1 },
    Field("height", .length, "Height.") { $0.height = $1 },
    Field("decorative", .boolean, "Whether it is ornament that no one reads.") {
      $0.isDecorative = $1
    },
  ]
}
