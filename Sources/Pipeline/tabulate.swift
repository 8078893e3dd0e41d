internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Geometry
internal import Typography

/// Makes the cells of a table of what its query gave: every number by the one number engine.
func tabulate(
  _ spec: TableSpec, _ table: DataTable, language: String, rounding: Rounding = .halfAway,
  span: SourceSpan
) -> Diagnosed<TabulatedTable> {
  var tabulation = Tabulation(spec: spec, table: table, language: language, span: span)
  tabulation.rounding = rounding
  let result = tabulation.tabulate()
  return Diagnosed(result, tabulation.diagnostics)
}

/// A table as it is shown, with the data behind each of its cells.
struct TabulatedTable: Sendable {
  var content: TableContent
  /// The row of data of each row that is shown; nil for the name of a group.
  var rows: [Int?]
  var columns: [Tabulation.ShownColumn]
}

/// Takes a table from its declaration and data to cells, in the order columns, head, rows, sums,
/// notes.
struct Tabulation {
  let spec: TableSpec
  let table: DataTable
  let language: String
  let span: SourceSpan
  /// How a half is rounded for print.
  var rounding = Rounding.halfAway
  var diagnostics: [Diagnostic] = []
  /// The columns that are shown.
  var shown: [ShownColumn] = []

  /// A column with its place in the query's result.
  struct ShownColumn: Sendable {
    var declared: TableSpec.Column
    var index: Int
    var marks: Int?
    var style: NumberStyle
  }

  init(spec: TableSpec, table: DataTable, language: String, span: SourceSpan) {
    self.spec = spec
    self.table = table
    self.language = language
    self.span = span
  }

  mutating func tabulate() -> TabulatedTable {
    if table.rowCount == 0 && !table.columns.isEmpty {
      diagnostics.append(Diagnostic(.emptyTable, "table “\(spec.id)” has no rows", at: span))
    }
    let tree = known(declaredColumns)
    let head = headRows(tree)
    let rows = tableRows()
    var content = TableContent(
      title: spec.title, columns: shown.map(column), head: head, rows: rows.map(\.row))
    // What follows from a column that is not there is no second mistake.
    let isSound = diagnostics.isEmpty
    if isSound { content.carry = carry(rows.map(\.data)) }
    content.decimalPoint = NumberLanguage.of(language).decimalPoint
    content.translations = spec.titles.map(TranslatedTitle.init)
    content.unit = spec.unit
    content.style = spec.style
    content.placement = spec.placement
    if isSound { checkNotes(content) }
    return TabulatedTable(content: content, rows: rows.map(\.data), columns: shown)
  }

  // MARK: Columns

  private var declaredColumns: [TableSpec.Column] {
    guard spec.columns.isEmpty else { return spec.columns }
    return table.columns.filter { $0.name != spec.group?.value }.map { column in
      var declared = TableSpec.Column()
      declared.name = Spanned(column.name, at: span)
      return declared
    }
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
    let isChinese = NumberLanguage.of(language) == .chinese
    let unit = column.unit.map { isChinese ? "（\($0)）" : " (\($0))" } ?? ""
    let title = (column.title ?? column.name.value) + unit
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
