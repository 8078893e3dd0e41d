package import Declarations
package import Diagnostics

/// A data file as the outside world hands it over, already known to the source map.
package struct DataFile: Sendable {
  package var source: SourceID
  package var text: [UInt8]

  package init(source: SourceID, text: [UInt8]) {
    self.source = source
    self.text = text
  }
}

/// Where the data layer reads from: `figures.yaml`, and a way to the files that it names.
package struct FiguresInput {
  /// `figures.yaml`; nil for a report without one, whose charts bring their own data.
  package var declarations: DataFile?
  /// Reads the file that a source names, relative to `figures.yaml`; the span is that of the name.
  ///
  /// nil without a diagnostic is a missing file, which the data layer reports; a caller that
  /// refuses a path says so itself.
  package var read: (_ path: String, _ span: SourceSpan) -> Diagnosed<DataFile?>
  /// What queries take in as `:name`, and texts as `{{ name }}`.
  package var parameters = Parameters()
  /// How many steps of SQLite's virtual machine one query may take; a second or two of work.
  package var stepLimit: Int

  /// How long a PostgreSQL server may work on one query, in milliseconds.
  package var serverTimeout: Int
  /// The value of a variable of the environment.
  package var environment: (_ name: String) -> String?

  package init(
    declarations: DataFile?, stepLimit: Int = 100_000_000, serverTimeout: Int = 30_000,
    environment: @escaping (_ name: String) -> String? = { _ in nil },
    read: @escaping (_ path: String, _ span: SourceSpan) -> Diagnosed<DataFile?>
  ) {
    self.declarations = declarations
    self.stepLimit = stepLimit
    self.serverTimeout = serverTimeout
    self.environment = environment
    self.read = read
  }
}
