/// What `colophon batch` is asked for: one report for each row of a table.
package struct BatchRequest: Sendable {
  /// One of several machines that share the rows between them.
  package struct Shard: Sendable, Hashable {
    /// From 1.
    package var number: Int
    package var count: Int

    package init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// What each variant is built with; its report's parameters come from the table.
  package var build: BuildRequest
  /// The CSV file whose rows are the variants.
  package var table: String
  package var shard = Shard(number: 1, count: 1)
  /// A column: variants that agree in it print the same values.
  package var parity: String?
  /// Whether variants whose inputs have not changed are built again.
  package var rebuildsAll = false

  package init(build: BuildRequest, table: String) {
    self.build = build
    self.table = table
  }
}

/// What `colophon batch --merge` is asked for.
package struct MergeRequest: Sendable {
  /// Folders that hold the manifests of shards, beside the variants' own folders.
  package var folders: [String]
  /// The folder that gets the one manifest; nil for the first.
  package var output: String?
  /// See `BatchRequest.parity`.
  package var parity: String?

  package init(folders: [String]) { self.folders = folders }
}
