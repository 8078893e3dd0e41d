internal import Diagnostics
internal import Figures

/// A number that the reader sees, with where it comes from and where it stands: an entry of
/// `numbers` in the manifest and a row of `check --figures`.
///
/// The members of an entry are those of `json(on:_:)`, named and ordered like the properties here; one
/// that does not apply is left out. `file` and `line` are the place in the manuscript, and each of
/// `places` has the label and the number of its page and a `box`: left, bottom, right, top. A number
/// with `alternative` is read to those who do not see the picture that has the box. All paths are
/// relative to the report.
struct NumberEntry: Sendable {
  enum Kind: String, Sendable {
    /// `{{ figure }}`, in the prose or in a text of a block.
    case bound
    /// `[…]{.stated figure=id}`: in the author's words, compared with the figure.
    case stated
    /// A cell of a table of data.
    case cell
    /// The sum of a column that is carried over the end of a page.
    case carried
    /// A number that a chart prints.
    case label
  }

  /// One file or server that the number was read from.
  struct Source: Sendable, Hashable {
    /// Path of the file, or `$VARIABLE` for a server.
    var file: String
    /// SHA-256 of the file in hexadecimal; nil for a server.
    var sha256: String?
    /// Number of the row among the rows of data, from 1 and without a header; the row's id in a
    /// SQLite file.
    ///
    /// Nil where several rows make the number, and where a file is no table.
    var row: Int?
    /// Line of the file, from 1, that the cell begins on, or the row where the cell is computed.
    var line: Int?
  }

  var kind: Kind
  /// Id in figures.yaml; nil for cells and labels.
  var figure: String?
  /// Id of the table or chart; nil in the prose.
  var block: String?
  /// Row of the block's data or category of the chart, from 1.
  var row: Int?
  /// Column of the block's data, or the chart's series.
  var column: String?
  /// What the row is called.
  var item: String?
  /// Exact and unrounded, in `unit`.
  var value: ExactDecimal
  var unit: String
  /// All that is printed, words and unit included.
  var text: String
  /// `none`, `half-away`, `half-even`, `largest-remainder` (together with others), or `stated`.
  var rounding: String
  /// SQL that gave the value, or the rows of the block.
  var query: String?
  /// How it was computed from others: a derivation of figures, `sum to the row` in a
  /// table, `total`, `share`, `tick`, `reference` or `cell` in a chart.
  var derivation: String?
  /// Ids of the figures that it is derived from.
  var operands: [String] = []
  var sources: [Source] = []
  var provider: String?
  var asOf: String?
  /// Where it is used.
  var span: SourceSpan
  /// What of the pages shows it.
  var traced: TracedText
  var places: [PrintedPlace] = []

  /// What names the number in tables: the figure, or the cell of its block.
  var name: String {
    if let figure { return figure }
    let rows = row.map { kind == .carried ? "1–\($0)" : "\($0)" }
    let parts = [block, rows, kind == .label && column == nil ? derivation : column]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ExactDecimal {
  /// The value for people: exact, or with ≈ and six decimals after the leading zeros.
  var summary: String {
    let short = shortened
    return (short == self ? "" : "≈ ") + "\(short)"
  }
}

extension Rounding {
  /// How a value became what is printed.
  func name(from value: ExactDecimal, to printed: ExactDecimal) -> String {
    value == printed ? "none" : rawValue
  }
}
