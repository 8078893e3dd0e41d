import Geometry

/// The list as text for tests and for people: one item a line, lengths with two decimals, groups
/// indented.
///
/// ```
/// glyphs 0 10.50 #000000 @3 72.00,90.00..82.50 "国家"
/// fill #990000 (10.00,10.00 20.00x5.00)
/// ```
/// Glyph runs show the origins of their first and last glyph, paths the box of their points; `@` is
/// the structure node.
package func dump(_ list: DisplayList) -> String {
  var lines: [String] = []
  var depth = 0
  for item in list.items {
    if item.content.closes { depth = max(0, depth - 1) }
    let indent = String(repeating: "  ", count: depth)
    lines.append(indent + list.line(for: item))
    if item.content.opens { depth += 1 }
  }
  return lines.map { $0 + "\n" }.joined()
}

extension DisplayItem.Content {
  fileprivate var opens: Bool {
    switch self {
    case .beginGroup, .beginTurn: true
    default: false
    }
  }

  fileprivate var closes: Bool {
    switch self {
    case .endGroup, .endTurn: true
    default: false
    }
  }
}

extension DisplayList {
  fileprivate func line(for item: DisplayItem) -> String {
    switch item.content {
    case .glyphs(let run):
      "glyphs \(run.face.index) \(decimal(run.size)) "
        + "\(name(run.paint))\(mark(item.node)) \(extent(of: run)) \"\(words(of: run))\""
    case .fill(let path, let paint):
      "fill \(name(paint))\(mark(item.node)) \(box(paths[path].bounds))"
    case .stroke(let path, let paint, let style):
      "stroke \(decimal(style.width)) \(name(paint))\(mark(item.node)) \(box(paths[path].bounds))"
    case .image(let image, let rect): "image \(image.index)\(mark(item.node)) \(box(rect))"
    case .beginGroup(let clip, let opacity):
      "group \(decimal(opacity))" + (clip.map { " clip \(box(paths[$0].bounds))" } ?? "")
    case .beginTurn(let turn): "turn \(decimal(turn.origin.x)),\(decimal(turn.origin.y))"
    case .endGroup, .endTurn: "end"
    }
  }

  private func extent(of run: GlyphRun) -> String {
    guard let first = glyphs[run.glyphs].first, let last = glyphs[run.glyphs].last else {
      return ""
    }
    return "\(decimal(first.x)),\(decimal(first.y))..\(decimal(last.x))"
  }

  private func words(of run: GlyphRun) -> String {
    String(decoding: text[run.text], as: UTF8.self)
  }

  private func name(_ paint: PaintID) -> String {
    switch paints[Int(paint.index)] {
    case .color(let color): hexadecimal(color)
    case .hatch(let hatch): "\(hatch.kind.rawValue)(\(hexadecimal(hatch.line)))"
    case .linearGradient(_, _, let stops):
      "gradient(\(stops.map { hexadecimal($0.color) }.joined(separator: " ")))"
    }
  }
}

private func mark(_ node: StructureNodeID) -> String {
  switch node {
  case .artifact: ""
  case .header: " @header"
  case .footer: " @footer"
  default: " @\(node.index)"
  }
}

private func box(_ rect: Rect?) -> String {
  guard let rect else { return "(empty)" }
  let place = "\(decimal(rect.minX)),\(decimal(rect.minY))"
  return "(\(place) \(decimal(rect.width))x\(decimal(rect.height)))"
}

/// Two decimals, without the sign of a zero.
private func decimal(_ value: Double) -> String {
  let hundredths = (value * 100).rounded()
  guard hundredths.isFinite, abs(hundredths) < 1e15 else { return "?" }
  let magnitude = Int(abs(hundredths))
  let fraction = magnitude % 100
  let sign = hundredths < 0 ? "-" : ""
  return "\(sign)\(magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

private func hexadecimal(_ color: Color) -> String {
  let digits = [color.red, color.green, color.blue].map { value -> String in
    let byte = UInt8((min(max(value.isFinite ? value : 0, 0), 1) * 255).rounded())
    return (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return "#" + digits.joined()
}
