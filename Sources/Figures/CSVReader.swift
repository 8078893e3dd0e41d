/// Reads RFC 4180 rows from bytes, one at a time, without copying a cell.
///
/// Quoted cells may hold separators, doubled quotes and line ends. Lines end in LF, CRLF or CR;
/// empty lines are passed over.
struct CSVReader {
  /// A cell as a range of the text: quotes outside of it, doubled quotes inside still doubled.
  struct Cell: Sendable {
    var range: Range<Int>
    var isQuoted = false
    var hasDoubledQuotes = false
  }

  enum Step: Sendable {
    /// A row and the range of its text.
    case row(Range<Int>)
    case end
    /// Text that no reader of CSV can make sense of; the row's cells are what could be made of it.
    case broken(Range<Int>, String)
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int

  init(bytes: [UInt8], from start: Int, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = start
  }

  /// The separator that the header line holds most of; comma when there is none, and comma before
  /// semicolon before tab among equals.
  static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var best = UInt8(ascii: ",")
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  /// Reads the next row into `cells`, which is emptied first.
  mutating func next(into cells: inout [Cell]) -> Step {
    cells.removeAll(keepingCapacity: true)
    while position < bytes.count, isLineEnd(bytes[position]) { position += 1 }
    let start = position
    guard start < bytes.count else { return .end }
    while true {
      let opening = position
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      guard let cell = isQuoted ? quotedCell() : plainCell() else {
        position = bytes.count
        return .broken(opening..<min(opening + 1, bytes.count), "a quote opens and never closes")
      }
      cells.append(cell)
      guard position < bytes.count, !isLineEnd(bytes[position]) else { break }
      guard bytes[position] == separator else { return strayText(from: opening) }
      position += 1
    }
    return .row(start..<position)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func plainCell() -> Cell {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || isLineEnd(byte) { break }
      position += 1
    }
    return Cell(range: start..<position)
  }

  private mutating func quotedCell() -> Cell? {
    position += 1
    var cell = Cell(range: position..<position, isQuoted: true)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\"")
        guard isDoubled else {
          cell.range = cell.range.lowerBound..<position
          position += 1
          return cell
        }
        cell.hasDoubledQuotes = true
        position += 1
      }
      position += 1
    }
    return nil
  }

  private mutating func strayText(from opening: Int) -> Step {
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    return .broken(opening..<position, "text stands after a closing quote")
  }
}
