internal import Declarations
internal import Diagnostics
internal import Geometry
internal import Typography

/// The look of tables, and looks that a table may choose by name: each restates what differs.
struct TableDeclaration: Declared {
  var topRule = RuleDeclaration()
  var headRule = RuleDeclaration()
  var bottomRule = RuleDeclaration()
  var rowRule: RuleDeclaration?
  var columnRule: RuleDeclaration?
  var sideRule: RuleDeclaration?
  var groupRule: RuleDeclaration?
  var totalRule: RuleDeclaration?
  var headBackground: Spanned<String>?
  var stripe: Spanned<String>?
  var totalBackground: Spanned<String>?
  var paddingBlock = Length(3.5, .pt)
  var paddingInline = Length(5, .pt)
  var before = Length(1, .lines)
  var after = Length(1, .lines)
  var numbers = LineSettings.Alignment.end
  var head = Spanned("table-head", at: .none)
  var cell = Spanned("table-cell", at: .none)
  var group: Spanned<String>?
  var total: Spanned<String>?
  /// Read over this declaration when styles are resolved, so that a layout that changes the table
  /// changes all its styles.
  var styles: [Named<YAMLValue>] = []

  static let fields: [Field<TableDeclaration>] = rules + grounds + lengths + texts

  private static let rules: [Field<TableDeclaration>] = [
    Field("top-rule", .rule, "Rule above the head.") { $0.topRule = $1 },
    Field("head-rule", .rule, "Rule under the head.") { $0.headRule = $1 },
    Field("bottom-rule", .rule, "Rule under the table.") { $0.bottomRule = $1 },
    Field("row-rule", .rule, "Rule between rows.") { $0.rowRule = $1 },
    Field("column-rule", .rule, "Rule between columns.") { $0.columnRule = $1 },
    Field("side-rule", .rule, "Rule at the left and right.") { $0.sideRule = $1 },
    Field("group-rule", .rule, "Rule under a head of several columns.") { $0.groupRule = $1 },
    Field("total-rule", .rule, "Rule above totals and carried sums.") { $0.totalRule = $1 },
  ]

  private static let grounds: [Field<TableDeclaration>] = [
    Field("head-background", .spanned(.string), "Colour behind the head, or none.") {
      $0.headBackground = $1
    },
    Field("stripe", .spanned(.string), "Colour behind every second row, or none.") {
      $0.stripe = $1
    },
    Field("total-background", .spanned(.string), "Colour behind totals, or none.") {
      $0.totalBackground = $1
    },
  ]

  private static let lengths: [Field<TableDeclaration>] = [
    Field("padding-block", .length, "Padding above and below a cell.") { $0.paddingBlock = $1 },
    Field("padding-inline", .length, "Padding beside a cell.") { $0.paddingInline = $1 },
    Field("before", .length, "Space above.") { $0.before = $1 },
    Field("after", .length, "Space below.") { $0.after = $1 },
  ]

  private static let texts: [Field<TableDeclaration>] = [
    Field("numbers", .choice(LineSettings.Alignment.self), "Where numbers stand: end or center.") {
      $0.numbers = $1
    },
    Field("head", .spanned(.string), "Paragraph style of the head.") { $0.head = $1 },
    Field("cell", .spanned(.string), "Paragraph style of cells.") { $0.cell = $1 },
    Field("group", .spanned(.string), "Paragraph style of rows that name a group.") {
      $0.group = $1
    },
    Field("total", .spanned(.string), "Paragraph style of totals.") { $0.total = $1 },
    Field("styles", .dictionary(.look), "Looks by name, each with what differs.") {
      $0.styles += $1
    },
  ]
}

extension Codec {
  /// A look of tables, read over the table's own later; its schema refers to that of the table.
  fileprivate static var look: Codec<YAMLValue> {
    Codec<YAMLValue>(schema: .reference("table")) { value, _ in value }
  }

  /// A rule, or `none`.
  fileprivate static var rule: Codec<RuleDeclaration> {
    let object = Codec<RuleDeclaration>.object(RuleDeclaration.self)
    return Codec<RuleDeclaration>(schema: .either([.choice(["none"]), object.schema])) {
      value, log in
      guard case .scalar("none", _) = value.content else { return object.decode(value, &log) }
      var rule = RuleDeclaration()
      rule.thickness = .zero
      return rule
    }
  }
}
