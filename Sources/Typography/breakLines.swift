/// How a paragraph is to be broken; lengths in points.
package struct LineSettings: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable {
    case justify
    case start
    case center
    case end
  }

  package var measure: Double
  /// Indent of the first line; negative hangs it out.
  package var indent: Double
  package var alignment: Alignment
  /// Narrowest last line that is not a runt, in points (CLREQ: two Han characters).
  package var shortestLastLine: Double

  package init(
    measure: Double, indent: Double = 0, alignment: Alignment = .justify,
    shortestLastLine: Double = 0
  ) {
    self.measure = measure
    self.indent = indent
    self.alignment = alignment
    self.shortestLastLine = shortestLastLine
  }
}

/// Divides a paragraph into lines with the least total demerits (Knuth and Plass, "Breaking
/// Paragraphs into Lines", 1981).
///
/// A line that cannot be made narrow enough is still a line, and says so by `Line.excess`.
package func breakLines(_ paragraph: Paragraph, _ settings: LineSettings) -> [Line] {
  guard !paragraph.boxes.isEmpty else { return [] }
  var breaker = LineBreaker(paragraph, settings)
  for tolerance in [1.0, 2.5, Double.infinity] {
    if let breaks = breaker.run(tolerance: tolerance) {
      return makeLines(paragraph, settings, breaks: breaks)
    }
  }
  return []
}

private struct LineBreaker {
  /// A feasible end of a line: the gap after box `box`, reached at least cost through `previous`.
  private struct Node {
    var box: Int
    var previous: Int
    var demerits: Double
  }

  private let settings: LineSettings
  private let gaps: [Gap]
  /// Sums up to and including a box, and up to and including the gap after it.
  private var widthToBox: [Double] = []
  private var widthToGap: [Double] = []
  private var stretchToGap: [Double] = []
  private var shrinkToGap: [Double] = []
  private let rag: Double
  private var nodes: [Node] = []

  init(_ paragraph: Paragraph, _ settings: LineSettings) {
    self.settings = settings
    gaps = paragraph.gaps
    rag = settings.alignment == .justify ? 0 : max(settings.measure * 0.15, 12)
    let count = paragraph.boxes.count
    widthToBox.reserveCapacity(count)
    widthToGap.reserveCapacity(count)
    stretchToGap.reserveCapacity(count)
    shrinkToGap.reserveCapacity(count)
    var width = settings.indent
    var stretch = 0.0
    var shrink = 0.0
    for (box, gap) in zip(paragraph.boxes, gaps) {
      width += box.width
      widthToBox.append(width)
      width += gap.width
      stretch += gap.stretch
      shrink += gap.shrink
      widthToGap.append(width)
      stretchToGap.append(stretch)
      shrinkToGap.append(shrink)
    }
  }

  /// The boxes after which lines end; nil when no way is within the tolerance.
  mutating func run(tolerance: Double) -> [Int]? {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(Node(box: -1, previous: -1, demerits: 0))
    var active = [0]
    for box in gaps.indices where gaps[box].isBreakable {
      let isForced = gaps[box].penalty == Gap.mustBreak
      guard let node = bestNode(endingAt: box, &active, tolerance, isForced: isForced) else {
        if active.isEmpty { return nil }
        continue
      }
      if isForced { active.removeAll(keepingCapacity: true) }
      active.append(nodes.count)
      nodes.append(node)
    }
    return trace(from: active)
  }

  /// The cheapest way to end a line after a box; drops the beginnings that are too far back for it.
  private func bestNode(
    endingAt box: Int, _ active: inout [Int], _ tolerance: Double, isForced: Bool
  ) -> Node? {
    var best: Node?
    var kept = 0
    for position in active.indices {
      let index = active[position]
      let start = nodes[index]
      let (ratio, isTooLong) = fit(from: start.box, to: box)
      let isLastChance = tolerance == .infinity && kept == 0 && position == active.count - 1
      if !isTooLong || isLastChance {
        if isAcceptable(ratio, from: start.box, to: box, tolerance, isForced: isForced) {
          let demerits = start.demerits + cost(ratio, from: start.box, to: box)
          if demerits < best?.demerits ?? .infinity {
            best = Node(box: box, previous: index, demerits: demerits)
          }
        }
      }
      if !isTooLong {
        active[kept] = index
        kept += 1
      }
    }
    active.removeSubrange(kept...)
    return best
  }

  /// Whether a line is within the tolerance; a runt is only taken when nothing else is left.
  private func isAcceptable(
    _ ratio: Double, from start: Int, to end: Int, _ tolerance: Double, isForced: Bool
  ) -> Bool {
    if isRunt(from: start, to: end) { return tolerance == .infinity }
    return ratio <= tolerance || isForced
  }

  private func isLast(_ box: Int) -> Bool { box == gaps.count - 1 }

  /// How far the line from after one box to another must be stretched (positive) or shrunk
  /// (negative) in parts of its capacity.
  private func fit(from start: Int, to end: Int) -> (ratio: Double, isTooLong: Bool) {
    let before = start < 0 ? 0 : widthToGap[start]
    let need = settings.measure - (widthToBox[end] - before)
    if need >= 0 {
      let stretch = sum(stretchToGap, from: start, to: end) + rag
      return (stretch > 0 ? need / stretch : need > 0.01 ? 1e6 : 0, false)
    }
    let shrink = sum(shrinkToGap, from: start, to: end)
    return shrink > 0 && -need <= shrink + 0.001 ? (need / shrink, false) : (need, need < -0.001)
  }

  /// What the gaps strictly inside a line sum to.
  private func sum(_ sums: [Double], from start: Int, to end: Int) -> Double {
    guard end - 1 > start else { return 0 }
    return sums[end - 1] - (start < 0 ? 0 : sums[start])
  }

  private func cost(_ ratio: Double, from start: Int, to end: Int) -> Double {
    let isEnd = isLast(end) || gaps[end].penalty == Gap.mustBreak
    var badness = ratio < -1 ? 1e6 * -ratio : 100 * min(abs(ratio * ratio * ratio), 1e4)
    if isEnd && ratio >= 0 { badness = isRunt(from: start, to: end) ? 2000 : 0 }
    let penalty = isEnd ? 0 : Double(gaps[end].penalty)
    return (1 + badness) * (1 + badness) + penalty * penalty
  }

  private func isRunt(from start: Int, to end: Int) -> Bool {
    guard start >= 0, isLast(end) else { return false }
    return widthToBox[end] - widthToGap[start] < settings.shortestLastLine
  }

  private func trace(from active: [Int]) -> [Int]? {
    guard var index = active.last, nodes[index].box == gaps.count - 1 else { return nil }
    var breaks: [Int] = []
    while index > 0 {
      breaks.append(nodes[index].box)
      index = nodes[index].previous
    }
    return breaks.reversed()
  }
}
