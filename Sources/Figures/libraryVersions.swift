internal import GRDBSQLite

/// Versions of the C libraries that this target wraps, by name.
///
/// libpq is not among them: the server computes what goes through it.
package func libraryVersions() -> [String: String] {
  ["sqlite": unsafe String(cString: sqlite3_libversion())]
}
