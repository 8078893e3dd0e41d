package import Drawing
package import Geometry

/// An RGB value as it can be told apart in painted content: Cairo writes six decimals.
struct ScreenValue: Hashable, Sendable {
  var red: UInt16
  var green: UInt16
  var blue: UInt16

  init(red: Double, green: Double, blue: Double) {
    self.red = ScreenValue.quantized(red)
    self.green = ScreenValue.quantized(green)
    self.blue = ScreenValue.quantized(blue)
  }

  var isNeutral: Bool { red == green && green == blue }

  /// As DeviceGray (ISO 32000-1, 10.3.2), which is what a soft mask takes of a colour.
  var luminance: Double {
    (0.3 * Double(red) + 0.59 * Double(green) + 0.11 * Double(blue)) / 65_535
  }

  private static func quantized(_ value: Double) -> UInt16 {
    value.isFinite ? UInt16((min(max(value, 0), 1) * 65_535).rounded()) : 0
  }
}

/// Which ink each RGB value of the painted content stands for.
///
/// Painting knows RGB alone. Before it, every colour of the display lists is set to a value of its
/// own: where two inks share a screen value, the later one is moved by a few 65535ths, which no
/// screen shows.
package struct InkTable: Sendable {
  private var inks: [ScreenValue: Ink] = [:]
  private var values: [Color: Color] = [:]

  package init() {}

  /// The ink of a painted value; automatic for what no display list has.
  func ink(for value: ScreenValue) -> Ink { inks[value] ?? .automatic }

  /// Takes in the colours of all pages, in the order of painting, and gives each the value that it
  /// is to be painted with.
  ///
  /// - Parameters:
  ///   - document: its colours are replaced by those values.
  ///   - palette: the layout's colours. Artwork that uses one of their screen values gets the
  ///     layout's inks.
  package mutating func assign(to document: inout PagedDocument, palette: [Color]) {
    for color in palette where color.ink != .automatic { _ = value(for: color) }
    let colors = document.pages.flatMap { $0.list.paints.flatMap(\.colors) }
    for color in colors where color.ink != .automatic { _ = value(for: color) }
    for page in document.pages.indices {
      for index in document.pages[page].list.paints.indices {
        let paint = document.pages[page].list.paints[index]
        document.pages[page].list.paints[index] = paint.mapColors { value(for: $0) }
      }
    }
  }

  private mutating func value(for color: Color) -> Color {
    if let known = values[color] { return known }
    var step = 0
    var moved = color
    while step < 4096 {
      moved = color.moved(by: step)
      let value = ScreenValue(red: moved.red, green: moved.green, blue: moved.blue)
      if inks[value] == nil || inks[value] == color.ink {
        inks[value] = color.ink
        break
      }
      step += 1
    }
    values[color] = moved
    return moved
  }
}

extension Color {
  /// The colour on the grid that painted content keeps, a few steps towards the middle.
  fileprivate func moved(by step: Int) -> Color {
    let value = ScreenValue(red: red, green: green, blue: blue)
    return Color(
      red: Color.moved(value.red, by: 2 * (step % 16)),
      green: Color.moved(value.green, by: 2 * (step / 16 % 16)),
      blue: Color.moved(value.blue, by: 2 * (step / 256)), ink: ink)
  }

  private static func moved(_ value: UInt16, by distance: Int) -> Double {
    let value = Int(value)
    return Double(value < 32_768 ? value + distance : value - distance) / 65_535
  }
}

extension Paint {
  var colors: [Color] {
    switch self {
    case .color(let color): [color]
    case .hatch(let hatch): [hatch.line, hatch.ground]
    case .linearGradient(_, _, let stops): stops.map(\.color)
    }
  }

  func mapColors(_ transform: (Color) -> Color) -> Paint {
    switch self {
    case .color(let color): return .color(transform(color))
    case .hatch(var hatch):
      hatch.line = transform(hatch.line)
      hatch.ground = transform(hatch.ground)
      return .hatch(hatch)
    case .linearGradient(let from, let to, let stops):
      let stops = stops.map { GradientStop(location: $0.location, color: transform($0.color)) }
      return .linearGradient(from: from, to: to, stops: stops)
    }
  }
}
