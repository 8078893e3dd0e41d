/// Glyphs of one face that look the same whatever stands beside them: Han and most full-width marks.
///
/// Shaping them once is enough.
struct GlyphCache {
  struct Entry {
    var id: UInt16
    /// Advance in font units.
    var advance: Int16

    static let unknown = Entry(id: 0, advance: .min)
    /// Shaping makes something else of the character than one glyph at its origin.
    static let complex = Entry(id: 0, advance: .min + 1)

    var isKnown: Bool { advance != Entry.unknown.advance }
    var isSimple: Bool { advance > Entry.complex.advance }
  }

  /// Where the 256 entries of each row of the Basic Multilingual Plane begin; -1 is nowhere yet.
  private var rows = [Int32](repeating: -1, count: 256)
  private var entries: [Entry] = []

  func entry(for unit: UInt16) -> Entry {
    let row = rows[Int(unit >> 8)]
    return row < 0 ? .unknown : entries[Int(row) + Int(unit & 0xFF)]
  }

  mutating func store(_ entry: Entry, for unit: UInt16) {
    var row = rows[Int(unit >> 8)]
    if row < 0 {
      row = Int32(entries.count)
      rows[Int(unit >> 8)] = row
      entries.append(contentsOf: repeatElement(.unknown, count: 256))
    }
    entries[Int(row) + Int(unit & 0xFF)] = entry
  }

  /// Whether a character's glyph depends on nothing but what follows it.
  static func holds(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0x3001...0x3029, 0xFF01...0xFF60, 0x2018, 0x2019, 0x201C, 0x201D: true
    default: false
    }
  }

  /// Whether a character changes the glyph of the one before it: combining marks, joiners and
  /// variation selectors.
  static func modifies(_ unit: UInt16) -> Bool {
    guard unit < 0x3400 || unit > 0x9FFF else { return false }
    switch unit {
    case 0x0300...0x036F, 0x200C, 0x200D, 0x20D0...0x20FF, 0x302A...0x302F, 0x3099, 0x309A,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xD800...0xDFFF:
      return true
    default: return false
    }
  }
}
