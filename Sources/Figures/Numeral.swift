/// A number as it stands in a data file, read without making a `String` of it.
struct Numeral: Equatable, Sendable {
  /// The digits without the point; meaningful where there are at most 18.
  var coefficient: Int64
  var decimals: Int
  /// Digits from the first that is not zero.
  var digits: Int

  /// What a cell of a data file holds.
  enum Reading: Equatable, Sendable {
    case blank
    case numeral(Numeral)
    case text
    /// What spreadsheets put where a number should be: `#N/A`, `NaN`, `1,234`, `12%`.
    case spoilt
    /// A number, but beyond every range, such as `1e308`.
    case outOfRange
  }

  /// Whether SQLite keeps it exactly as a 64-bit integer.
  var fitsInteger: Bool { decimals == 0 && digits <= 18 }
  /// Whether a double gives back every digit (15 are safe) and can be made by one division.
  var fitsReal: Bool { digits <= 15 && decimals <= 22 }

  /// The nearest double, correctly rounded: both operands are exact.
  var real: Double { Double(coefficient) / Numeral.powersOfTen[min(decimals, 22)] }

  private static let powersOfTen: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Reads a cell; spaces around it do not count.
  static func reading(of bytes: ArraySlice<UInt8>) -> Reading {
    let bytes = bytes.trimmingSpaces
    guard let first = bytes.first else { return .blank }
    if let numeral = Numeral(plain: bytes) { return .numeral(numeral) }
    guard first < 0x40 || bytes.count <= 12 else { return .text }
    do {
      let value = try ExactDecimal(parsing: bytes)
      return hasLeadingZero(bytes) ? .text : wide(value)
    } catch .outOfRange {
      return .outOfRange
    } catch {
      return isSpoilt(bytes) ? .spoilt : .text
    }
  }

  /// Digits with at most one point and a sign; nil for anything else and for codes such as `007`.
  private init?(plain bytes: ArraySlice<UInt8>) {
    var coefficient: Int64 = 0
    var digits = 0
    var point: Int?
    var index = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { index += 1 }
    let start = index
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), point == nil, index > start {
        point = index
      } else if byte >= 0x30, byte <= 0x39 {
        if digits > 0 || byte > 0x30 { digits += 1 }
        guard digits <= 18 else { return nil }
        coefficient = coefficient * 10 + Int64(byte - 0x30)
      } else {
        return nil
      }
      index += 1
    }
    let whole = (point ?? bytes.endIndex) - start
    let decimals = point.map { bytes.endIndex - $0 - 1 } ?? 0
    guard whole > 0, whole == 1 || bytes[start] != 0x30, point == nil || decimals > 0 else {
      return nil
    }
    self.init(
      coefficient: isNegative ? -coefficient : coefficient, decimals: decimals, digits: digits)
  }

  init(coefficient: Int64, decimals: Int, digits: Int) {
    self.coefficient = coefficient
    self.decimals = decimals
    self.digits = digits
  }

  private static func wide(_ value: ExactDecimal) -> Reading {
    let digits = decimalDigits(of: value.coefficient.magnitude)
    let coefficient = Int64(exactly: value.coefficient) ?? 0
    return .numeral(Numeral(coefficient: coefficient, decimals: value.scale, digits: digits))
  }

  private static func hasLeadingZero(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return digits.first == 0x30 && digits.dropFirst().first.map { $0 >= 0x30 && $0 <= 0x39 } == true
  }

  /// Reads ASCII byte by byte, because most cells are that, and the rest by its characters.
  private static func isSpoilt(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var isPlain = true
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, 0x25, 0x27, 0x2B...0x2E: continue
      default:
        isPlain = false
        // Most cells that are words are long, and need no more than a look.
        if byte < 0x80, bytes.count > 9, bytes.first != UInt8(ascii: "#") { return false }
      }
    }
    return isPlain && digits > 0 || isSpoiltText(bytes)
  }

  private static func isSpoiltText(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    if text.hasPrefix("#") || spoiltWords.contains(text) { return true }
    let digits = text.unicodeScalars.filter { $0.properties.numericType != nil }.count
    let marks = text.unicodeScalars.filter {
      ",，%％ .．-−+ \u{A0}\u{2009}'’".unicodeScalars.contains($0)
    }
    return digits > 0 && digits + marks.count == text.unicodeScalars.count
  }

  private static let spoiltWords: Set<String> = [
    "nan", "inf", "+inf", "-inf", "infinity", "-infinity", "n/a", "na", "null", "none", "nil", "-",
    "–", "—", "——", "…", "……", "...", "?",
  ]
}

extension ArraySlice<UInt8> {
  var trimmingSpaces: ArraySlice<UInt8> {
    var slice = self
    while slice.first == 0x20 { slice = slice.dropFirst() }
    while slice.last == 0x20 { slice = slice.dropLast() }
    return slice
  }
}
