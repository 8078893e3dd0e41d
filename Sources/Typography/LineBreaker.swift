/// Breaks of a paragraph: the boxes after which its lines end.
struct LineBreaks {
  var breaks: [Int]
  var demerits: Double
}

/// Finds the cheapest breaks of one paragraph at one measure.
///
/// Width, stretch and shrink only grow along a paragraph, so that for each end the feasible
/// beginnings are consecutive: time is linear in the paragraph and in the number of beginnings that
/// are within the tolerance.
struct LineBreaker {
  /// A feasible end of a line, reached at least cost through `previous`.
  private struct Node {
    /// Index of the breakpoint; -1 is the paragraph's beginning.
    var point: Int
    var previous: Int
    var line: Int
    var fitness: LineCost.Fitness
    var demerits: Double
  }

  private let measure: Double
  private let indent: Double
  private let shortestLastLine: Double
  private let isJustified: Bool
  private let rag: Double
  /// Width of the cells of a grid; 0 without one.
  private let cell: Double
  private let points: [Breakpoint]
  private var nodes: [Node] = []
  /// The first node that a line may still begin at: the nodes after it are the active ones.
  private var head = 0
  /// The nodes found for the current breakpoint.
  private var found: [Node] = []
  /// Lines that were weighed: what the tests bound.
  private(set) var work = 0

  init(_ paragraph: Paragraph, _ settings: LineSettings) {
    measure = settings.measure
    indent = settings.indent(of: paragraph)
    shortestLastLine = settings.shortestLastLine
    cell = paragraph.isOnGrid(settings) ? paragraph.cell : 0
    isJustified = settings.alignment == .justify && cell == 0
    rag = max(settings.measure * 0.15, 12)
    points = cell > 0 ? paragraph.gridBreakpoints(settings) : paragraph.breakpoints(settings)
  }

  /// The cheapest breaks of all.
  ///
  /// Lines beyond a tolerance are left out at first. A result is final when it costs no more than
  /// one such line alone would; else the tolerance is widened to just that.
  mutating func best() -> LineBreaks {
    var tolerance = 1.0
    while true {
      if let result = run(tolerance: tolerance, lines: nil) {
        let needed = LineCost.ratio(costing: result.demerits)
        if needed <= tolerance || tolerance == .infinity { return result }
        tolerance = needed
      } else if tolerance == .infinity {
        return LineBreaks(breaks: points.map(\.box), demerits: .infinity)
      } else {
        tolerance = tolerance > 8 ? .infinity : tolerance * 3
      }
    }
  }

  /// The cheapest breaks into a given number of lines; nil when none is within the tolerance.
  mutating func best(lines count: Int, tolerance: Double) -> LineBreaks? {
    count > 0 ? run(tolerance: tolerance, lines: count) : nil
  }

  /// Whether the paragraph could be set in so many lines at all: a bound that needs no search.
  ///
  /// It must shrink to them, with the widest of its gaps discarded at each end, and with all the
  /// stretch that is unobtrusive reach the last of them. Lines that the author ends say nothing.
  func mayFit(lines count: Int) -> Bool {
    guard count > 0, let total = points.last?.before else { return false }
    guard isJustified, !points.dropLast().contains(where: \.isForced) else { return true }
    let discarded = points.reduce(0) { max($0, $1.after.width - $1.before.width) }
    let least = total.width + indent - total.shrink - Double(count - 1) * discarded
    let most = total.width + indent + total.stretch + total.evenGap + total.evenHanLatin
    return least <= Double(count) * measure
      && most >= Double(count - 1) * measure + shortestLastLine
  }

  /// What given breaks cost; nil when they leave out a forced break, stand where none is allowed or
  /// make a line wider than its measure that could have been divided.
  func demerits(of breaks: [Int]) -> Double? {
    var node = Node(point: -1, previous: -1, line: 0, fitness: .decent, demerits: 0)
    for end in breaks {
      guard let index = points.firstIndex(where: { $0.box == end }) else { return nil }
      guard !points[node.point + 1..<index].contains(where: \.isForced) else { return nil }
      let fit = fit(from: node.point, to: index)
      guard !fit.isTooLong || node.point == index - 1 else { return nil }
      node = line(after: node, number: 0, to: index, ratio: fit.isTooLong ? nil : fit.ratio)
    }
    return node.point == points.count - 1 ? node.demerits : nil
  }

