/// A figure that is printed with another value, or no longer, or for the first time.
package struct FigureChange: Hashable, Sendable {
  package var figure: String
  /// The texts that it is printed as, each once, in their order; empty when it is not printed.
  package var old: [String]
  package var new: [String]
  /// Pages from 1 where it is printed; those of the new edition unless it is gone.
  package var pages: [Int]
  /// Charts and tables that show it.
  package var exhibits: [Exhibit]
  /// Places in the manuscript, `file:line`.
  package var places: [String]
  /// Files that it comes from and that have changed.
  package var sources: [String]
  /// How it is derived, when that has changed.
  package var origins: [String]

  /// Whether a reader can see it.
  package var isPrinted: Bool { old != new }
}

/// A chart or a table.
package struct Exhibit: Hashable, Sendable {
  package var id: String
  /// What the text calls it, such as 图 2; its id where that is not known.
  package var label: String

  package init(_ id: String, labels: [String: String]) {
    self.id = id
    label = labels[id] ?? id
  }
}

/// A file, chart or face that only one output has, or that differs.
package struct RecordChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case added
    case removed
    case changed
  }

  package var kind: Kind
  package var name: String
  /// What readers know it by, where that is another name.
  package var label: String?
  /// What has changed, for people.
  package var detail: String?
}
