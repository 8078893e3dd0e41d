package import Declarations
package import Diagnostics

extension DataLayer {
  /// The rows of a source that is declared where it is used, such as `{ file: trade.csv }`.
  ///
  /// - Parameters:
  ///   - declaration: the keys of a source of `figures.yaml`.
  ///   - input: the way to the file that it names.
  /// - Returns: its rows in the order of the file; none, with errors, when they cannot be had.
  package static func table(
    of declaration: YAMLValue, _ input: FiguresInput
  ) -> Diagnosed<DataTable> {
    let declared = declaration.decode(SourceDeclaration.self)
    let name = YAMLKey(name: "data", span: declaration.span)
    var sources = SourceReading(input: input)
    let source = Named(key: name, value: declared.value)
    sources.read(source)
    let store = sources.store(units: [source].units)
    let diagnostics = declared.diagnostics + sources.diagnostics
    guard let store, !diagnostics.contains(where: { $0.severity == .error }) else {
      return Diagnosed(.empty, diagnostics)
    }
    let layer = DataLayer(sources: [], figureIDs: [], figures: [:], store: store)
    let table = layer.table(sql: "SELECT * FROM data", span: declaration.span)
    return Diagnosed(table.value, diagnostics + table.diagnostics)
  }
}