  private mutating func run(tolerance: Double, lines: Int?) -> LineBreaks? {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(Node(point: -1, previous: -1, line: 0, fitness: .decent, demerits: 0))
    head = 0
    for index in points.indices {
      collect(endingAt: index, tolerance, countsLines: lines != nil)
      if points[index].isForced { head = nodes.count }
      nodes.append(contentsOf: found)
      if head == nodes.count { return nil }
    }
    return trace(lines: lines)
  }

  /// Finds the nodes of a breakpoint and drops the beginnings that are too far back for it.
  private mutating func collect(endingAt index: Int, _ tolerance: Double, countsLines: Bool) {
    found.removeAll(keepingCapacity: true)
    let isForced = points[index].isForced
    for number in head..<nodes.count {
      let start = nodes[number]
      work += 1
      let (ratio, isTooLong) = fit(from: start.point, to: index)
      // What no break divides is a line however wide it is.
      let isMinimal = start.point == index - 1
      if !isTooLong || isMinimal {
        if !isForced && ratio > tolerance {
          // Later beginnings only make shorter lines, but for what the first line's indent adds.
          guard start.point < 0 else { break }
          continue
        }
        let line = line(
          after: start, number: number, to: index, ratio: isTooLong ? nil : ratio)
        keep(line, countsLines: countsLines)
      }
      if isTooLong && number == head && fit(from: start.point, to: index, breakWidth: 0).isTooLong {
        head += 1
      }
    }
    prune()
  }

  /// Keeps a node when it is the cheapest of its fitness class, and of its number of lines where
  /// these are counted.
  private mutating func keep(_ node: Node, countsLines: Bool) {
    for index in found.indices
    where found[index].fitness == node.fitness
      && (!countsLines || found[index].line == node.line)
    {
      if node.demerits < found[index].demerits { found[index] = node }
      return
    }
    found.append(node)
  }

  /// Drops nodes that cannot win: another one is cheaper by more than a misfit can ever cost.
  private mutating func prune() {
    guard found.count > 1 else { return }
    let all = found
    found.removeAll { node in
      all.contains { $0.line == node.line && $0.demerits + LineCost.misfit < node.demerits }
    }
  }

  /// The node at the end of a line.
  ///
  /// A line without a ratio is too wide and cannot be divided; every way to break the paragraph
  /// contains it, so that it counts for nothing.
  private func line(after start: Node, number: Int, to end: Int, ratio: Double?) -> Node {
    let point = points[end]
    let isOpen = point.isForced && (ratio ?? -1) >= 0
    let fitness = isOpen || ratio == nil ? .decent : LineCost.Fitness(ratio: ratio ?? 0)
    var demerits = start.demerits
    if let ratio {
      demerits += LineCost.demerits(ratio: isOpen ? 0 : ratio, penalty: point.penalty)
    }
    if isRunt(from: start.point, to: end) { demerits += LineCost.runt }
    if abs(fitness.rawValue - start.fitness.rawValue) > 1 { demerits += LineCost.misfit }
    if start.point >= 0 && points[start.point].isHyphenated {
      if point.isHyphenated { demerits += LineCost.doubleHyphen }
      if end == points.count - 1 { demerits += LineCost.finalHyphen }
    }
    return Node(
      point: end, previous: number, line: start.line + 1, fitness: fitness, demerits: demerits)
  }

  private func fit(from start: Int, to end: Int) -> (ratio: Double, isTooLong: Bool) {
    fit(from: start, to: end, breakWidth: points[end].breakWidth)
  }

  /// How far the line between two breakpoints must be stretched (positive) or shrunk (negative) in
  /// parts of its capacity.
  private func fit(
    from start: Int, to end: Int, breakWidth: Double
  ) -> (ratio: Double, isTooLong: Bool) {
    let before = start < 0 ? LineTotals(width: -indent) : points[start].after(upTo: points[end])
    let inside = points[end].before
    let need = measure - (inside.width - before.width) - breakWidth
    if need >= 0 {
      return (isJustified ? stretchRatio(need, inside, before) : emptyRatio(need), false)
    }
    let shrink = inside.shrink - before.shrink
    if -need <= shrink + 0.001 { return (shrink > 0 ? max(need / shrink, -1) : 0, false) }
    return (-1, true)
  }

