package import Foundation

/// A printed number as a manifest tells of it; what is left out or of another form is nil.
package struct NumberRecord: Decodable, Hashable, Sendable {
  /// The figure's id; for a cell or a label of a chart the block with what names the cell in it.
  package var name: String
  package var text: String
  package var value: Decimal?
  package var origin: String?
  /// Paths of the data that it comes from.
  package var files: [String]
  /// Pages from 1 that show it.
  package var pages: [Int]
  /// The chart or table that shows it.
  package var block: String?
  /// Where the manuscript prints it, `file:line`.
  package var place: String?

  private enum Key: String, CodingKey {
    case figure, text, value, origin, query, derivation, files, sources, page, pages, places
    case block, item, row, column, file, line
  }

  private struct Place: Decodable {
    var page: Int?
  }

  private struct Source: Decodable {
    var file: String
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func value<Value: Decodable>(_ key: Key, _ type: Value.Type = Value.self) -> Value? {
      try? values.decode(type, forKey: key)
    }
    text = try values.decode(String.self, forKey: .text)
    block = value(.block)
    let item: String? = value(.item) ?? value(.row, Int.self).map { "row \($0)" }
    let cell: [String?] = [block, item, value(.column)]
    name = value(.figure) ?? cell.compactMap { $0 }.joined(separator: " ")
    self.value = value(.value)
    origin = value(.origin) ?? value(.derivation) ?? value(.query)
    files = value(.files) ?? (value(.sources, [Source].self) ?? []).map(\.file)
    let places = (value(.places, [Place].self) ?? []).compactMap(\.page)
    pages = [value(.page, Int.self)].compactMap { $0 } + (value(.pages) ?? []) + places
    let line = value(.line, Int.self)
    place = value(.file, String.self).map { file in line.map { "\(file):\($0)" } ?? file }
  }
}
