/// Why a number could not be made.
package enum DecimalError: Error, Hashable, Sendable {
  case notANumber
  /// More digits than 34, or a power of ten beyond what is kept.
  case outOfRange
  case divisionByZero
  /// A root of something negative.
  case noRealResult

  /// What to say of it, after the name of the thing.
  package var reason: String {
    switch self {
    case .notANumber: "is not a plain decimal number"
    case .outOfRange: "is out of range: at most 34 digits are kept"
    case .divisionByZero: "divides by zero"
    case .noRealResult: "takes the root of a number that is not positive"
    }
  }
}

extension ExactDecimal {
  /// Reads `-12.50` or `1.2e6`: ASCII digits with a point, without grouping, as data files have it.
  package init(parsing text: String) throws(DecimalError) {
    try self.init(parsing: text.utf8)
  }

  package init(parsing bytes: some Sequence<UInt8>) throws(DecimalError) {
    var scanner = DecimalScanner()
    for byte in bytes { try scanner.take(byte) }
    self = try scanner.finish()
  }
}

/// The state of reading one number, byte by byte.
private struct DecimalScanner {
  private enum Part {
    case start
    case whole
    case fraction
    case exponentStart
    case exponent
  }

  private var part = Part.start
  private var isNegative = false
  private var hasDigits = false
  private var coefficient: UInt128 = 0
  private var scale = 0
  private var exponent = 0
  private var isExponentNegative = false

  mutating func take(_ byte: UInt8) throws(DecimalError) {
    switch (byte, part) {
    case (0x30...0x39, .exponentStart), (0x30...0x39, .exponent):
      try takeExponent(Int(byte - 0x30))
    case (0x30...0x39, _):
      try takeDigit(UInt128(byte - 0x30))
    case (0x2E, .start), (0x2E, .whole):
      part = .fraction
    case (0x2B, .start) where !hasDigits, (0x2D, .start) where !hasDigits:
      isNegative = byte == 0x2D
      part = .whole
    case (0x65, .whole), (0x45, .whole), (0x65, .fraction), (0x45, .fraction):
      part = .exponentStart
    case (0x2B, .exponentStart), (0x2D, .exponentStart):
      isExponentNegative = byte == 0x2D
      part = .exponent
    default:
      throw .notANumber
    }
  }

  private mutating func takeDigit(_ digit: UInt128) throws(DecimalError) {
    if part == .start { part = .whole }
    hasDigits = true
    guard coefficient < ExactDecimal.powersOfTen[ExactDecimal.maximumDigits] else {
      throw .outOfRange
    }
    coefficient = coefficient * 10 + digit
    if part == .fraction { scale += 1 }
  }

  private mutating func takeExponent(_ digit: Int) throws(DecimalError) {
    part = .exponent
    exponent = exponent * 10 + digit
    guard exponent < 10_000 else { throw .outOfRange }
  }

  consuming func finish() throws(DecimalError) -> ExactDecimal {
    guard hasDigits, part != .exponentStart else { throw .notANumber }
    var scale = scale - (isExponentNegative ? -exponent : exponent)
    if scale < 0, coefficient > 0 {
      guard -scale <= ExactDecimal.maximumDigits else { throw .outOfRange }
      let (product, overflow) = coefficient.multipliedReportingOverflow(
        by: ExactDecimal.powersOfTen[-scale])
      guard !overflow else { throw .outOfRange }
      coefficient = product
    }
    scale = max(scale, 0)
    while scale > ExactDecimal.maximumScale, coefficient % 10 == 0 {
      if coefficient == 0 { scale = ExactDecimal.maximumScale } else { scale -= 1 }
      coefficient /= 10
    }
    let limit = ExactDecimal.powersOfTen[ExactDecimal.maximumDigits]
    guard scale <= ExactDecimal.maximumScale, coefficient < limit else { throw .outOfRange }
    let magnitude = Int128(coefficient)
    return ExactDecimal(unchecked: isNegative ? -magnitude : magnitude, scale: scale)
  }
}
