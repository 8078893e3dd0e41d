internal import Composition
internal import Declarations
package import Diagnostics
internal import Figures
internal import Geometry
internal import Typography

extension DiagnosticCode {
  package static let unknownColumn = DiagnosticCode(
    "table.unknown-column", "A table block names a column that its query does not give.")
  package static let emptyTable = DiagnosticCode(
    "table.empty", "The query of a table block gives no rows.")
}

/// A data table as its author declares it: the YAML of a `table` block.
struct TableSpec: Declared {
  struct Column: Declared {
    enum Alignment: String, Sendable, CaseIterable {
      case left
      case center
      case right
    }

    var name = Spanned("", at: .none)
    var title: String?
    var alignment: Alignment?
    var width: Spanned<String>?
    var formats: [Spanned<String>] = []
    var unit: String?

    static let fields: [Field<Column>] = [
      Field("name", .spanned(.string), "Column of the query.", isRequired: true) { $0.name = $1 },
      Field("title", .string, "Head of the column.") { $0.title = $1 },
      Field("align", .choice(Alignment.self), "left, center or right.") { $0.alignment = $1 },
      Field("width", .spanned(.string), "Share of the measure such as 30%, or auto.") {
        $0.width = $1
      },
      Field("format", .list(.spanned(.string)), "Number format: grouped, decimals(1), wan, yi.") {
        $0.formats = $1
      },
      Field("unit", .string, "Unit, printed in the head.") { $0.unit = $1 },
    ]
  }

  var id = ""
  var title = ""
  var titles: [Named<String>] = []
  var data: YAMLValue?
  var columns: [Column] = []
  var unit: String?
  var source: String?
  var note: String?

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
    Field("unit", .string, "Unit of the whole table.") { $0.unit = $1 },
    Field("source", .string, "Where the data come from.") { $0.source = $1 },
    Field("note", .string, "Remark under the table.") { $0.note = $1 },
  ]
}

/// Makes the cells of a table of what its query gave: every number by the one number engine.
func tabulate(
  _ spec: TableSpec, _ table: DataTable, language: String, span: SourceSpan
) -> Diagnosed<TableContent> {
  var diagnostics: [Diagnostic] = []
  if table.rowCount == 0 && !table.columns.isEmpty {
    diagnostics.append(Diagnostic(.emptyTable, "table “\(spec.id)” has no rows", at: span))
  }
  var shown = spec.columns
  if shown.isEmpty {
    shown = table.columns.map { column in
      var declared = TableSpec.Column()
      declared.name = Spanned(column.name, at: span)
      return declared
    }
  }
  var columns: [TableContent.Column] = []
  var cells: [[String]] = []
  for column in shown {
    guard let index = table.columnIndex(named: column.name.value) else {
      diagnostics.append(
        Diagnostic(
          .unknownColumn, "the query gives no column “\(column.name.value)”", at: column.name.span
        ).hinting(suggestion(for: column.name.value, among: table.columns.map(\.name))))
      continue
    }
    let format = numberStyle(of: column, language: language)
    diagnostics += format.diagnostics
    columns.append(head(of: column, table.columns[index]))
    cells.append((0..<table.rowCount).map { text(table[$0, index], format.value) })
  }
  let rows = (0..<table.rowCount).map { row in cells.map { $0[row] } }
  var content = TableContent(
    title: spec.title, columns: columns, rows: rows, unit: spec.unit, source: spec.source,
    note: spec.note)
  content.translations = spec.titles.map(TranslatedTitle.init)
  return Diagnosed(content, diagnostics)
}

extension TranslatedTitle {
  init(_ named: Named<String>) { self.init(language: named.key.name, title: named.value) }
}

private func head(of column: TableSpec.Column, _ data: DataTable.Column) -> TableContent.Column {
  let natural: LineSettings.Alignment = data.kind == .number ? .end : .start
  let alignment: LineSettings.Alignment =
    switch column.alignment {
    case .left: .start
    case .center: .center
    case .right: .end
    case nil: natural
    }
  let unit = column.unit.map { "（\($0)）" } ?? ""
  let width = column.width.flatMap { Length(parsing: $0.value) }
  return TableContent.Column(
    title: (column.title ?? column.name.value) + unit, alignment: alignment,
    width: width.flatMap { $0.unit == .percent ? $0.value / 100 : nil })
}

private func numberStyle(
  of column: TableSpec.Column, language: String
) -> Diagnosed<NumberStyle> {
  let span = column.formats.first?.span ?? column.name.span
  let parsed = FigureFormat.parse(column.formats.map(\.value), at: span)
  let style = NumberStyle(
    decimals: parsed.value.decimals, isGrouped: parsed.value.isGrouped,
    scale: parsed.value.scale ?? .one, language: NumberLanguage.of(language))
  return Diagnosed(style, parsed.diagnostics)
}

private func text(_ value: DataValue, _ style: NumberStyle) -> String {
  switch value {
  case .null: "—"
  case .text(let text): text
  case .number(let number): style.text(number)
  }
}
