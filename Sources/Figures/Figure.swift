package import Diagnostics

/// One number of the report, with all that a reader could ask about it.
package struct Figure: Hashable, Sendable {
  /// Where the value comes from.
  package enum Origin: Hashable, Sendable {
    case literal
    /// A query, and the declared sources that it reads.
    case query(sql: String, sources: [String])
    /// A derivation, and the figures that it refers to.
    case derivation(String, of: [String])
  }

  package var id: String
  /// The exact value, unrounded.
  package var value: ExactDecimal
  /// The value in print where it is rounded together with others, at `decimals`.
  package var apportioned: ExactDecimal?
  /// Printed after the number without a space; empty when there is none.
  package var unit: String
  /// Decimals in print, where they are declared.
  package var precision: Int?
  package var asOf: String?
  package var provider: String?
  package var note: String?
  package var origin: Origin
  /// Data files behind the value, by their path in `figures.yaml`, through derivations too; sorted.
  package var files: [String]
  /// The cell of a source that the value was taken from as it is.
  package var cell: DataCell?
  /// Where the id is declared.
  package var span: SourceSpan

  /// Decimals in print: as declared, or as written.
  package var decimals: Int { precision ?? value.scale }

  /// The value as it is printed where no format asks for other decimals.
  func printed(_ rule: Rounding) -> ExactDecimal {
    apportioned ?? value.rounded(to: decimals, by: rule)
  }

  /// The most decimals that a number may be printed with unless it is asked for.
  static let maximumDecimals = 12
}
