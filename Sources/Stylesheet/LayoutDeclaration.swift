package import Declarations
package import Diagnostics
internal import Drawing
internal import Geometry
internal import Typography

/// The files of a layout folder as written, before anything is resolved.
///
/// All YAML files of the folder are read into one declaration, so that a designer may divide them
/// at will; `extends:` reads another layout first.
package struct LayoutDeclaration: Declared {
  package var language = "zh-CN"
  var house = HouseStyle()
  var page = PageDeclaration()
  var colors: [Named<ColorDeclaration>] = []
  var styles: [Named<StyleDeclaration>] = []
  var inlines: [Named<InlineDeclaration>] = []
  var headings: [HeadingDeclaration] = []
  var parts: [Named<PartDeclaration>] = []
  var words: [WordDeclaration] = []
  var box = BoxDeclaration()
  var table = TableDeclaration()
  var notes = NoteDeclaration()
  var figures = FigureDeclaration()
  var columns = ColumnDeclaration()
  var contents = ContentsDeclaration()
  var press = PressDeclaration()
  var proof = ProofDeclaration()
  var chart = YAMLValue.empty()

  package init() {}

  package static let fields: [Field<LayoutDeclaration>] = [
    // Read by `parent(in:)`, before the rest.
    Field("extends", .spanned(.string), "Layout that this one changes.") { _, _ in },
    Field("language", .string, "Language that the layout's own words are in.") {
      $0.language = $1
    },
    Field("line-breaking", .choice(LineBreaking.self), "gb, basic, strict or none.") {
      $0.house.lineBreaking = $1
    },
    Field("punctuation", .choice(PunctuationScheme.self), "quanjiao, kaiming or banjiao.") {
      $0.house.punctuation = $1
    },
    Field("hang", .boolean, "Whether one of 、，。 hangs out at a line's end.") {
      $0.house.hangsMarks = $1
    },
    Field(
      "indented-bracket", .choice(IndentedBracket.self),
      "trim or keep the spare half of an opening mark behind a first-line indent."
    ) {
      $0.house.indentedBracket = $1
    },
    Field(
      "grid", .choice(GridFitting.self),
      "strict keeps Han characters of justified text to cells of one em; none does not."
    ) {
      $0.house.grid = $1
    },
    Field("tolerance", .any, "How far gaps may be opened before a line is reported.") { _, _ in },
    Field("page", .any, "Page size, margins, grid and furniture.") { _, _ in },
    Field("colors", .dictionary(.object(ColorDeclaration.self)), "Colours by name.") {
      $0.colors += $1
    },
    Field("styles", .dictionary(.object(StyleDeclaration.self)), "Paragraph styles by name.") {
      $0.styles += $1
    },
    Field("inlines", .dictionary(.object(InlineDeclaration.self)), "Inline styles by name.") {
      $0.inlines += $1
    },
    Field("headings", .list(.object(HeadingDeclaration.self)), "Heading levels from the first.") {
      $0.headings = $1
    },
    Field("parts", .dictionary(.object(PartDeclaration.self)), "Parts of a report by role.") {
      $0.parts += $1
    },
    Field("words", .words, "Words that the layout prints of itself, also by language.") {
      $0.words += $1
    },
    Field("box", .any, "Boxed cases.") { _, _ in },
    Field("table", .any, "Tables.") { _, _ in },
    Field("notes", .any, "Footnotes.") { _, _ in },
    Field("figures", .any, "Pictures and charts.") { _, _ in },
    Field("columns", .any, "Sections in several columns.") { _, _ in },
    Field("contents", .any, "Table of contents.") { _, _ in },
    Field("press", .any, "Printing condition, marks and limits of the print edition.") { _, _ in },
    Field("proof", .any, "How a proof marks its numbers.") { _, _ in },
    Field("chart", .any, "Chart theme.") { $0.chart = $1 },
  ].map(overlaying)

  /// Sections that a layout may restate in part are read over what stands there already.
  private static func overlaying(_ field: Field<LayoutDeclaration>) -> Field<LayoutDeclaration> {
    var field = field
    switch field.name {
    case "tolerance": field.overlay(\.house.tolerance)
    case "page": field.overlay(\.page)
    case "box": field.overlay(\.box)
    case "table": field.overlay(\.table)
    case "notes": field.overlay(\.notes)
    case "figures": field.overlay(\.figures)
    case "columns": field.overlay(\.columns)
    case "contents": field.overlay(\.contents)
    case "press": field.overlay(\.press)
    case "proof": field.overlay(\.proof)
    default: break
    }
    return field
  }

  /// The layout that one file of a layout says it changes.
  package static func parent(in yaml: YAMLValue) -> Spanned<String>? {
    guard case .mapping(let pairs) = yaml.content,
      let value = pairs.first(where: { $0.key.name == "extends" })?.value, !value.isNull
    else { return nil }
    var log = DecodingLog()
    return Codec<String>.spanned(.string).decode(value, &log)
  }

  /// Reads what a report says about its notes over what the layout says.
  package mutating func read(notes yaml: YAMLValue) -> [Diagnostic] {
    var log = DecodingLog()
    if !yaml.isNull { notes = yaml.decode(into: notes, &log) ?? notes }
    return log.diagnostics
  }

  /// Reads one file of the layout over what has been read so far.
  package mutating func read(_ yaml: YAMLValue) -> [Diagnostic] {
    var log = DecodingLog()
    if !yaml.isNull { self = yaml.decode(into: self, &log) ?? self }
    return log.diagnostics
  }
}

