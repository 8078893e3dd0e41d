/// What a character is to Chinese line composition (CLREQ 3.1; kinds by the side of their space).
enum CharacterClass: UInt8, Sendable {
  /// Ideographs, kana, bopomofo and hangul: one em each, a break on either side.
  case han
  /// Opening brackets and quotes: their spare half stands before the ink.
  case opening
  /// Closing brackets and quotes: their spare half stands after the ink.
  case closing
  /// `，、；：`
  case pause
  /// `。．？！`
  case stop
  /// `·` between Han.
  case interpunct
  /// `—` and `…`: a pair is inseparable.
  case longMark
  /// `～` and the like between what they connect.
  case connector
  /// `／` and `/`
  case solidus
  /// Letters of alphabetic scripts.
  case letter
  case digit
  /// Spaces that separate words and may be broken at.
  case space
  /// Spaces that may not be broken at.
  case fixedSpace
  /// The characters of a note mark, whatever they are.
  case noteMark
  /// The ASCII characters of an address, which is no text: its digits are no numbers.
  case address
  /// Everything else, set as it comes.
  case other

  /// Whether the mark holds a spare half em that composition may take away.
  var isAdjustable: Bool {
    switch self {
    case .opening, .closing, .pause, .stop: true
    default: false
    }
  }

  /// Whether a quarter em stands between the character and a Han neighbour (CLREQ 3.2.2).
  var takesHanSpace: Bool { self == .letter || self == .digit || self == .address }
}

/// The class of a character on its own; quotes, dashes and the interpunct count as Chinese here, and
/// `classify` decides by their surroundings.
func characterClass(of scalar: UInt32) -> CharacterClass {
  switch scalar {
  case 0x20, 0x09, 0x0A, 0x0D: .space
  case 0xA0, 0x202F, 0x2007: .fixedSpace
  case 0x30...0x39: .digit
  case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF,
    0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1FFF:
    .letter
  case 0x24, 0x25, 0x26, 0x2B, 0xA3, 0xA5, 0x20AC, 0x2030, 0xB0, 0xB1, 0x2103: .letter
  case 0x2F: .solidus
  case 0xFF0F: .solidus
  case 0xB7, 0x2027, 0x30FB: .interpunct
  case 0x2014, 0x2026, 0x2E3A, 0x22EF: .longMark
  case 0xFF5E, 0x301C: .connector
  case 0x2018, 0x201C, 0x300C, 0x300E, 0xFF08, 0xFF3B, 0xFF5B, 0x3010, 0x300A, 0x3008, 0x3016,
    0x3014:
    .opening
  case 0x2019, 0x201D, 0x300D, 0x300F, 0xFF09, 0xFF3D, 0xFF5D, 0x3011, 0x300B, 0x3009, 0x3017,
    0x3015:
    .closing
  case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A: .pause
  case 0x3002, 0xFF0E, 0xFF1F, 0xFF01: .stop
  case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x31FF,
    0x3220...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF10...0xFF5A, 0x20000...0x3FFFD:
    .han
  default: .other
  }
}
