package import Geometry

/// The identity of a paint in one display list.
package struct PaintID: Hashable, Sendable {
  package var index: UInt32

  package init(index: UInt32) { self.index = index }
}

/// What fills a path or colours a glyph.
package enum Paint: Hashable, Sendable {
  case color(Color)
  /// Parallel lines over a ground, for fills that must hold in one ink; apart, as it is large and
  /// seldom.
  indirect case hatch(Hatch)
  case linearGradient(from: Point, to: Point, stops: [GradientStop])

  package func offset(by offset: Point) -> Paint {
    guard case .linearGradient(let from, let to, let stops) = self else { return self }
    return .linearGradient(from: from + offset, to: to + offset, stops: stops)
  }
}

/// A colour at a place from 0 to 1 along a gradient.
package struct GradientStop: Hashable, Sendable {
  package var location: Double
  package var color: Color

  package init(location: Double, color: Color) {
    self.location = location
    self.color = color
  }
}

/// A hatching: lines of `width` every `pitch` points at `angle` degrees, on a ground.
package struct Hatch: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case lines
    case cross
    case dots
  }

  package var kind: Kind
  package var angle: Double
  package var pitch: Double
  package var width: Double
  package var line: Color
  package var ground: Color

  package init(
    kind: Kind, angle: Double, pitch: Double, width: Double, line: Color, ground: Color
  ) {
    self.kind = kind
    self.angle = angle
    self.pitch = pitch
    self.width = width
    self.line = line
    self.ground = ground
  }
}

/// How a path is stroked; widths and dashes in points.
package struct StrokeStyle: Hashable, Sendable {
  package enum Cap: Hashable, Sendable {
    case butt
    case round
    case square
  }

  package var width: Double
  package var cap: Cap
  package var dash: [Double]

  package init(width: Double, cap: Cap = .butt, dash: [Double] = []) {
    self.width = width
    self.cap = cap
    self.dash = dash
  }
}
