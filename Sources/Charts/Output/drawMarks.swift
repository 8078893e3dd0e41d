internal import Diagnostics
internal import Drawing
internal import Geometry

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A text of a chart with the items of the display list that show it.
struct DrawnText {
  var mark: TextMark
  var items: ChartItems
  /// The numbers that belong to no mark, each in items of its own.
  var numbers: [(number: ChartNumber, items: ChartItems)] = []
}

/// Paints the marks: fills first, then lines, then text, so that nothing covers a label.
///
/// Numbers within a text stand in items of their own; those of figures have the figures' places.
func drawMarks(
  _ marks: [Mark], of spec: ChartSpec, paper: Color, node: StructureNodeID
) -> (list: DisplayList, texts: [DrawnText]) {
  var painter = MarkPainter(paper: paper, node: node, span: spec.span, figures: spec.figures)
  let layers = marks.map(\.layer)
  for layer in 0...Mark.topLayer {
    for index in marks.indices where layers[index] == layer { painter.draw(marks[index]) }
  }
  return (painter.list, painter.texts)
}

extension Mark {
  fileprivate static let topLayer = 3

  fileprivate var layer: Int {
    switch self {
    case .area(let mark): mark.role == .band ? 0 : 2
    case .rule(let mark): mark.role == .grid ? 0 : 2
    case .bar, .arc: 1
    case .line, .point: 2
    case .text: Mark.topLayer
    }
  }
}

private struct MarkPainter {
  var list = DisplayList()
  var texts: [DrawnText] = []
  let paper: Color
  let node: StructureNodeID
  let span: SourceSpan
  let figures: [ChartFigure]
  /// How often each text of figures was found, by key and text.
  var found: [[String]: Int] = [:]

  mutating func draw(_ mark: Mark) {
    switch mark {
    case .area(let area):
      list.fill(Path(rect: area.rect), .color(area.color), node: node, span: span)
    case .bar(let bar): fill(Path(rect: bar.rect), bar.paint, bar.outline)
    case .arc(let arc): fill(arc.path, arc.paint, arc.outline)
    case .line(let line):
      list.stroke(
        Path(through: line.points), .color(line.color), line.style, node: node, span: span)
    case .point(let point): draw(point)
    case .rule(let rule):
      list.stroke(
        Path(through: rule.points), .color(rule.color), rule.style, node: node, span: span)
    case .text(let text): draw(text)
    }
  }

  private mutating func draw(_ text: TextMark) {
    let start = list.items.count
    text.line.draw(&list, text.baseline, node, span)
    placeFigures(in: text, from: start)
    // Divided before any is placed, so that none is moved.
    for number in text.numbers { _ = list.isolate(number.text, in: start..<list.items.count) }
    let line = start..<list.items.count
    texts.append(
      DrawnText(
        mark: text, items: ChartItems(range: line),
        numbers: text.numbers.map { number in
          let own = list.isolate(number.text, in: line)
          return (number, ChartItems(range: own ?? line))
        }))
  }

  /// Gives the items of figures within a text the figures' places: of several figures with one text
  /// each its own in their order, of one figure in several texts all.
  private mutating func placeFigures(in text: TextMark, from start: Int) {
    guard !figures.isEmpty else { return }
    let shown = figures.filter {
      $0.isShown(in: text.role) && text.line.text.contains($0.text)
    }
    var known: Set<[String]> = []
    for figure in shown where known.insert([figure.key, figure.text]).inserted {
      let same = shown.filter { $0.key == figure.key && $0.text == figure.text }
      let number = found[[figure.key, figure.text], default: 0]
      found[[figure.key, figure.text]] = number + 1
      let line = start..<list.items.count
      let own = list.isolate(figure.text, in: line) ?? line
      for item in own { list.items[item].span = same[min(number, same.count - 1)].span }
    }
  }

  private mutating func draw(_ point: PointMark) {
    guard point.isHollow else {
      fill(Path(circleAt: point.center, radius: point.radius), .color(point.color), nil)
      return
    }
    let width = min(1, point.radius / 2)
    let circle = Path(circleAt: point.center, radius: point.radius - width / 2)
    fill(circle, .color(paper), nil)
    list.stroke(circle, .color(point.color), StrokeStyle(width: width), node: node, span: span)
  }

  private mutating func fill(_ path: Path, _ paint: Paint, _ outline: Color?) {
    list.fill(path, paint, node: node, span: span)
    guard let outline else { return }
    list.stroke(path, .color(outline), StrokeStyle(width: 0.5), node: node, span: span)
  }
}

extension ArcMark {
  /// The outline of the sector; a full turn is a disc or a ring without a seam.
  var path: Path {
    var path = Path()
    let quarter = Double.pi / 2
    let isFull = end - start >= 2 * .pi - 1e-9
    path.arc(center: center, radius: outerRadius, from: start - quarter, to: end - quarter)
    if innerRadius > 0 {
      if isFull { path.close() }
      path.arc(center: center, radius: innerRadius, from: end - quarter, to: start - quarter)
    } else if !isFull {
      path.line(to: center)
    }
    path.close()
    return path
  }

  /// The place at an angle and a distance from the centre.
  func point(angle: Double, radius: Double) -> Point {
    Point(x: center.x + radius * sin(angle), y: center.y - radius * cos(angle))
  }
}

extension Path {
  init(through points: [Point]) {
    self.init(points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) })
  }

  init(circleAt center: Point, radius: Double) {
    self.init()
    arc(center: center, radius: radius, from: 0, to: 2 * .pi)
    close()
  }
}
