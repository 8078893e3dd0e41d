/// The files of a report, as the caller lets them be seen: paths are relative to the report.
package struct ReportFiles: Sendable {
  package enum Failure: Error, Sendable {
    case missing
    /// The reason, lower case: “lies outside the report”.
    case unreadable(String)
  }

  package var read: @Sendable (String) -> Result<[UInt8], Failure>
  /// The paths there are, for suggestions.
  package var paths: @Sendable () -> [String]

  package init(
    paths: @escaping @Sendable () -> [String],
    read: @escaping @Sendable (String) -> Result<[UInt8], Failure>
  ) {
    self.read = read
    self.paths = paths
  }
}
