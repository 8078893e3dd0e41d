internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Geometry

extension StylesheetResolver {
  /// The styles of tables by name; what one does not say is as in all tables.
  mutating func resolveTables() -> [String: TableStyle] {
    var styles: [String: TableStyle] = [:]
    for named in layout.table.styles {
      var base = layout.table
      base.styles = []
      var log = DecodingLog()
      let declared = named.value.decode(into: base, &log) ?? base
      diagnostics += log.diagnostics
      for inner in declared.styles {
        diagnostics.append(
          Diagnostic(.unknownKey, "a style of tables has no styles of its own", at: inner.key.span))
      }
      styles[named.key.name] = resolve(declared)
    }
    return styles
  }

  mutating func resolve(_ table: TableDeclaration) -> TableStyle {
    let block = points(table.paddingBlock)
    let inline = points(table.paddingInline)
    return TableStyle(
      topRule: drawn(table.topRule), headRule: drawn(table.headRule),
      bottomRule: drawn(table.bottomRule), rowRule: drawn(table.rowRule),
      columnRule: drawn(table.columnRule), sideRule: drawn(table.sideRule),
      groupRule: drawn(table.groupRule ?? table.headRule),
      totalRule: drawn(table.totalRule ?? table.headRule),
      headBackground: ground(table.headBackground), stripe: ground(table.stripe),
      totalBackground: ground(table.totalBackground),
      padding: EdgeInsets(top: block, right: inline, bottom: block, left: inline),
      before: points(table.before), after: points(table.after), numbers: table.numbers,
      head: style(table.head), cell: style(table.cell),
      group: table.group.map { style($0) } ?? table.cell.value,
      total: table.total.map { style($0) } ?? table.cell.value)
  }

  private mutating func drawn(_ declaration: RuleDeclaration?) -> RuleStyle? {
    declaration.map { rule($0) }.flatMap { $0.thickness > 0 ? $0 : nil }
  }

  private mutating func ground(_ name: Spanned<String>?) -> Color? {
    guard let name, name.value != "none" else { return nil }
    return color(named: name)
  }

  /// The name of a paragraph style, which must be declared when a layout names it.
  private mutating func style(_ name: Spanned<String>) -> String {
    if styles[name.value] == nil, name.span != .none {
      diagnostics.append(
        Diagnostic(.unknownStyle, "unknown style “\(name.value)”", at: name.span)
          .hinting(suggestion(for: name.value, among: styles.keys.sorted())))
    }
    return name.value
  }
}
