/// One line of a paragraph: which boxes it holds and how its gaps are set.
package struct Line: Sendable {
  /// Boxes of the paragraph.
  package var boxes: Range<Int>
  /// Where the first box begins, from the paragraph's left edge.
  package var start: Double
  /// Width as set.
  package var width: Double
  /// How much the line is wider than its measure after all shrinking; 0 when it fits.
  package var excess: Double
  /// Average extra space between characters, in parts of the ideal; for the typography report.
  package var looseness: Double
  /// Part of each stretch or shrink class that is used, negative when shrunk.
  var stretch: (word: Double, hanLatin: Double, character: Double)
  var shrink: SIMD8<Double>
}

/// Sets the lines between breaks: fills stretch and shrink class by class in CLREQ's order.
func makeLines(_ paragraph: Paragraph, _ settings: LineSettings, breaks: [Int]) -> [Line] {
  var lines: [Line] = []
  lines.reserveCapacity(breaks.count)
  var first = 0
  for end in breaks {
    let indent = first == 0 ? settings.indent : 0
    lines.append(makeLine(paragraph, settings, first..<end + 1, indent: indent))
    first = end + 1
  }
  return lines
}

private func makeLine(
  _ paragraph: Paragraph, _ settings: LineSettings, _ boxes: Range<Int>, indent: Double
) -> Line {
  var natural = 0.0
  var stretch = SIMD4<Double>.zero
  var shrink = SIMD8<Double>.zero
  for index in boxes {
    natural += paragraph.boxes[index].width
    guard index + 1 < boxes.upperBound else { break }
    let gap = paragraph.gaps[index]
    natural += gap.width
    stretch[Int(gap.stretchClass.rawValue)] += gap.stretch
    shrink[Int(gap.shrinkClass.rawValue)] += gap.shrink
  }
  let measure = settings.measure - indent
  let need = measure - natural
  var line = Line(
    boxes: boxes, start: indent, width: natural, excess: 0, looseness: 0, stretch: (0, 0, 0),
    shrink: .zero)
  let isEnd = paragraph.gaps[boxes.upperBound - 1].penalty == Gap.mustBreak
  if need < 0 {
    line.take(-need, from: shrink)
  } else if settings.alignment == .justify && !isEnd {
    line.spread(need, over: stretch)
  }
  switch settings.alignment {
  case .justify, .start: break
  case .center: line.start += max(measure - line.width, 0) / 2
  case .end: line.start += max(measure - line.width, 0)
  }
  return line
}

extension Line {
  /// Shrinks by class until the need is met; what is left over is excess.
  fileprivate mutating func take(_ need: Double, from shrink: SIMD8<Double>) {
    var left = need
    for index in 0..<6 where shrink[index] > 0 && left > 0 {
      let used = min(left, shrink[index])
      self.shrink[index] = used / shrink[index]
      left -= used
    }
    width -= need - left
    excess = left > 0.01 ? left : 0
    looseness = -(need - left)
  }

  /// Stretches word spaces, then Han–Latin spaces, each to its limit, then every gap alike.
  fileprivate mutating func spread(_ need: Double, over stretch: SIMD4<Double>) {
    var left = need
    let word = min(left, stretch[0])
    left -= word
    let hanLatin = min(left, stretch[1])
    left -= hanLatin
    self.stretch.word = stretch[0] > 0 ? word / stretch[0] : 0
    self.stretch.hanLatin = stretch[1] > 0 ? hanLatin / stretch[1] : 0
    if stretch[2] > 0 {
      self.stretch.character = left / stretch[2]
    } else if stretch[0] + stretch[1] > 0 {
      let factor = 1 + left / (stretch[0] + stretch[1])
      self.stretch.word *= factor
      self.stretch.hanLatin *= factor
    } else {
      width -= left
    }
    width += need
    looseness = self.stretch.character
  }

  /// The width of a gap as this line sets it.
  func width(of gap: Gap) -> Double {
    let stretched: Double
    switch gap.stretchClass {
    case .word: stretched = gap.stretch * stretch.word
    case .hanLatin: stretched = gap.stretch * stretch.hanLatin
    case .character: stretched = gap.stretch * stretch.character
    }
    return gap.width + stretched - gap.shrink * shrink[Int(gap.shrinkClass.rawValue)]
  }
}
