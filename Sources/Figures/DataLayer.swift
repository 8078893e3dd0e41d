package import Diagnostics

/// All the numbers of a report: its tables behind SQL, and its figures by id.
///
/// A value, immutable once loaded, for any number of tasks at once; queries of parallel tasks run
/// one after another, because they share one connection.
package struct DataLayer: Sendable {
  /// A declared source of data.
  package struct Source: Hashable, Sendable {
    package var name: String
    /// Path as `figures.yaml` names it; nil for rows written there.
    package var file: String?
    /// Whether it is a server, whose data may be others at any time.
    package var isServer: Bool
    package var provider: String?
    package var asOf: String?
    package var note: String?
  }

  /// Declared sources, in the order of the file.
  package let sources: [Source]
  /// Declared figures, in the order of the file, those without a value included.
  package let figureIDs: [String]
  /// How a half is rounded for print.
  package let rounding: Rounding
  private let figuresByID: [String: Figure]
  private let declared: Set<String>
  private let store: DataStore?

  /// How many names a suggestion looks through, so that a broken file of any size is soon done.
  static let maximumCandidates = 2_000

  /// A data layer that knows nothing.
  package static let empty = DataLayer(sources: [], figureIDs: [], figures: [:], store: nil)

  init(
    sources: [Source], figureIDs: [String], figures: [String: Figure], store: DataStore?,
    rounding: Rounding = .halfAway
  ) {
    self.rounding = rounding
    self.sources = sources
    self.figureIDs = figureIDs
    self.figuresByID = figures
    self.declared = Set(figureIDs)
    self.store = store
  }

  /// Figures that have a value, in the order of the file.
  package var figures: [Figure] { figureIDs.compactMap { figuresByID[$0] } }

  /// A figure that has a value.
  package func figure(_ id: String) -> Figure? { figuresByID[id] }

  /// Whether a figure is declared; its value may have failed, which loading has reported.
  package func declares(_ id: String) -> Bool { declared.contains(id) }

  /// The finding about a figure that nobody declared, with the nearest name that somebody did.
  package func unknownFigure(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.figuresUnknown, "unknown figure “\(id)”", at: span)
      .hinting(suggestion(for: id, among: figureIDs.prefix(DataLayer.maximumCandidates)))
  }

  /// Runs a query over the sources; an empty table with a diagnostic when it fails.
  ///
  /// - Parameters:
  ///   - sql: one statement that only reads.
  ///   - span: where the query stands.
  /// - Returns: the rows in the order of the query.
  package func table(sql: String, span: SourceSpan) -> Diagnosed<DataTable> {
    guard let store else {
      let problem = Diagnostic(
        .figuresSQL, "the query has nothing to read from: there are no sources", at: span)
      return Diagnosed(.empty, [problem])
    }
    switch store.table(sql, span: span) {
    case .success(let table): return Diagnosed(table)
    case .failure(let failure):
      return Diagnosed(.empty, [failure.diagnostic(at: span, names: store.names)])
    }
  }
}
