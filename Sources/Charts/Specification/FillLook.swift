package import Drawing
package import Geometry

/// What a series or a part looks like: its paint, and the colour that stands for it where only a
/// colour will do.
package struct FillLook: Hashable, Sendable {
  package var paint: Paint
  package var color: Color
  package var outline: Color?
  /// How a line of the series is dashed, where colour does not tell lines apart.
  package var dash: [Double] = []
  /// Whether dots are circles, where colour does not tell dots apart.
  package var isHollow = false

  package init(_ color: Color) {
    self.color = color
    paint = .color(color)
  }

  package init(_ color: Color, texture: ChartTheme.Texture, paper: Color) {
    self.color = color
    switch texture {
    case .solid: paint = .color(color)
    case .outline:
      paint = .color(paper)
      outline = color
      dash = [1.2, 1.8]
      isHollow = true
    case .hatch(let kind, let angle, let pitch, let width):
      paint = .hatch(
        Hatch(
          kind: kind, angle: angle, pitch: pitch, width: width, line: color, ground: paper))
      outline = color
      dash = kind == .lines ? [4, 2] : [6, 2, 1.2, 2]
      isHollow = kind == .lines
    }
  }

  /// The colour under a label inside the fill; nil where the fill is no even ground.
  var ground: Color? {
    if case .color(let color) = paint { color } else { nil }
  }

  /// The tone that the eye averages, for greyscale measures: a hatching by the share of its lines.
  var tone: Color {
    switch paint {
    case .color(let color): color
    case .linearGradient: color
    case .hatch(let hatch): hatch.line.mixed(with: hatch.ground, share: hatch.coverage)
    }
  }
}

extension Hatch {
  /// The share of the area that the lines cover.
  fileprivate var coverage: Double {
    let single = min(width / max(pitch, 0.01), 1)
    switch kind {
    case .lines: return single
    case .cross: return 1 - (1 - single) * (1 - single)
    case .dots: return single * single * 0.785
    }
  }
}

extension Color {
  /// This colour at a share, the other at the rest.
  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ own: Double, _ other: Double) -> Double { own * share + other * (1 - share) }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}

extension ChartTheme {
  /// The look of a series; beyond the palette its looks come again, lighter.
  package func look(_ index: Int) -> FillLook {
    let place = index % palette.count
    let texture = textures.indices.contains(place) ? textures[place] : .solid
    return FillLook(fill(index), texture: texture, paper: paper)
  }
}
