/// Strict grids (CLREQ; E7.9): what stands between two Han characters is set as a line of its own, in
/// CLREQ's order of shrinking and stretching, as wide as the fewest whole em that can hold it.
extension Paragraph {
  func isOnGrid(_ settings: LineSettings) -> Bool {
    cell > 0 && settings.alignment == .justify
  }

  /// The space after a box as a line sets it, in points.
  func space(after box: Int, on line: Line) -> Double {
    line.gridSpaces.isEmpty
      ? line.width(of: gaps[box]) : line.gridSpaces[box - line.boxes.lowerBound]
  }

  /// Sets a line cell by cell from its start; what it does not fill stays empty at its end.
  func gridLine(_ settings: LineSettings, _ range: Range<Int>, indent: Double) -> Line {
    var line = Line(boxes: range, start: indent, width: 0, excess: 0, looseness: 0)
    line.gridSpaces = range.map { Double(gaps[$0].width) }
    let lead = lead(of: range.lowerBound)
    line.start += Double(lead.width)
    var start = range.lowerBound
    for box in range where isCell(box) {
      set(start..<box, on: &line, indent: indent)
      start = box + 1
    }
    let spaces = line.gridSpaces.dropLast().reduce(0, +)
    line.width = range.reduce(line.start - indent + spaces) { $0 + Double(boxes[$1].width) }
    line.width += settings.breakWidth(of: gaps[range.upperBound - 1])
    let excess = line.width - (settings.measure - indent)
    line.excess = excess > 0.01 ? excess : 0
    return line
  }

  /// Sets what stands before a cell, after another cell or from the line's start.
  private func set(_ range: Range<Int>, on line: inout Line, indent: Double) {
    let isHead = range.lowerBound == line.boxes.lowerBound
    let spaces = (isHead ? range.lowerBound : range.lowerBound - 1)..<range.upperBound
    guard spaces.contains(where: { gaps[$0].width > 0 }) || !range.isEmpty else { return }
    var capacity = LineCapacity()
    for box in range { capacity.natural += Double(boxes[box].width) }
    for gap in spaces { capacity.add(gaps[gap]) }
    let lead = isHead ? self.lead(of: range.lowerBound) : Gap()
    capacity.add(lead)
    let target = wholeCells(capacity.natural, shrink: capacity.shrink.sum())
    var part = Line(boxes: range, start: 0, width: capacity.natural, excess: 0, looseness: 0)
    part.fill(target - capacity.natural, from: capacity)
    if isHead { line.start = indent + part.width(of: lead) }
    for gap in spaces {
      line.gridSpaces[gap - line.boxes.lowerBound] = part.width(of: gaps[gap])
    }
    // What nothing stretches for stands on both sides of a symbol, but only behind a note mark.
    let isApart = !isHead && gaps[spaces.lowerBound].isBreakable
    let before = isApart ? (target - part.width) / 2 : 0
    line.gridSpaces[spaces.lowerBound - line.boxes.lowerBound] += before
    line.gridSpaces[spaces.upperBound - 1 - line.boxes.lowerBound] += target - part.width - before
  }

  /// Whether a box is a Han character that fills a cell.
  func isCell(_ box: Int) -> Bool {
    abs(Double(boxes[box].width) - cell) < 0.01
      && characterClass(of: source.text.scalar(at: Int(boxes[box].textStart))) == .han
  }

  /// The spare half of an opening mark, which a line on a grid does not take away at its start.
  fileprivate func lead(of box: Int) -> Gap {
    var gap = Gap()
    guard box < boxes.count, boxes[box].shift < 0 else { return gap }
    gap.width = -boxes[box].shift
    gap.shrink = gap.width
    gap.evenStretch = gap.width
    gap.shrinkClass = .bracket
    return gap
  }

  /// The fewest whole em that hold a width that can be shrunk.
  fileprivate func wholeCells(_ natural: Double, shrink: Double) -> Double {
    ((natural - shrink) / cell - 0.001).rounded(.up) * cell
  }
}

extension Paragraph {
  /// As `breakpoints`, with the places that a grid gives to cells.
  func gridBreakpoints(_ settings: LineSettings) -> [Breakpoint] {
    var walk = GridWalk(self, settings)
    var start = 0
    for box in boxes.indices where isCell(box) {
      walk.add(start..<box, cell: box)
      start = box + 1
    }
    walk.add(start..<boxes.count, cell: nil)
    return walk.points
  }
}

/// Finds the breakpoints of a paragraph on a grid from cell to cell.
private struct GridWalk {
  let paragraph: Paragraph
  let settings: LineSettings
  var points: [Breakpoint] = []
  /// Where the last cell ends.
  private var place = 0.0
  /// Natural width and shrink of all gaps and boxes before each box.
  private var natural: [Double] = [0]
  private var shrink: [Double] = [0]

  init(_ paragraph: Paragraph, _ settings: LineSettings) {
    self.paragraph = paragraph
    self.settings = settings
    for (box, gap) in zip(paragraph.boxes, paragraph.gaps) {
      natural.append(natural[natural.count - 1] + Double(box.width) + Double(gap.width))
      shrink.append(shrink[shrink.count - 1] + Double(gap.shrink))
    }
  }

  /// Adds the breakpoints after a cell or the beginning and before the next cell.
  mutating func add(_ range: Range<Int>, cell: Int?) {
    let first = range.lowerBound
    let lead = first == 0 ? Double(paragraph.lead(of: 0).width) : 0
    let before = first == 0 ? 0 : Double(paragraph.gaps[first - 1].width)
    // Where the box after the last cell would begin, were nothing padded.
    let origin = place + before + lead - natural[first]
    let width = restWidth(from: max(first - 1, 0), to: range.upperBound, isHead: first == 0)
    let next = cell.map { _ in place + width }
    for gap in max(first - 1, 0)..<range.upperBound where isBreakable(paragraph.gaps[gap]) {
      add(gap, origin: origin, next: next, cell: cell ?? 0)
    }
    if let next { place = next + paragraph.cell }
  }

  private func isBreakable(_ gap: Gap) -> Bool {
    gap.isBreakable && (gap.breakWidth <= 0 || settings.allowsHyphens)
  }

  private mutating func add(_ index: Int, origin: Double, next: Double?, cell: Int) {
    let gap = paragraph.gaps[index]
    let end = origin + natural[index + 1]
    let lead = Double(paragraph.lead(of: index + 1).width)
    let isForced = gap.penalty == Gap.mustBreak
    let rest = next.map { $0 - restWidth(from: index + 1, to: cell, isHead: true) }
    points.append(
      Breakpoint(
        box: index, before: LineTotals(width: end - Double(gap.width)),
        after: LineTotals(width: rest ?? end - lead),
        breakWidth: settings.breakWidth(of: gap), penalty: isForced ? 0 : Double(gap.penalty),
        isForced: isForced, nextCell: cell, afterWithoutCell: LineTotals(width: end - lead)))
  }

  /// Width in whole em of what stands before a cell: from a line's start, or behind the cell whose
  /// gap is the first.
  private func restWidth(from first: Int, to cell: Int, isHead: Bool) -> Double {
    guard first <= cell else { return 0 }
    let lead = isHead ? Double(paragraph.lead(of: first).width) : 0
    let own = isHead ? 0 : Double(paragraph.boxes[first].width)
    return paragraph.wholeCells(
      natural[cell] - natural[first] - own + lead,
      shrink: shrink[cell] - shrink[first] + lead)
  }
}
