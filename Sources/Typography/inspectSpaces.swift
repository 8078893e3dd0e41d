extension LineInspector {
  private static let accuracy = 0.01

  /// How far characters are set apart on the line, in em.
  private var characterSpace: Double {
    max(seams.filter { $0.kind == .han }.map(\.space).max() ?? 0, 0.25)
  }

  /// Widths of marks: at the line's edges (E2.3), beside each other (E2.2), by the scheme (E2.4).
  mutating func inspectMarks() {
    inspectEdgeMarks()
    let slack = characterSpace + Self.accuracy
    for seam in seams {
      switch seam.kind {
      // On a grid two marks fill one cell or two.
      case _ where isOnGrid: break
      case .closingMarks where seam.space > slack, .openingMarks where seam.space > slack,
        .closingOpening where seam.space > 0.5 + slack:
        add("E2.2", "adjacent marks take more than one and a half em", seam.range)
      case .afterPause where house.punctuation != .quanjiao && seam.space > slack,
        .afterBracket where house.punctuation != .quanjiao && seam.space > slack,
        .beforeBracket where house.punctuation != .quanjiao && seam.space > slack,
        .afterStop where house.punctuation == .banjiao && seam.space > slack:
        add("E2.4", "a mark is wider than its scheme sets it", seam.range)
      default: break
      }
    }
  }

  /// After a mark stands its own half and what other marks are set apart by too, no space (E3.1).
  ///
  /// Characters are no measure: those of a piece that is kept together are never set apart.
  private mutating func inspectSpaceAfterMarks() {
    for (index, seam) in seams.enumerated()
    where seam.kind == .afterPause || seam.kind == .afterStop {
      let others = seams.enumerated().filter {
        $0.offset != index
          && [.afterPause, .afterStop, .afterBracket].contains($0.element.kind)
      }
      guard let widest = others.map(\.element.opening).max() else { continue }
      if seam.opening > max(widest, 0.25) + Self.accuracy {
        add("E3.1", "a space stands beside a full-width mark", seam.range)
      }
    }
  }

  private mutating func inspectEdgeMarks() {
    if let last = line.boxes.last, isFullWidth(range.upperBound - 1), isWide(last) {
      add("E2.3", "a mark at the line's end takes more than half an em", range.end)
    }
    if let first = line.boxes.first, isFullWidth(range.lowerBound), isWide(first) {
      add("E2.3", "a mark at the line's start takes more than half an em", range.start)
    }
  }

  private func isWide(_ box: Int) -> Bool {
    let box = paragraph.boxes[box]
    let style = styles.resolved[Int(paragraph.segments[Int(box.segment)].style)]
    return box.textEnd - box.textStart == 1 && Double(box.width) > style.size * 0.6
  }

  /// Spaces between Han and Latin (E3), and the order in which all are shrunk and stretched (E4).
  mutating func inspectSpaces() {
    // On a grid it makes up whole em, alone or with another.
    let widest = isOnGrid ? 1.0 + 1.0 / 8 : 1.0 / 2
    for seam in seams where seam.kind == .hanLatin {
      if seam.space < 1.0 / 8 - Self.accuracy || seam.space > widest + Self.accuracy {
        add("E3.1", "the space between Han and Latin is not within 1/8 and 1/2 em", seam.range)
      }
    }
    for seam in seams where seam.showsSpace && !seam.isSpaced {
      add("E3.3", "a space stands in the text that its author did not write", seam.range)
    }
    guard !isOnGrid else { return inspectGrid() }
    inspectSpaceAfterMarks()
    inspectStart()
    inspectShrinkOrder()
    inspectStretchOrder()
  }

  /// Nothing stands before a line's first character but the indent (E3.1).
  private mutating func inspectStart() {
    let isFromLeft = settings.alignment == .justify || settings.alignment == .start
    guard isFromLeft, !paragraph.isRightToLeft, let first = line.boxes.first else { return }
    let indent = isFirst ? settings.indent(of: paragraph) : 0
    let isDash = ChineseMarks.shared.contains(text[range.lowerBound])
    if abs(line.start - indent) > 0.05 || !isDash && paragraph.boxes[first].shift > 0.05 {
      add("E3.1", "a space stands at the line's start", range.start)
    }
  }

  /// Nothing is shrunk before all that comes earlier in CLREQ's order has given what it has (E4.1).
  private mutating func inspectShrinkOrder() {
    guard house.punctuation == .quanjiao else { return }
    let order: [(kinds: [Seam.Kind], full: Double, least: Double)] = [
      ([.afterBracket, .beforeBracket], 0.5, 0), ([.afterPause], 0.5, 0),
      ([.hanLatin], 0.25, 0.125), ([.afterStop], 0.5, 0),
    ]
    var isLeft = false
    for group in order {
      let seams = seams.filter { group.kinds.contains($0.kind) }
      if isLeft, let seam = seams.first(where: { $0.space < group.full - Self.accuracy }) {
        add("E4.1", "a space is shrunk before others that come first", seam.range)
        return
      }
      isLeft = isLeft || seams.contains { $0.space > group.least + Self.accuracy }
    }
  }

  /// Characters are not set apart before Han–Latin spaces have grown to a third (E4.2).
  private mutating func inspectStretchOrder() {
    guard seams.contains(where: { $0.kind == .han && $0.space > Self.accuracy }) else { return }
    for seam in seams where seam.kind == .hanLatin && seam.space < 1.0 / 3 - Self.accuracy {
      add("E4.2", "characters are set apart before the spaces beside Latin", seam.range)
      return
    }
  }

  /// The line's width and how far its gaps are opened (E4.3): what lines of any language must hold
  /// to.
  mutating func inspectWidth() {
    let measure = settings.measure - (isFirst ? settings.indent(of: paragraph) : 0)
    let width = max(line.width, drawnWidth)
    if width > measure + 0.05 {
      add("E4.3", "the line is wider than its measure", range)
      return
    }
    guard settings.alignment == .justify, !endsByItself, !isOnGrid else { return }
    if width < measure - 0.05 {
      add("E4.3", "the line is narrower than its measure", range)
    }
    guard let widest = seams.max(by: { $0.opening < $1.opening })
    else { return }
    if widest.opening > house.tolerance.error + Self.accuracy {
      add("E4.3", "gaps are opened by \(hundredths(widest.opening)) em", widest.range)
    } else if widest.opening > house.tolerance.warn + Self.accuracy {
      add("E4.3", "gaps are opened by \(hundredths(widest.opening)) em", widest.range, .relaxation)
    }
  }

  /// What the line takes of its measure, summed up from what it draws; a mark may hang out (E2.5).
  private var drawnWidth: Double {
    var width = line.boxes.reduce(0) { $0 + Double(paragraph.boxes[$1].width) }
    for index in line.boxes.dropLast() { width += paragraph.space(after: index, on: line) }
    guard house.hangsMarks, settings.alignment == .justify, let last = line.boxes.last,
      Set("、，。".utf16).contains(text[range.upperBound - 1])
    else { return width }
    return width - Double(paragraph.boxes[last].width)
  }

  /// Every Han character of the text's size stands in a cell, counted from the line's start (E7.9).
  private mutating func inspectGrid() {
    var x = line.start - (isFirst ? settings.indent(of: paragraph) : 0)
    for index in line.boxes {
      let box = paragraph.boxes[index]
      let place = x / paragraph.cell
      if paragraph.isCell(index), abs(place - place.rounded()) > Self.accuracy {
        let offset = Int(box.textStart)
        add("E7.9", "a Han character stands between two cells of the grid", offset..<offset + 1)
        return
      }
      x += Double(box.width)
      if index + 1 < line.boxes.upperBound { x += paragraph.space(after: index, on: line) }
    }
  }

  /// Whether the line ends because the author ends it.
  private var endsByItself: Bool {
    guard !isLast else { return true }
    let next = paragraph.textRange(of: lines[number + 1]).lowerBound
    return text[range.upperBound..<max(next, range.upperBound)].contains { lineEnds.contains($0) }
  }

  private func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}

private let lineEnds: Set<UInt16> = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

extension Range<Int> {
  fileprivate var start: Range<Int> { lowerBound..<lowerBound + 1 }
  fileprivate var end: Range<Int> { upperBound - 1..<upperBound }
}
