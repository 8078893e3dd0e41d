/// One line of a paragraph: which boxes it holds and how its gaps are set.
package struct Line: Hashable, Sendable {
  /// Parts of the stretch of word spaces and of Han–Latin spaces that are used.
  struct Stretch: Hashable, Sendable {
    var word = 0.0
    var hanLatin = 0.0
  }

  /// Parts of the even stretch that all gaps take, and that Han–Latin spaces take.
  struct EvenStretch: Hashable, Sendable {
    var gap = 0.0
    var hanLatin = 0.0
  }

  /// Boxes of the paragraph.
  package var boxes: Range<Int>
  /// Where the first box begins, from the paragraph's left edge.
  package var start: Double
  /// Width as set, without a mark that hangs out.
  package var width: Double
  /// How much the line is wider than its measure after all shrinking; 0 when it fits.
  package var excess: Double
  /// Extra space between characters in tenths of an em, or the part of shrinking used, as negative.
  ///
  /// 1 is still unobtrusive, more than 2.5 is not to be accepted (E4.3).
  package var looseness: Double
  var stretch = Stretch()
  var even = EvenStretch()
  /// Part of each shrink class that is used.
  var shrink = SIMD8<Double>.zero
  /// On a grid the space after each box; empty otherwise.
  var gridSpaces: [Double] = []

  /// The width of a gap as this line sets it.
  func width(of gap: Gap) -> Double {
    var width = Double(gap.width)
    switch gap.stretchClass {
    case .word: width += Double(gap.stretch) * stretch.word + Double(gap.evenStretch) * even.gap
    case .hanLatin:
      width += Double(gap.stretch) * stretch.hanLatin + Double(gap.evenStretch) * even.hanLatin
    case .character: width += Double(gap.evenStretch) * even.gap
    }
    return width - Double(gap.shrink) * shrink[Int(gap.shrinkClass.rawValue)]
  }
}

/// What the gaps of a line can give and take, class by class, in points.
struct LineCapacity {
  var natural = 0.0
  var word = 0.0
  var hanLatin = 0.0
  var evenGap = 0.0
  var evenHanLatin = 0.0
  var shrink = SIMD8<Double>.zero

  init() {}

  init(_ paragraph: Paragraph, _ settings: LineSettings, _ boxes: Range<Int>) {
    for index in boxes {
      natural += Double(paragraph.boxes[index].width)
      let gap = paragraph.gaps[index]
      guard index + 1 < boxes.upperBound else {
        natural += settings.breakWidth(of: gap)
        break
      }
      add(gap)
    }
  }

  mutating func add(_ gap: Gap) {
    natural += Double(gap.width)
    shrink[Int(gap.shrinkClass.rawValue)] += Double(gap.shrink)
    switch gap.stretchClass {
    case .word:
      word += Double(gap.stretch)
      evenGap += Double(gap.evenStretch)
    case .hanLatin:
      hanLatin += Double(gap.stretch)
      evenHanLatin += Double(gap.evenStretch)
    case .character: evenGap += Double(gap.evenStretch)
    }
  }
}

/// Sets the lines between breaks: fills stretch and shrink class by class in CLREQ's order.
func makeLines(_ paragraph: Paragraph, _ settings: LineSettings, breaks: [Int]) -> [Line] {
  var lines: [Line] = []
  lines.reserveCapacity(breaks.count)
  var first = 0
  for end in breaks {
    let indent = first == 0 ? settings.indent(of: paragraph) : 0
    lines.append(makeLine(paragraph, settings, first..<end + 1, indent: indent))
    first = end + 1
  }
  return lines
}

private func makeLine(
  _ paragraph: Paragraph, _ settings: LineSettings, _ boxes: Range<Int>, indent: Double
) -> Line {
  if paragraph.isOnGrid(settings) { return paragraph.gridLine(settings, boxes, indent: indent) }
  let capacity = LineCapacity(paragraph, settings, boxes)
  let measure = settings.measure - indent
  let need = measure - capacity.natural
  var line = Line(boxes: boxes, start: indent, width: capacity.natural, excess: 0, looseness: 0)
  let isEnd = paragraph.gaps[boxes.upperBound - 1].penalty == Gap.mustBreak
  if need < 0 || settings.alignment == .justify && !isEnd { line.fill(need, from: capacity) }
  let free = max(measure - line.width, 0)
  switch (settings.alignment, paragraph.isRightToLeft) {
  case (.justify, false), (.start, false): break
  case (.end, false): line.start += free
  case (.center, false): line.start += free / 2
  case (.justify, true), (.start, true): line.start = free
  case (.end, true): line.start = 0
  case (.center, true): line.start = free / 2
  }
  return line
}

extension Line {
  /// Makes the line wider, or narrower where the need is negative, as far as its gaps allow.
  mutating func fill(_ need: Double, from capacity: LineCapacity) {
    if need < 0 { take(-need, from: capacity) } else { spread(need, over: capacity) }
  }

  /// Shrinks by class until the need is met (CLREQ 3.2.3); what is left over is excess.
  private mutating func take(_ need: Double, from capacity: LineCapacity) {
    var left = need
    for index in 0..<Gap.shrinkClasses where capacity.shrink[index] > 0 && left > 0 {
      let used = min(left, capacity.shrink[index])
      shrink[index] = used / capacity.shrink[index]
      left -= used
    }
    width -= need - left
    excess = left > 0.01 ? left : 0
    looseness = need > left ? -(need - left) / capacity.shrink.sum() : 0
  }

  /// Stretches word spaces, then Han–Latin spaces, each to its limit, then all gaps alike (CLREQ
  /// 3.2.4), Han–Latin spaces to half an em at most while there is anything else.
  private mutating func spread(_ need: Double, over capacity: LineCapacity) {
    let word = min(need, capacity.word)
    let hanLatin = min(need - word, capacity.hanLatin)
    var left = need - word - hanLatin
    stretch.word = capacity.word > 0 ? word / capacity.word : 0
    stretch.hanLatin = capacity.hanLatin > 0 ? hanLatin / capacity.hanLatin : 0
    let all = capacity.evenGap + capacity.evenHanLatin
    if left > 0, all > 0 {
      even.gap = left / all
      even.hanLatin = even.gap
      if even.gap > Gap.hanLatinEvenLimit, capacity.evenGap > 0 {
        even.hanLatin = Gap.hanLatinEvenLimit
        even.gap = (left - even.hanLatin * capacity.evenHanLatin) / capacity.evenGap
      }
      left = 0
    }
    width += need - left
    looseness = max(even.gap, even.hanLatin)
  }
}
