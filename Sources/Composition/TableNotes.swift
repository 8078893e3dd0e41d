internal import Drawing
internal import Stylesheet

/// The notes of one table, in a sequence of their own: numbered as their marks are read.
struct TableNotes {
  private let notes: [TableContent.Note]
  private let pattern: String
  /// The notes whose marks have been read, in that order, with the first mark of each.
  private(set) var used: [(note: TableContent.Note, mark: StructureNodeID)] = []

  init(_ notes: [TableContent.Note], pattern: String) {
    self.notes = notes
    self.pattern = pattern
  }

  /// Notes one more mark.
  ///
  /// - Returns: how the mark reads; nil when there is no such note.
  mutating func read(_ key: String, at mark: StructureNodeID) -> String? {
    if let index = used.firstIndex(where: { $0.note.key == key }) { return label(index) }
    guard let note = notes.first(where: { $0.key == key }) else { return nil }
    used.append((note, mark))
    return label(used.count - 1)
  }

  /// `a`, `①` or `1`, as the layout has it.
  func label(_ index: Int) -> String {
    let number = index + 1
    let letter = UnicodeScalar(UInt8(0x61 + index % 26))
    let letters = String(repeating: Character(letter), count: index / 26 + 1)
    let circled = number <= 20 ? UnicodeScalar(0x245F + UInt32(number)).map(String.init) : nil
    return pattern.replacing("{n:alpha}", with: letters)
      .replacing("{n:circled}", with: circled ?? String(number))
      .replacing("{n}", with: String(number))
  }
}
