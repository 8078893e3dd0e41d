import Geometry

/// Amounts of the four process inks, each 0 to 1.
struct ProcessColor: Hashable, Sendable {
  var cyan: Double
  var magenta: Double
  var yellow: Double
  var black: Double

  static let paper = ProcessColor(cyan: 0, magenta: 0, yellow: 0, black: 0)

  static func black(_ tint: Double) -> ProcessColor {
    ProcessColor(cyan: 0, magenta: 0, yellow: 0, black: tint)
  }

  var components: [Double] { [cyan, magenta, yellow, black] }

  /// Total area coverage, 4 for all inks solid.
  var coverage: Double { cyan + magenta + yellow + black }

  var isBlackOnly: Bool { cyan == 0 && magenta == 0 && yellow == 0 && black > 0 }

  func scaled(by tint: Double) -> ProcessColor {
    ProcessColor(
      cyan: cyan * tint, magenta: magenta * tint, yellow: yellow * tint, black: black * tint)
  }
}

/// What the press prints: process inks, or a tint of a named one.
enum PressColor: Hashable, Sendable {
  case process(ProcessColor)
  case spot(name: String, tint: Double, solid: ProcessColor)

  /// The process inks that show the colour where there are no others.
  var process: ProcessColor {
    switch self {
    case .process(let color): color
    case .spot(_, let tint, let solid): solid.scaled(by: tint)
    }
  }

  /// - Returns: nil for an ink that is to be converted from the screen value.
  init?(_ ink: Ink) {
    switch ink {
    case .automatic: return nil
    case .black(let tint): self = .process(.black(tint.tint))
    case .process(let cyan, let magenta, let yellow, let black):
      self = .process(
        ProcessColor(
          cyan: cyan.tint, magenta: magenta.tint,
          yellow: yellow.tint, black: black.tint))
    case .spot(let name, let tint, let alternate):
      guard let solid = PressColor(alternate)?.process else { return nil }
      self = .spot(name: name, tint: tint.tint, solid: solid)
    }
  }
}

extension Double {
  /// As an amount of ink or an opacity, 0 to 1; 0 for what is no number.
  var tint: Double { limited(to: 0...1) }

  /// The nearest value of a range; its first for what is no number.
  func limited(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
