package import Drawing
package import Geometry

/// One thing that a chart shows, in its place: what the display list is drawn from, and what the
/// manifest and the tests know the chart by.
package enum Mark: Sendable {
  case area(AreaMark)
  case bar(BarMark)
  case arc(ArcMark)
  case line(LineMark)
  case point(PointMark)
  case rule(RuleMark)
  case text(TextMark)

  package func offset(by offset: Point) -> Mark {
    switch self {
    case .area(var mark):
      mark.rect = mark.rect.offset(by: offset)
      return .area(mark)
    case .bar(var mark):
      mark.rect = mark.rect.offset(by: offset)
      return .bar(mark)
    case .arc(var mark):
      mark.center = mark.center + offset
      return .arc(mark)
    case .line(var mark):
      mark.points = mark.points.map { $0 + offset }
      return .line(mark)
    case .point(var mark):
      mark.center = mark.center + offset
      return .point(mark)
    case .rule(var mark):
      mark.points = mark.points.map { $0 + offset }
      return .rule(mark)
    case .text(var mark):
      mark.baseline = mark.baseline + offset
      return .text(mark)
    }
  }
}

/// A rectangle that shows no value.
package struct AreaMark: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    /// A reference band behind the bars.
    case band
    /// Paper behind a label that stands on a hatching.
    case plate
  }

  package var rect: Rect
  package var color: Color
  package var role: Role
}

/// A rectangle whose length is a value; without a datum, a key of the legend.
package struct BarMark: Hashable, Sendable {
  package var rect: Rect
  package var paint: Paint
  package var datum: Datum?
  /// The line around a fill that is near to paper.
  package var outline: Color?
}

/// A sector of a pie or ring; angles in radians clockwise from 12 o'clock.
package struct ArcMark: Hashable, Sendable {
  package var center: Point
  package var innerRadius: Double
  package var outerRadius: Double
  package var start: Double
  package var end: Double
  package var paint: Paint
  package var datum: Datum
  package var outline: Color?
}

/// The line through the values of one series; a missing value ends one line and begins another.
package struct LineMark: Hashable, Sendable {
  package var points: [Point]
  package var color: Color
  package var style: StrokeStyle
  package var series: Int
}

/// A dot at a value; without a datum, a key of the legend.
package struct PointMark: Hashable, Sendable {
  package var center: Point
  package var radius: Double
  package var color: Color
  package var datum: Datum?
  /// Whether the dot is a circle around paper.
  package var isHollow = false
}

/// A line that guides the eye.
package struct RuleMark: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    case baseline
    /// From one bar of a waterfall to the next.
    case connector
    case grid
    /// The whisker of an interval.
    case interval
    case leader
    /// The zig-zag of a broken bar or axis.
    case zigzag
    case reference
    case separator
    /// The stick of a lollipop or a key of a line chart's legend.
    case stem
  }

  package var points: [Point]
  package var color: Color
  package var style: StrokeStyle
  package var role: Role
}

/// A line of text in its place.
package struct TextMark: Sendable {
  package enum Role: String, Hashable, Sendable {
    case category
    case value
    case total
    case tick
    case legend
    case unit
    case reference
    case share
    case centre
    case title
    case subtitle
    case source
    case note
    /// The head of one plot of small multiples.
    case panel
    case annotation
  }

  package var line: ChartLine
  package var baseline: Point
  package var role: Role
  /// The value that the text prints or names.
  package var datum: Datum?
  /// The numbers in it that belong to no mark.
  package var numbers: [ChartNumber] = []

  /// Type size in points.
  package var size: Double { line.height / ChartLine.extent }

  /// The area that the line needs for itself.
  package var box: Rect {
    Rect(
      x: baseline.x, y: baseline.y - line.ascent, width: line.width,
      height: line.ascent + line.descent)
  }
}
