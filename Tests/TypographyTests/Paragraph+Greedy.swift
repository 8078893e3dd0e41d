@testable import Typography

extension Paragraph {
  /// Each line as full as it can be without being set wider than its measure.
  func greedyBreaks(_ settings: LineSettings) -> [Int] {
    var breaks: [Int] = []
    var first = 0
    while first < boxes.count {
      let indent = breaks.isEmpty ? settings.indent(of: self) : 0
      let end = greedyEnd(from: first, measure: settings.measure - indent, settings)
      breaks.append(end)
      first = end + 1
    }
    return breaks
  }

  private func greedyEnd(from first: Int, measure: Double, _ settings: LineSettings) -> Int {
    var width = 0.0
    var shrink = 0.0
    var end: Int?
    for index in first..<boxes.count {
      let gap = gaps[index]
      width += Double(boxes[index].width)
      if gap.isBreakable, gap.breakWidth <= 0 || settings.allowsHyphens {
        let isTooLong = width + settings.breakWidth(of: gap) - shrink > measure + 0.0005
        if !isTooLong || end == nil { end = index }
        if isTooLong || gap.penalty == Gap.mustBreak { return end ?? index }
      }
      width += Double(gap.width)
      shrink += Double(gap.shrink)
    }
    return end ?? boxes.count - 1
  }

  /// Every set of gaps at which lines may end.
  func allBreaks(_ settings: LineSettings) -> [[Int]] {
    let last = boxes.count - 1
    let points = gaps.indices.filter { index in
      index < last && gaps[index].isBreakable
        && (gaps[index].breakWidth <= 0 || settings.allowsHyphens)
    }
    return (0..<1 << points.count).map { bits in
      points.indices.filter { bits >> $0 & 1 == 1 }.map { points[$0] } + [last]
    }
  }
}
