internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Geometry

struct BoxDeclaration: Declared {
  var paddingTop = Length(9, .pt)
  var paddingBottom = Length(10, .pt)
  var paddingLeft = Length(14, .pt)
  var paddingRight = Length(14, .pt)
  var background: Spanned<String>?
  var bar: RuleDeclaration?
  var before = Length(1, .lines)
  var after = Length(1, .lines)

  static let fields: [Field<BoxDeclaration>] = [
    Field("padding-top", .length, "Padding above.") { $0.paddingTop = $1 },
    Field("padding-bottom", .length, "Padding below.") { $0.paddingBottom = $1 },
    Field("padding-left", .length, "Padding at the left.") { $0.paddingLeft = $1 },
    Field("padding-right", .length, "Padding at the right.") { $0.paddingRight = $1 },
    Field("background", .spanned(.string), "Colour by name.") { $0.background = $1 },
    Field("bar", .object(RuleDeclaration.self), "Bar along the left edge.") { $0.bar = $1 },
    Field("before", .length, "Space above.") { $0.before = $1 },
    Field("after", .length, "Space below.") { $0.after = $1 },
  ]
}

struct NoteDeclaration: Declared {
  var separator = RuleDeclaration()
  var separatorLength = 0.28
  var before = Length(8, .pt)
  var after = Length(6, .pt)
  var between = Length(1.5, .pt)
  var conventions = NoteConventions()

  static let fields: [Field<NoteDeclaration>] = [
    Field("separator", .object(RuleDeclaration.self), "Rule above the notes.") {
      $0.separator = $1
    },
    Field("separator-length", .number, "Length of the rule as a part of the measure.") {
      $0.separatorLength = $1
    },
    Field("before", .length, "Space above the rule.") { $0.before = $1 },
    Field("after", .length, "Space below the rule.") { $0.after = $1 },
    Field("between", .length, "Space between notes.") { $0.between = $1 },
    Field("numbering", .choice(NoteConventions.Numbering.self), "document, chapter or page.") {
      $0.conventions.numbering = $1
    },
    Field("mark", .choice(NoteConventions.Mark.self), "arabic, bracketed or circled.") {
      $0.conventions.mark = $1
    },
    Field(
      "placement", .choice(NoteConventions.Placement.self),
      "Marks beside punctuation: as-written, uniform, before-mark or after-mark."
    ) {
      $0.conventions.placement = $1
    },
  ]
}

struct FigureDeclaration: Declared {
  var before = Length(1, .lines)
  var after = Length(1, .lines)
  var captionGap = Length(7, .pt)
  var floats = true
  var placement: [FloatPlacement] = [.here, .top]
  var frame: RuleDeclaration?

  static let fields: [Field<FigureDeclaration>] = [
    Field("before", .length, "Space above.") { $0.before = $1 },
    Field("after", .length, "Space below.") { $0.after = $1 },
    Field("caption-gap", .length, "Space between picture and caption.") { $0.captionGap = $1 },
    Field("float", .boolean, "Whether figures may move to fill pages.") { $0.floats = $1 },
    Field(
      "placement", .list(.choice(FloatPlacement.self)),
      "Where floats may stand, in order of preference: here, top, bottom, page."
    ) { $0.placement = $1 },
    Field("frame", .object(RuleDeclaration.self), "Rule around pictures.") { $0.frame = $1 },
  ]
}

struct ColumnDeclaration: Declared {
  var gap = Length(2, .em)
  var before = Length(1, .lines)
  var after = Length(1, .lines)
  var rule: RuleDeclaration?

  static let fields: [Field<ColumnDeclaration>] = [
    Field("gap", .length, "Space between columns.") { $0.gap = $1 },
    Field("before", .length, "Space above.") { $0.before = $1 },
    Field("after", .length, "Space below.") { $0.after = $1 },
    Field("rule", .object(RuleDeclaration.self), "Rule between columns.") { $0.rule = $1 },
  ]
}

struct ContentsDeclaration: Declared {
  var depth = 2
  var leader = "."
  var leaderPitch = 0.5

  static let fields: [Field<ContentsDeclaration>] = [
    Field("depth", .integer, "Deepest heading level listed.") { $0.depth = $1 },
    Field("leader", .string, "Character that leads to the page number.") { $0.leader = $1 },
    Field("leader-pitch", .number, "Distance of the leader's characters in em.") {
      $0.leaderPitch = $1
    },
  ]
}
