internal import Declarations
package import Diagnostics
internal import Drawing
internal import Geometry

extension DiagnosticCode {
  package static let unknownColumn = DiagnosticCode(
    "table.unknown-column", "A table block names a column that its query does not give.")
  package static let emptyTable = DiagnosticCode(
    "table.empty", "The query of a table block gives no rows.")
  package static let carriedColumn = DiagnosticCode(
    "table.carried-column",
    "A column whose sums are carried over pages holds text, or stands first, where the words for "
      + "the carried sums must stand.")
  package static let tableNote = DiagnosticCode(
    "table.note", "A mark [^key] in a table has no note under `notes`, or a note there has no mark."
  )

  /// The codes of table blocks.
  static let tableCodes: [DiagnosticCode] = [
    .unknownColumn, .emptyTable, .carriedColumn, .tableNote,
  ]
}

/// A data table as its author declares it: the YAML of a `table` block.
struct TableSpec: Declared {
  /// A column, or several under a common head.
  struct Column: Declared {
    enum Alignment: String, Sendable, CaseIterable {
      case left
      case center
      case right
      case decimal
    }

    var name = Spanned("", at: .none)
    var title: Spanned<String>?
    var columns: [Column] = []
    var alignment: Alignment?
    var width: Length?
    var formats: [Spanned<String>] = []
    var unit: String?
    var isCarried = false
    var marks: Spanned<String>?

    static let fields: [Field<Column>] = [
      Field("name", .spanned(.string), "Column of the query.") { $0.name = $1 },
      Field("title", .spanned(.string), "Head of the column.") { $0.title = $1 },
      Field("columns", .columns, "Columns below this head, which spans them.") {
        $0.columns = $1
      },
      Field(
        "align", .choice(Alignment.self), "left, center, right, or decimal as the layout has it."
      ) {
        $0.alignment = $1
      },
      Field("width", .width, "Width such as 30% or 20mm, or auto.") { $0.width = $1 },
      Field("format", .list(.spanned(.string)), "Number format: grouped, decimals(1), wan, yi.") {
        $0.formats = $1
      },
      Field("unit", .string, "Unit, printed in the head.") { $0.unit = $1 },
      Field("carry", .boolean, "Whether sums are carried over page breaks.") {
        $0.isCarried = $1
      },
      Field("marks", .spanned(.string), "Column of the query with the keys of cells' notes.") {
        $0.marks = $1
      },
    ]
  }

  enum Total: String, Sendable, CaseIterable {
    /// The last row.
    case last
  }

  var id = ""
  var title = ""
  var titles: [Named<String>] = []
  var data: YAMLValue?
  var columns: [Column] = []
  var group: Spanned<String>?
  var total: Total?
  var style: Spanned<String>?
  var placement: [FloatPlacement]?
  var unit: String?
  var source: String?
  var note: String?
  var notes: [Named<String>] = []

  static let fields: [Field<TableSpec>] = [
    Field("id", .string, "Id that references use; begins with tbl-.", isRequired: true) {
      $0.id = $1
    },
    Field("title", .string, "Caption.", isRequired: true) { $0.title = $1 },
    Field("titles", .dictionary(.string), "Caption in further languages, by language.") {
      $0.titles = $1
    },
    Field("data", .any, "SQL over the sources, or a list of records.", isRequired: true) {
      $0.data = $1
    },
    Field("columns", .list(.object(Column.self)), "Columns to show, in order.") {
      $0.columns = $1
    },
    Field("group", .spanned(.string), "Column whose values head the rows that share them.") {
      $0.group = $1
    },
    Field("total", .choice(Total.self), "last: the last row is a total and set apart.") {
      $0.total = $1
    },
    Field("style", .spanned(.string), "Style of tables that the layout declares.") {
      $0.style = $1
    },
    Field(
      "placement", .list(.choice(FloatPlacement.self)),
      "Where it may stand as a float, in order of preference: here, top, bottom, page."
    ) { $0.placement = $1 },
    Field("unit", .string, "Unit of the whole table.") { $0.unit = $1 },
    Field("source", .string, "Where the data come from.") { $0.source = $1 },
    Field("note", .string, "Remark under the table.") { $0.note = $1 },
    Field("notes", .dictionary(.string), "Notes by the keys that marks [^key] name.") {
      $0.notes = $1
    },
  ]
}

extension Codec {
  /// Columns below a head; their schema refers to itself.
  fileprivate static var columns: Codec<[TableSpec.Column]> {
    Codec<[TableSpec.Column]>(schema: .list(.reference("column"))) { value, log in
      Codec<[TableSpec.Column]>.list(.object(TableSpec.Column.self)).decode(value, &log)
    }
  }

  /// A width above nothing; `auto` is the same as none.
  fileprivate static var width: Codec<Length> {
    Codec<Length>(schema: .scalar("string")) { value, log in
      guard case .scalar(let text, _) = value.content, text != "auto" else { return nil }
      if let length = Length(parsing: text), length.value > 0 { return length }
      log.expected("a width such as 30% or 20mm, or auto", got: value)
      return nil
    }
  }
}