  /// What the empty end of a line that is not justified counts for.
  private func emptyRatio(_ need: Double) -> Double {
    cell > 0 ? LineCost.ratio(emptyCells: need / cell) : need / rag
  }

  /// Up to 1 all stretch alike; beyond that what is asked of the gaps between characters, as
  /// `Line.spread` will set them.
  private func stretchRatio(
    _ need: Double, _ inside: LineTotals, _ before: LineTotals
  ) -> Double {
    guard need > 0.01 else { return 0 }
    let own = max(inside.stretch - before.stretch, 0)
    let gaps = max(inside.evenGap - before.evenGap, 0)
    let hanLatin = max(inside.evenHanLatin - before.evenHanLatin, 0)
    let ratio = need / (own + gaps + hanLatin)
    guard ratio > 1 else { return ratio }
    let even = (need - own) / (gaps + hanLatin)
    guard even > Gap.hanLatinEvenLimit, gaps > 0 else { return min(even, 1e6) }
    return (need - own - Gap.hanLatinEvenLimit * hanLatin) / gaps
  }

  private func isRunt(from start: Int, to end: Int) -> Bool {
    guard start >= 0, end == points.count - 1 else { return false }
    return points[end].before.width - points[start].after.width < shortestLastLine
  }

  private func trace(lines: Int?) -> LineBreaks? {
    let ends = nodes[head...].filter { lines == nil || $0.line == lines }
    guard var node = ends.min(by: { $0.demerits < $1.demerits }) else { return nil }
    let demerits = node.demerits
    var breaks: [Int] = []
    while node.point >= 0 {
      breaks.append(points[node.point].box)
      node = nodes[node.previous]
    }
    return LineBreaks(breaks: breaks.reversed(), demerits: demerits)
  }
}

/// Sums over a part of a paragraph, in points.
struct LineTotals {
  var width = 0.0
  var stretch = 0.0
  var evenGap = 0.0
  var evenHanLatin = 0.0
  var shrink = 0.0
}

/// A gap at which a line may end.
struct Breakpoint {
  var box: Int
  /// Sums of all that stands before the gap, and with the gap.
  var before: LineTotals
  var after: LineTotals
  /// Width that a break here adds to its line; see `Gap.breakWidth`.
  var breakWidth: Double
  var penalty: Double
  var isForced: Bool
  /// On a grid the next cell, and the sums with the gap for lines that end before it.
  var nextCell = 0
  var afterWithoutCell = LineTotals()

  /// What stands before a line that begins here and ends at another breakpoint.
  func after(upTo end: Breakpoint) -> LineTotals {
    end.box < nextCell ? afterWithoutCell : after
  }

  var isHyphenated: Bool { breakWidth > 0 }
}

extension Paragraph {
  func breakpoints(_ settings: LineSettings) -> [Breakpoint] {
    var points: [Breakpoint] = []
    points.reserveCapacity(boxes.count)
    var totals = LineTotals()
    for index in boxes.indices {
      let gap = gaps[index]
      totals.width += Double(boxes[index].width)
      let before = totals
      totals.width += Double(gap.width)
      totals.stretch += Double(gap.stretch)
      if gap.stretchClass == .hanLatin {
        totals.evenHanLatin += Double(gap.evenStretch)
      } else {
        totals.evenGap += Double(gap.evenStretch)
      }
      totals.shrink += Double(gap.shrink)
      guard gap.isBreakable, gap.breakWidth <= 0 || settings.allowsHyphens else { continue }
      let isForced = gap.penalty == Gap.mustBreak
      points.append(
        Breakpoint(
          box: index, before: before, after: totals, breakWidth: settings.breakWidth(of: gap),
          penalty: isForced ? 0 : Double(gap.penalty), isForced: isForced))
    }
    return points
  }
}