extension Field where Root == LayoutDeclaration {
  fileprivate mutating func overlay<Section: Declared>(
    _ path: any WritableKeyPath<LayoutDeclaration, Section> & Sendable
  ) {
    makeSchema = { .object(of: Section.self) }
    apply = { root, value, log in
      if let section = value.decode(into: root[keyPath: path], &log) {
        root[keyPath: path] = section
      }
    }
  }
}

/// `{ screen: "#12355B", print: C 95 M 70 Y 35 K 30 }`, or just the screen value.
struct ColorDeclaration: Declared {
  var screen = Spanned("#000000", at: .none)
  var print: Spanned<String>?

  static let fields: [Field<ColorDeclaration>] = [
    Field("screen", .spanned(.string), "sRGB value, #RRGGBB.", isRequired: true) {
      $0.screen = $1
    },
    Field("print", .spanned(.string), "Inks in percent: K 100, or C 95 M 70 Y 35 K 30.") {
      $0.print = $1
    },
  ]
}

struct StyleDeclaration: Declared {
  var extends: Spanned<String>?
  var font: Spanned<String>?
  var size: Length?
  var weight: Int?
  var isItalic: Bool?
  var color: Spanned<String>?
  var leading: Length?
  var alignment: LineSettings.Alignment?
  var indent: Length?
  var left: Length?
  var right: Length?
  var before: Length?
  var after: Length?
  var tracking: Double?
  var features: [String]?
  var hyphenates: Bool?
  var keepsWords: Bool?
  var keepsWithNext: Bool?
  var language: String?

  static let fields: [Field<StyleDeclaration>] = [
    Field("extends", .spanned(.string), "Style that this one changes.") { $0.extends = $1 },
    Field("font", .spanned(.string), "Font role.") { $0.font = $1 },
    Field("size", .length, "Type size.") { $0.size = $1 },
    Field("weight", .integer, "Weight, 400 or 700.") { $0.weight = $1 },
    Field("italic", .boolean, "Italic, where the family has one.") { $0.isItalic = $1 },
    Field("color", .spanned(.string), "Colour by name.") { $0.color = $1 },
    Field("leading", .length, "Distance of the baselines.") { $0.leading = $1 },
    Field("align", .choice(LineSettings.Alignment.self), "justify, start, center or end.") {
      $0.alignment = $1
    },
    Field("indent", .length, "Indent of the first line.") { $0.indent = $1 },
    Field("left", .length, "Indent of the block from the left.") { $0.left = $1 },
    Field("right", .length, "Indent of the block from the right.") { $0.right = $1 },
    Field("before", .length, "Space above.") { $0.before = $1 },
    Field("after", .length, "Space below.") { $0.after = $1 },
    Field("tracking", .number, "Extra space after each character, in em.") { $0.tracking = $1 },
    Field("features", .list(.string), "OpenType features.") { $0.features = $1 },
    Field("hyphenate", .boolean, "Whether words may be divided.") { $0.hyphenates = $1 },
    Field("keep-words", .boolean, "Whether lines should end between words only.") {
      $0.keepsWords = $1
    },
    Field("keep-with-next", .boolean, "Whether no page ends after it.") { $0.keepsWithNext = $1 },
    Field("language", .string, "Language, BCP 47.") { $0.language = $1 },
  ]
}

struct InlineDeclaration: Declared {
  var font: String?
  var weight: Int?
  var isItalic: Bool?
  var color: Spanned<String>?
  var scale: Double?
  var rise: Double?
  var features: [String] = []

  static let fields: [Field<InlineDeclaration>] = [
    Field("font", .string, "Font role.") { $0.font = $1 },
    Field("weight", .integer, "Weight.") { $0.weight = $1 },
    Field("italic", .boolean, "Italic.") { $0.isItalic = $1 },
    Field("color", .spanned(.string), "Colour by name.") { $0.color = $1 },
    Field("scale", .number, "Size as a part of the surrounding size.") { $0.scale = $1 },
    Field("rise", .number, "Rise of the baseline as a part of the surrounding size.") {
      $0.rise = $1
    },
    Field("features", .list(.string), "OpenType features.") { $0.features = $1 },
  ]
}

struct HeadingDeclaration: Declared {
  var number = ""
  var separator = "\u{2003}"
  var reference = "{number}"
  var label = "{number}"
  var style = "heading-2"
  var languages: [Named<HeadingPatternDeclaration>] = []

  static let fields: [Field<HeadingDeclaration>] = [
    Field("number", .string, "Pattern of the number, such as {1}.{2} or 第{1:han}章.") {
      $0.number = $1
    },
    Field("separator", .string, "Between number and title.") { $0.separator = $1 },
    Field("reference", .string, "How a reference reads, with {number} or counters.") {
      $0.reference = $1
    },
    Field("label", .string, "How {label} reads on an opener, with {number}.") { $0.label = $1 },
    Field("style", .string, "Paragraph style.") { $0.style = $1 },
    Field(
      "languages", .dictionary(.object(HeadingPatternDeclaration.self)),
      "What is other in another language, by its tag."
    ) {
      $0.languages = $1
    },
  ]
}

/// What the headings of a level have of their own in another language.
struct HeadingPatternDeclaration: Declared {
  var number: String?
  var separator: String?
  var reference: String?
  var label: String?

  static let fields: [Field<HeadingPatternDeclaration>] = [
    Field("label", .string, "How {label} reads on an opener.") { $0.label = $1 },
    Field("number", .string, "Pattern of the number.") { $0.number = $1 },
    Field("separator", .string, "Between number and title.") { $0.separator = $1 },
    Field("reference", .string, "How a reference reads, with {number} or counters.") {
      $0.reference = $1
    },
  ]
}
