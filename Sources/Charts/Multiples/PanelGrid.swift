/// The rows and columns of small multiples that two columns of the data make.
package struct PanelGrid: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int
  }

  package private(set) var rows: [String] = []
  package private(set) var columns: [String] = []

  /// - Parameter names: the names of row and column of each plot; rows and columns stand in the
  ///   order in which they come first.
  init(_ names: [[String]]) {
    for name in names where name.count == 2 {
      if !rows.contains(name[0]) { rows.append(name[0]) }
      if !columns.contains(name[1]) { columns.append(name[1]) }
    }
  }

  func cell(of names: [String]) -> Cell? {
    guard names.count == 2, let row = rows.firstIndex(of: names[0]),
      let column = columns.firstIndex(of: names[1])
    else { return nil }
    return Cell(row: row, column: column)
  }
}
