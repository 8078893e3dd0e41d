internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Geometry
internal import Manuscript
internal import Typography

/// Makes the cells of a table of what its query gave: every number by the one number engine.
func tabulate(
  _ spec: TableSpec, _ texts: PrintedBlock, _ table: DataTable, language: String,
  rounding: Rounding = .halfAway, carrySource: SourceID = SourceID(index: 0)
) -> Diagnosed<TabulatedTable> {
  var tabulation = Tabulation(spec: spec, texts: texts, table: table, language: language)
  tabulation.rounding = rounding
  tabulation.carrySource = carrySource
  let result = tabulation.tabulate()
  return Diagnosed(result, tabulation.diagnostics)
}

/// A table as it is shown, with the data behind each of its cells.
struct TabulatedTable: Sendable {
  var content: TableContent
  /// The row of data of each row that is shown; nil for the name of a group.
  var rows: [Int?]
  var columns: [Tabulation.ShownColumn]
  /// The sums that may be carried, each with its place.
  var sums: [Tabulation.CarriedSum] = []
}

/// Takes a table from its declaration and data to cells, in the order columns, head, rows, sums,
/// notes.
struct Tabulation {
  let spec: TableSpec
  let texts: PrintedBlock
  let table: DataTable
  let language: String
  /// How a half is rounded for print.
  var rounding = Rounding.halfAway
  var diagnostics: [Diagnostic] = []
  /// Source of the places of carried sums.
  var carrySource = SourceID(index: 0)
  var carriedSums: [CarriedSum] = []
  /// The columns that are shown.
  var shown: [ShownColumn] = []

  /// A column with its place in the query's result.
  struct ShownColumn: Sendable {
    var declared: TableSpec.Column
    var index: Int
    var marks: Int?
    var style: NumberStyle
  }

  /// The sum of a column down to a row, as a page may print it at its end.
  struct CarriedSum: Sendable {
    /// The last row of data that it holds, from 0.
    var row: Int
    /// Index of the column among those that are shown.
    var column: Int
    var value: ExactDecimal
    var text: String
    var span: SourceSpan
  }

  init(spec: TableSpec, texts: PrintedBlock, table: DataTable, language: String) {
    self.spec = spec
    self.texts = texts
    self.table = table
    self.language = language
  }

  var span: SourceSpan { texts.span }

  mutating func tabulate() -> TabulatedTable {
    if table.rowCount == 0 && !table.columns.isEmpty {
      diagnostics.append(Diagnostic(.emptyTable, "table “\(spec.id)” has no rows", at: span))
    }
    let tree = known(declaredColumns)
    let head = headRows(tree)
    let rows = tableRows()
    var content = TableContent(
      title: texts.inlines(of: spec.title, at: "title"), columns: shown.map(column), head: head,
      rows: rows.map(\.row))
    // What follows from a column that is not there is no second mistake.
    let isSound = diagnostics.isEmpty
    if isSound { content.carry = carry(rows.map(\.data)) }
    content.decimalPoint = NumberLanguage.of(language).decimalPoint
    content.translations = texts.translations(spec.titles)
    content.source = texts.inlines(of: spec.source, at: "source")
    content.note = texts.inlines(of: spec.note, at: "note")
    content.notes = spec.notes.map { note in
      let text = texts.inlines(of: note.value, at: "notes", note.key.name)
      return TableContent.Note(key: note.key.name, text: text)
    }
    content.unit = spec.unit.map { NumberLanguage.of(language).name(ofUnit: $0) }
    content.style = spec.style
    content.placement = spec.placement
    if isSound { checkNotes(content) }
    return TabulatedTable(
      content: content, rows: rows.map(\.data), columns: shown, sums: carriedSums)
  }

  // MARK: Columns

  private var declaredColumns: [TableSpec.Column] {
    spec.columns.isEmpty
      ? TableSpec.Column.all(of: table, but: spec.group?.value, at: span) : spec.columns
  }

  /// The columns that the query gives, groups without any left out.
  private mutating func known(_ columns: [TableSpec.Column]) -> [TableSpec.Column] {
    var result: [TableSpec.Column] = []
    for column in columns {
      if column.columns.isEmpty {
        guard let index = index(of: column.name) else { continue }
        let style = numberStyle(of: column)
        shown.append(
          ShownColumn(
            declared: column, index: index, marks: column.marks.flatMap { self.index(of: $0) },
            style: style))
        result.append(column)
      } else {
        var group = column
        group.columns = known(column.columns)
        if !group.columns.isEmpty { result.append(group) }
      }
    }
    return result
  }

  mutating func index(of name: Spanned<String>) -> Int? {
    if let index = table.columnIndex(named: name.value) { return index }
    let message =
      name.value.isEmpty
      ? "a column has neither a name nor columns below it"
      : "the query gives no column “\(name.value)”"
    diagnostics.append(
      Diagnostic(.unknownColumn, message, at: name.span == .none ? span : name.span)
        .hinting(suggestion(for: name.value, among: table.columns.map(\.name))))
    return nil
  }

  private mutating func numberStyle(of column: TableSpec.Column) -> NumberStyle {
    let place = column.formats.first?.span ?? column.name.span
    let parsed = FigureFormat.parse(column.formats.map(\.value), at: place)
    diagnostics += parsed.diagnostics
    if !parsed.value.isForDigits {
      let message = "a column is formatted by decimals, grouped and scales only"
      diagnostics.append(Diagnostic(.figuresFormatMisfit, message, at: place))
    }
    return NumberStyle(
      decimals: parsed.value.decimals, isGrouped: parsed.value.isGrouped,
      scale: parsed.value.scale ?? .one, language: NumberLanguage.of(language),
      rounding: rounding)
  }

  private func column(_ shown: ShownColumn) -> TableContent.Column {
    let alignment: TableContent.Column.Alignment =
      switch shown.declared.alignment {
      case .left: .fixed(.start)
      case .center: .fixed(.center)
      case .right: .fixed(.end)
      case .decimal: .decimal
      case nil: .natural
      }
    return TableContent.Column(alignment: alignment, width: shown.declared.width)
  }

  // MARK: Head

  /// The rows of the head: what has no columns below it reaches down to the last row.
  private func headRows(_ columns: [TableSpec.Column]) -> [[TableContent.Head]] {
    let depth = columns.map(\.depth).max() ?? 1
    var rows = [[TableContent.Head]](repeating: [], count: depth)
    var next = 0
    for column in columns { add(column, at: 0, to: &rows, from: &next) }
    return rows
  }

  private func add(
    _ column: TableSpec.Column, at level: Int, to rows: inout [[TableContent.Head]],
    from next: inout Int
  ) {
    let first = next
    let place = rows[level].count
    let language = NumberLanguage.of(language)
    let name = column.unit.map { language.name(ofUnit: $0) }
    let unit = name.map { language == .chinese ? "（\($0)）" : " (\($0))" } ?? ""
    let title =
      texts.inlines(of: column.title?.value ?? column.name.value, atScalar: column.title?.span)
      + (unit.isEmpty ? [] : [.text(unit, span)])
    let isLeaf = column.columns.isEmpty
    rows[level].append(
      TableContent.Head(
        title: title, columns: first..<first + 1, rowSpan: isLeaf ? rows.count - level : 1))
    if isLeaf { next += 1 }
    for inner in column.columns { add(inner, at: level + 1, to: &rows, from: &next) }
    rows[level][place].columns = first..<next
  }
}

extension TableSpec.Column {
  /// Rows of the head that the column takes.
  fileprivate var depth: Int { 1 + (columns.map(\.depth).max() ?? 0) }
}
