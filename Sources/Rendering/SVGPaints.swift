import Drawing
import Geometry

/// What `fill` and `stroke` name: a colour, or a definition.
enum SVGPaint {
  case color(Color)
  case definition(id: String)
}

extension XMLText {
  mutating func attribute(_ name: String, _ paint: SVGPaint) {
    switch paint {
    case .color(let color): attribute(name, bytes: color.appendHexadecimal)
    case .definition(let id): attribute(name, "url(#\(id))")
    }
  }

  /// A path in the syntax of SVG's `d` attribute, with absolute commands.
  mutating func attribute(_ name: String, _ path: Path) {
    attribute(name) { bytes in
      for element in path.elements { element.append(to: &bytes) }
    }
  }

  mutating func define(_ paint: Paint, id: String) {
    switch paint {
    case .color: break
    case .hatch(let hatch): define(hatch, id: id)
    case .linearGradient(let from, let to, let stops):
      defineGradient(from: from, to: to, stops: stops, id: id)
    }
  }

  /// A hatching as a pattern fixed to the picture, so that it meets across shapes.
  private mutating func define(_ hatch: Hatch, id: String) {
    let pitch = max(hatch.pitch, 0.01)
    beginTag("pattern")
    attribute("id", id)
    attribute("patternUnits", "userSpaceOnUse")
    attribute("width", pitch, decimals: 3)
    attribute("height", pitch, decimals: 3)
    attribute("patternTransform", "rotate(\(formatted(hatch.angle)))")
    endTag()
    beginTag("path")
    attribute("d", Path(rect: Rect(x: 0, y: 0, width: pitch, height: pitch)))
    attribute("fill", .color(hatch.ground))
    endEmptyTag()
    if hatch.kind == .dots {
      defineDot(hatch, pitch: pitch)
    } else {
      defineLines(hatch, pitch: pitch)
    }
    close("pattern")
  }

  private mutating func defineDot(_ hatch: Hatch, pitch: Double) {
    beginTag("circle")
    attribute("cx", pitch / 2, decimals: 3)
    attribute("cy", pitch / 2, decimals: 3)
    attribute("r", hatch.width / 2, decimals: 3)
    attribute("fill", .color(hatch.line))
    endEmptyTag()
  }

  private mutating func defineLines(_ hatch: Hatch, pitch: Double) {
    let middle = pitch / 2
    var lines = Path(from: Point(x: 0, y: middle), to: Point(x: pitch, y: middle))
    if hatch.kind == .cross {
      lines.move(to: Point(x: middle, y: 0))
      lines.line(to: Point(x: middle, y: pitch))
    }
    beginTag("path")
    attribute("d", lines)
    attribute("stroke", .color(hatch.line))
    attribute("stroke-width", hatch.width, decimals: 3)
    endEmptyTag()
  }

  private mutating func defineGradient(
    from: Point, to: Point, stops: [GradientStop], id: String
  ) {
    beginTag("linearGradient")
    attribute("id", id)
    attribute("gradientUnits", "userSpaceOnUse")
    attribute("x1", from.x)
    attribute("y1", from.y)
    attribute("x2", to.x)
    attribute("y2", to.y)
    endTag()
    for stop in stops {
      beginTag("stop")
      attribute("offset", stop.location, decimals: 3)
      attribute("stop-color", .color(stop.color))
      endEmptyTag()
    }
    close("linearGradient")
  }

  mutating func defineClip(_ path: Path, id: String) {
    beginTag("clipPath")
    attribute("id", id)
    endTag()
    beginTag("path")
    attribute("d", path)
    endEmptyTag()
    close("clipPath")
  }
}

extension Path.Element {
  fileprivate func append(to bytes: inout [UInt8]) {
    switch self {
    case .move(let point):
      bytes.append(UInt8(ascii: "M"))
      point.append(to: &bytes)
    case .line(let point):
      bytes.append(UInt8(ascii: "L"))
      point.append(to: &bytes)
    case .cubic(let first, let second, let end):
      bytes.append(UInt8(ascii: "C"))
      first.append(to: &bytes)
      bytes.append(UInt8(ascii: " "))
      second.append(to: &bytes)
      bytes.append(UInt8(ascii: " "))
      end.append(to: &bytes)
    case .close: bytes.append(UInt8(ascii: "Z"))
    }
  }
}

extension Point {
  fileprivate func append(to bytes: inout [UInt8]) {
    appendNumber(x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    appendNumber(y, to: &bytes)
  }
}

extension Color {
  /// Adds `#rrggbb`, as the screen shows it.
  fileprivate func appendHexadecimal(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "#"))
    appendByte(red, to: &bytes)
    appendByte(green, to: &bytes)
    appendByte(blue, to: &bytes)
  }

  private func appendByte(_ value: Double, to bytes: inout [UInt8]) {
    let byte = UInt8((min(max(value.isFinite ? value : 0, 0), 1) * 255).rounded())
    for digit in [byte >> 4, byte & 0xF] {
      bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    }
  }
}

extension Paint {
  /// The colour that stands for the paint where only a colour can: in text.
  var solid: Color {
    switch self {
    case .color(let color): color
    case .hatch(let hatch): hatch.line
    case .linearGradient(_, _, let stops): stops.first?.color ?? .black
    }
  }
}

extension ImageResource.Format {
  var mediaType: String {
    switch self {
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    }
  }
}
