/// What `colophon fonts` is asked for.
package struct FontsRequest: Sendable {
  package enum Action: String, Sendable, Hashable, CaseIterable {
    /// Shows the catalogue.
    case list
    /// Holds every file against its recorded checksum.
    case check
    /// Writes `colophon.lock`.
    case lock
  }

  package var action: Action
  /// The report whose layout and lock are meant; nil for the catalogue and the lock of the home.
  package var report: String?
  /// See `BuildRequest.home`.
  package var home: String?

  package init(_ action: Action) { self.action = action }
}
