package import Geometry

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Color {
  /// Relative luminance of the screen value (WCAG 2.2).
  package var luminance: Double {
    func linear(_ value: Double) -> Double {
      value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// CIE L* of the screen value: what is left of the colour in greyscale.
  package var lightness: Double {
    let value = luminance
    return value > 0.008856 ? 116 * cbrt(value) - 16 : 903.3 * value
  }

  /// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3).
  package func contrast(with other: Color) -> Double {
    let (own, other) = (luminance, other.luminance)
    return (max(own, other) + 0.05) / (min(own, other) + 0.05)
  }

  /// Black or white, whichever stands out more on this colour.
  package var contrastingText: Color {
    let light = luminance + 0.05
    let (onWhite, onBlack) = (1.05 / light, light / 0.05)
    return onWhite >= 4.5 || onWhite >= onBlack ? .white : .black
  }

  /// The colour at a share of its strength, on screen and in print.
  package func tinted(_ share: Double) -> Color {
    Color(
      red: 1 - (1 - red) * share, green: 1 - (1 - green) * share, blue: 1 - (1 - blue) * share,
      ink: ink.tinted(share))
  }
}

extension Ink {
  package func tinted(_ share: Double) -> Ink {
    switch self {
    case .automatic: .automatic
    case .black(let tint): .black(tint * share)
    case .process(let cyan, let magenta, let yellow, let black):
      .process(
        cyan: cyan * share, magenta: magenta * share, yellow: yellow * share,
        black: black * share)
    case .spot(let name, let tint, let alternate):
      .spot(name: name, tint: tint * share, alternate: alternate.tinted(share))
    }
  }
}
