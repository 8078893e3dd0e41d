import Drawing
import Geometry

extension XMLText {
  /// A hatching as a pattern fixed to the picture, so that it meets across shapes.
  mutating func define(_ hatch: Hatch, id: String) {
    let pitch = max(hatch.pitch, 0.01)
    let tile = formatted(pitch, decimals: 3)
    open(
      "pattern",
      [
        ("id", id), ("patternUnits", "userSpaceOnUse"), ("width", tile), ("height", tile),
        ("patternTransform", "rotate(\(formatted(hatch.angle)))"),
      ])
    let ground = Path(rect: Rect(x: 0, y: 0, width: pitch, height: pitch))
    element("path", [("d", pathData(ground)), ("fill", hatch.ground.hexadecimal)])
    defineStrokes(hatch, pitch: pitch)
    close("pattern")
  }

  private mutating func defineStrokes(_ hatch: Hatch, pitch: Double) {
    let middle = pitch / 2
    if hatch.kind == .dots {
      let (place, radius) = (
        formatted(middle, decimals: 3), formatted(hatch.width / 2, decimals: 3)
      )
      let fill = hatch.line.hexadecimal
      element("circle", [("cx", place), ("cy", place), ("r", radius), ("fill", fill)])
      return
    }
    var lines = Path(from: Point(x: 0, y: middle), to: Point(x: pitch, y: middle))
    if hatch.kind == .cross {
      lines.move(to: Point(x: middle, y: 0))
      lines.line(to: Point(x: middle, y: pitch))
    }
    let width = formatted(hatch.width, decimals: 3)
    let stroke = hatch.line.hexadecimal
    element("path", [("d", pathData(lines)), ("stroke", stroke), ("stroke-width", width)])
  }

  mutating func defineGradient(from: Point, to: Point, stops: [GradientStop], id: String) {
    open(
      "linearGradient",
      [
        ("id", id), ("gradientUnits", "userSpaceOnUse"), ("x1", formatted(from.x)),
        ("y1", formatted(from.y)), ("x2", formatted(to.x)), ("y2", formatted(to.y)),
      ])
    for stop in stops {
      let offset = formatted(stop.location, decimals: 3)
      element("stop", [("offset", offset), ("stop-color", stop.color.hexadecimal)])
    }
    close("linearGradient")
  }
}

/// A path in the syntax of SVG's `d` attribute, with absolute commands.
func pathData(_ path: Path) -> String {
  var text: [UInt8] = []
  for element in path.elements {
    switch element {
    case .move: text.append(UInt8(ascii: "M"))
    case .line: text.append(UInt8(ascii: "L"))
    case .cubic: text.append(UInt8(ascii: "C"))
    case .close: text.append(UInt8(ascii: "Z"))
    }
    for (index, point) in element.points.enumerated() {
      if index > 0 { text.append(UInt8(ascii: " ")) }
      appendNumber(point.x, to: &text)
      text.append(UInt8(ascii: " "))
      appendNumber(point.y, to: &text)
    }
  }
  return String(decoding: text, as: UTF8.self)
}

extension Color {
  /// `#rrggbb`, as the screen shows it.
  var hexadecimal: String {
    let digits = [red, green, blue].map { value -> String in
      let byte = UInt8((min(max(value.isFinite ? value : 0, 0), 1) * 255).rounded())
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "#" + digits.joined()
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

extension FaceResource {
  /// The family with what may stand in for it where it is not installed.
  var fontAttributes: [XMLText.Attribute] {
    let names = ([family] + fallbackFamilies).map { name in
      name.utf8.contains(UInt8(ascii: " ")) ? "'\(name)'" : name
    }
    var attributes: [XMLText.Attribute] = [
      ("font-family", names.joined(separator: ", ")), ("font-weight", String(weight)),
    ]
    if isItalic { attributes.append(("font-style", "italic")) }
    return attributes
  }

  private var fallbackFamilies: [String] {
    let words = family.lowercased().split(separator: " ")
    func has(_ stems: String...) -> Bool {
      words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
    if has("mono") { return ["monospace"] }
    let isSerif = has("serif", "song", "ming")
    guard has("cjk") || words.starts(with: ["source", "han"]) else {
      return [isSerif ? "serif" : "sans-serif"]
    }
    return isSerif
      ? ["Source Han Serif SC", "Songti SC", "SimSun", "serif"]
      : ["Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]
  }
}
