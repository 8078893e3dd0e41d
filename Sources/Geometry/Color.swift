/// What the press prints for a colour.
package enum Ink: Hashable, Sendable {
  /// Convert the screen value through the output intent's profile.
  case automatic
  /// A tint of the black plate alone, 0 (paper) to 1 (solid).
  case black(Double)
  /// Process inks, each 0 to 1.
  case process(cyan: Double, magenta: Double, yellow: Double, black: Double)
  /// A named ink with a tint of 0 to 1, and the process inks that stand in for it.
  indirect case spot(name: String, tint: Double, alternate: Ink)
}

/// A colour with what the screen shows (sRGB, each 0 to 1) and what the press prints.
///
/// Print values are decided in the layout, not by a generic conversion: ICC maps pure black to four
/// inks.
package struct Color: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var ink: Ink

  package init(red: Double, green: Double, blue: Double, ink: Ink = .automatic) {
    self.red = red
    self.green = green
    self.blue = blue
    self.ink = ink
  }

  /// A grey that prints as a tint of black; 0 is black, 1 is paper.
  package init(gray: Double) {
    self.init(red: gray, green: gray, blue: gray, ink: .black(1 - gray))
  }

  package static let black = Color(gray: 0)
  package static let white = Color(gray: 1)

  /// A colour from `#RRGGBB` or `#RGB`; nil when the text is not of that form.
  package init?(hex: String) {
    var digits = Array(hex.utf8)
    guard digits.first == UInt8(ascii: "#") else { return nil }
    digits.removeFirst()
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let areHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 6, areHex,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    self.init(
      red: Double(value >> 16 & 0xFF) / 255, green: Double(value >> 8 & 0xFF) / 255,
      blue: Double(value & 0xFF) / 255)
  }
}
