package import Declarations
package import Diagnostics

/// `figures.yaml` as written.
package struct FiguresFile: Declared {
  package var sources: [Named<SourceDeclaration>] = []
  package var figures: [Named<FigureDeclaration>] = []
  package var checks: [Spanned<CheckDeclaration>] = []
  package var rounding = Rounding.halfAway

  package init() {}

  package static let fields: [Field<FiguresFile>] = [
    Field(
      "sources", .dictionary(.object(SourceDeclaration.self)),
      "Data files by the name that SQL knows them by."
    ) {
      $0.sources = $1
    },
    Field(
      "figures", .dictionary(.object(FigureDeclaration.self)),
      "Numbers by the id that the manuscript uses."
    ) {
      $0.figures = $1
    },
    Field(
      "checks", .list(.spanned(.object(CheckDeclaration.self))),
      "What must hold between the figures."
    ) {
      $0.checks = $1
    },
    Field("rounding", .choice(Rounding.self), "How a half is rounded for print.") {
      $0.rounding = $1
    },
  ]
}

/// A table of data and who vouches for it.
package struct SourceDeclaration: Declared {
  package var file: Spanned<String>?
  package var rows: YAMLValue?
  package var postgres: Spanned<String>?
  package var delimiter: Delimiter?
  package var types: [Named<ColumnType>] = []
  package var units: [Named<String>] = []
  package var provider: String?
  package var asOf: String?
  package var note: String?

  package init() {}

  package static let fields: [Field<SourceDeclaration>] = [
    Field("file", .spanned(.string), "A .csv, .tsv, .json or .db file, relative to figures.yaml.") {
      $0.file = $1
    },
    Field("rows", .any, "The rows themselves, as a list of records or as columns.") {
      $0.rows = $1
    },
    Field(
      "delimiter", .choice(Delimiter.self),
      "What separates the cells of a CSV file; by default as its header has it."
    ) {
      $0.delimiter = $1
    },
    Field(
      "types", .dictionary(.choice(ColumnType.self)),
      "Types of columns by name; by default as their cells are."
    ) {
      $0.types = $1
    },
    Field(
      "units", .dictionary(.string),
      "Units of columns by name, for whatever shows them as they are."
    ) {
      $0.units = $1
    },
    Field(
      "postgres", .spanned(.string),
      "The variable of the environment that has the URL of a PostgreSQL server."
    ) {
      $0.postgres = $1
    },
    Field("provider", .string, "Who published the data.") { $0.provider = $1 },
    Field("as-of", .string, "The date or period that the data stand for.") { $0.asOf = $1 },
    Field("note", .string, "Anything a reader of the data should know.") { $0.note = $1 },
  ]
}

extension SourceDeclaration {
  /// Where a reader would look: the file, or the variable that has the server's URL.
  var origin: String? { file?.value ?? postgres.map { "$\($0.value)" } }

  /// Every name of a column that is declared.
  var columnKeys: [YAMLKey] { types.map(\.key) + units.map(\.key) }

  var typesByColumn: [String: ColumnType] {
    Dictionary(types.map { ($0.key.name, $0.value) }) { first, _ in first }
  }
}

extension [Named<SourceDeclaration>] {
  /// Declared units, by source and column.
  var units: [String: [String: String]] {
    Dictionary(
      map { source in
        let units = source.value.units.map { ($0.key.name, $0.value) }
        return (source.key.name, Dictionary(units) { first, _ in first })
      }
    ) { first, _ in first }
  }
}

/// One number: a value, a query or a derivation.
package struct FigureDeclaration: Declared {
  package var value: Spanned<String>?
  package var query: Spanned<String>?
  package var derive: Spanned<String>?
  package var unit: String?
  package var precision: Spanned<Int>?
  package var asOf: String?
  package var provider: String?
  package var note: String?

  package init() {}

  package static let fields: [Field<FigureDeclaration>] = [
    Field("value", .spanned(.string), "The number itself, as a plain decimal.") { $0.value = $1 },
    Field("query", .spanned(.string), "SQL over the sources that gives one row of one column.") {
      $0.query = $1
    },
    Field("derive", .spanned(.string), "A derivation such as share(a, b) or cagr(a, b, 4).") {
      $0.derive = $1
    },
    Field("unit", .string, "The unit that is printed after the number.") { $0.unit = $1 },
    Field("precision", .spanned(.integer), "Decimals in print; by default as written.") {
      $0.precision = $1
    },
    Field("as-of", .string, "The date or period that the number stands for.") { $0.asOf = $1 },
    Field("provider", .string, "Who published the number.") { $0.provider = $1 },
    Field("note", .string, "Anything a reader of the number should know.") { $0.note = $1 },
  ]
}
