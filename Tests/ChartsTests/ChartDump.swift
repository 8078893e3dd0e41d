import Charts
import Drawing
import Geometry

/// A chart as text, one item a line, for golden files.
extension Chart {
  var dump: String {
    var lines = ["size \(number(size.width)) \(number(size.height))", "alt \(alt)"]
    if let generatedNote { lines.append("note \(generatedNote)") }
    lines += list.items.map(describe)
    lines += table.csv.split(whereSeparator: \.isNewline).map { "csv \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ item: DisplayItem) -> String {
    switch item.content {
    case .glyphs(let run):
      let text = String(decoding: list.text[run.text], as: UTF8.self)
      let first = list.glyphs[run.glyphs.lowerBound]
      return "text \(number(first.x)) \(number(first.y)) \(number(run.size)) "
        + "\(color(run.paint)) \(text)"
    case .fill(let path, let paint):
      return "fill \(color(paint)) \(describe(list.paths[path]))"
    case .stroke(let path, let paint, let style):
      return "stroke \(number(style.width)) \(color(paint)) \(describe(list.paths[path]))"
    default: return "other"
    }
  }

  private func describe(_ path: Path) -> String {
    path.elements.map { element in
      let points = element.points.map { "\(number($0.x)),\(number($0.y))" }
      let name =
        switch element {
        case .move: "M"
        case .line: "L"
        case .cubic: "C"
        case .close: "Z"
        }
      return ([name] + points).joined(separator: " ")
    }.joined(separator: " ")
  }

  private func color(_ paint: PaintID) -> String {
    guard case .color(let color) = list.paints[Int(paint.index)] else { return "hatch" }
    let parts = [color.red, color.green, color.blue].map { Int(($0 * 255).rounded()) }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Two decimals, without a sign on zero.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths) % 100
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)."
      + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
