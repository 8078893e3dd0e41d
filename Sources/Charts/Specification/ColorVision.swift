package import Geometry

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A deficiency of colour vision, simulated at its full degree.
package enum ColorVision: String, Sendable, CaseIterable {
  case deuteranopia
  case protanopia
  case tritanopia

  /// Rows of the matrix over linear sRGB (Machado, Oliveira and Fernandes, "A Physiologically-based
  /// Model for Simulation of Color Vision Deficiency", 2009, severity 1.0).
  private var matrix: [Double] {
    switch self {
    case .deuteranopia:
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881]
    case .protanopia:
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .tritanopia:
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]
    }
  }

  /// What the eye sees of a colour, as CIE L*a*b*.
  package func lab(_ color: Color) -> LabColor { lab(color.linear) }

  /// What the eyes of each deficiency see of a colour.
  static func labs(of color: Color) -> [LabColor] {
    let light = color.linear
    return allCases.map { $0.lab(light) }
  }

  private func lab(_ light: LinearColor) -> LabColor {
    let rows = matrix
    func row(_ index: Int) -> Double {
      let sum =
        rows[3 * index] * light.red + rows[3 * index + 1] * light.green
        + rows[3 * index + 2] * light.blue
      return min(max(sum, 0), 1)
    }
    return LabColor(linearRed: row(0), green: row(1), blue: row(2))
  }
}

/// A colour by how it looks (CIE 1976, D65).
package struct LabColor: Hashable, Sendable {
  package var lightness: Double
  package var a: Double
  package var b: Double

  init(linearRed red: Double, green: Double, blue: Double) {
    func response(_ value: Double) -> Double {
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    let x = response((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = response(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
    let z = response((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
    lightness = 116 * y - 16
    a = 500 * (x - y)
    b = 200 * (y - z)
  }

  package init(_ color: Color) {
    let light = color.linear
    self.init(linearRed: light.red, green: light.green, blue: light.blue)
  }

  /// ΔE*ab, the distance of two colours.
  package func difference(from other: LabColor) -> Double {
    let (l, a, b) = (lightness - other.lightness, self.a - other.a, self.b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }
}

private typealias LinearColor = (red: Double, green: Double, blue: Double)

extension Color {
  /// The screen value as amounts of light.
  fileprivate var linear: LinearColor {
    func linear(_ value: Double) -> Double {
      value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return (linear(red), linear(green), linear(blue))
  }
}
