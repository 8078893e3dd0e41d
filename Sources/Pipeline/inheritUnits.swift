internal import Charts
internal import Declarations
internal import Diagnostics
internal import Figures

extension TableSpec {
  /// Gives columns the units that their sources declare; a column that states another is a finding.
  ///
  /// One unit of all numbers becomes that of the table.
  mutating func inheritUnits(from table: DataTable, at span: SourceSpan) -> [Diagnostic] {
    guard table.columns.contains(where: { $0.unit != nil }) else { return [] }
    if columns.isEmpty { columns = Column.all(of: table, but: group?.value, at: span) }
    var diagnostics: [Diagnostic] = []
    columns.inheritUnits(from: table, tableUnit: unit, at: span, &diagnostics)
    let numbers = columns.leaves.filter { table.kind(of: $0.name.value) == .number }
    if unit == nil, numbers.count > 1, let common = numbers[0].unit,
      numbers.allSatisfy({ $0.unit == common })
    {
      unit = common
      columns.removeUnits()
    }
    return diagnostics
  }
}

extension TableSpec.Column {
  /// Every column that a query gives, as it is shown where none is declared.
  static func all(
    of table: DataTable, but group: String?, at span: SourceSpan
  ) -> [TableSpec.Column] {
    table.columns.filter { $0.name != group }.map { column in
      var declared = TableSpec.Column()
      declared.name = Spanned(column.name, at: span)
      return declared
    }
  }

  /// The unit of what the column prints: its source's, in the scale of its format.
  fileprivate func sourceUnit(in table: DataTable) -> String? {
    guard let index = table.columnIndex(named: name.value), table.columns[index].kind == .number,
      let unit = table.columns[index].unit
    else { return nil }
    let format = FigureFormat.parse(formats.map(\.value), at: name.span).value
    return NumberScale.unit(unit, scaledBy: format.scale ?? .one)
  }
}

extension [TableSpec.Column] {
  /// The columns that hold cells, those below heads among them.
  var leaves: [TableSpec.Column] {
    flatMap { $0.columns.isEmpty ? [$0] : $0.columns.leaves }
  }

  fileprivate mutating func removeUnits() {
    for index in indices {
      self[index].unit = nil
      self[index].columns.removeUnits()
    }
  }

  fileprivate mutating func inheritUnits(
    from table: DataTable, tableUnit: String?, at span: SourceSpan,
    _ diagnostics: inout [Diagnostic]
  ) {
    for index in indices {
      self[index].columns.inheritUnits(
        from: table, tableUnit: tableUnit, at: span, &diagnostics)
      guard let unit = self[index].sourceUnit(in: table) else { continue }
      // 亿元 beside a table in 万元 is a mistake; % beside it is another measure.
      let stated = self[index].unit ?? tableUnit.flatMap { $0.isScaled(like: unit) ? $0 : nil }
      guard let stated, stated != unit else {
        if tableUnit != unit { self[index].unit = unit }
        continue
      }
      let name = self[index].name
      diagnostics.append(
        .unitConflict(
          "column “\(name.value)”", stated, unit, at: name.span == .none ? span : name.span))
    }
  }
}

/// The figures in place of numbers of a chart that are in another unit than the chart.
func checkUnits(
  ofValuesIn block: PrintedBlock, _ spec: ChartSpec, _ data: DataLayer
) -> [Diagnostic] {
  block.values.sorted { $0.key.lowerBound < $1.key.lowerBound }.compactMap { span, id in
    guard let figure = data.figure(id), figure.unit != spec.unit ?? "" else { return nil }
    return Diagnostic(
      .figuresUnitConflict,
      "“\(id)” is in “\(figure.unit)” and the chart in “\(spec.unit ?? "")”", at: span
    ).labelled("“\(id)”", at: figure.span)
  }
}

extension ChartSpec {
  /// Gives the chart the unit that the sources of its values declare.
  mutating func inheritUnit(from table: DataTable, at span: SourceSpan) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for measure in y {
      guard let index = table.columnIndex(named: measure.value),
        table.columns[index].kind == .number, let own = table.columns[index].unit
      else { continue }
      if let unit, unit != own {
        diagnostics.append(
          .unitConflict("column “\(measure.value)”", unit, own, at: measure.span))
      } else {
        unit = own
      }
    }
    return diagnostics
  }
}

extension String {
  /// Whether two units measure the same in different scales.
  fileprivate func isScaled(like other: String) -> Bool {
    let (own, theirs) = (NumberScale.split(self), NumberScale.split(other))
    return own.unit == theirs.unit && own.scale != theirs.scale
  }
}

extension DataTable {
  fileprivate func kind(of name: String) -> Column.Kind? {
    columnIndex(named: name).map { columns[$0].kind }
  }
}

extension Diagnostic {
  fileprivate static func unitConflict(
    _ what: String, _ stated: String, _ unit: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .figuresUnitConflict, "\(what) is shown in \(stated), but its source has it in \(unit)",
      at: span, hints: ["leave the unit out, or convert the values in the query"])
  }
}
