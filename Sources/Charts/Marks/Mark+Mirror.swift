internal import Geometry

extension Mark {
  /// The mark on the other side of a column, with its text as it reads.
  func mirrored(within width: Double) -> Mark {
    func mirrored(_ rect: Rect) -> Rect {
      Rect(x: width - rect.maxX, y: rect.minY, width: rect.width, height: rect.height)
    }
    func mirrored(_ point: Point) -> Point { Point(x: width - point.x, y: point.y) }
    switch self {
    case .area(var mark):
      mark.rect = mirrored(mark.rect)
      return .area(mark)
    case .bar(var mark):
      mark.rect = mirrored(mark.rect)
      return .bar(mark)
    case .arc(var mark):
      mark.center = mirrored(mark.center)
      (mark.start, mark.end) = (-mark.end, -mark.start)
      return .arc(mark)
    case .line(var mark):
      mark.points = mark.points.map(mirrored)
      return .line(mark)
    case .point(var mark):
      mark.center = mirrored(mark.center)
      return .point(mark)
    case .rule(var mark):
      mark.points = mark.points.map(mirrored)
      return .rule(mark)
    case .text(var mark):
      mark.baseline.x = width - mark.baseline.x - mark.line.width
      return .text(mark)
    }
  }
}

extension Plot {
  /// The plot for a language that is written from right to left: its first category, its axis and
  /// the first key stand at the right.
  func mirrored(within width: Double) -> Plot {
    var copy = self
    copy.marks = marks.map { $0.mirrored(within: width) }
    copy.pieces = pieces.map { $0.mirrored(within: width) }
    return copy
  }
}
