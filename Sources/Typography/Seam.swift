/// Two neighbours on a finished line and the space between them.
struct Seam {
  /// What the two are to one another, by their characters alone.
  enum Kind: Equatable {
    case han
    case hanLatin
    /// A space between two words, or between a Latin mark and a word.
    case word
    case afterPause
    case afterStop
    case afterBracket
    case beforeBracket
    /// Two Chinese marks: of the space between them at most one half is kept.
    case closingMarks
    case openingMarks
    case closingOpening
    case other
  }

  var kind: Kind
  /// Offset of the right neighbour in the paragraph's text.
  var offset: Int
  /// In em of the smaller neighbour.
  var space: Double
  /// Width of the space that a font or a scheme gives, in em.
  var natural: Double
  /// Whether the text has a space between the two, and whether the line shows one as text.
  var isSpaced: Bool
  var showsSpace: Bool

  var range: Range<Int> { offset - 1..<offset + 1 }

  /// How far the seam is opened beyond what its kind may be by itself, in em (E4.2).
  var opening: Double {
    switch kind {
    case .han, .closingMarks, .openingMarks: space
    case .hanLatin: space - 1.0 / 3
    case .word: space - max(0.5, natural + 0.1)
    case .afterPause, .afterStop, .afterBracket, .beforeBracket, .closingOpening: space - 0.5
    case .other: 0
    }
  }
}

extension Paragraph {
  /// The seams of a line in the order of its text.
  func seams(of line: Line, _ styles: StyleTable) -> [Seam] {
    line.boxes.dropLast().map { index in
      let left = Int(boxes[index].textEnd) - 1
      let right = Int(boxes[index + 1].textStart)
      let size = min(self.size(ofBox: index, styles), self.size(ofBox: index + 1, styles))
      return Seam(
        kind: seamKind(left, right, styles), offset: right,
        space: space(after: index, on: line) / size, natural: Double(gaps[index].width) / size,
        isSpaced: right > left + 1, showsSpace: gaps[index].hasSpace)
    }
  }

  private func size(ofBox index: Int, _ styles: StyleTable) -> Double {
    styles.resolved[Int(segments[Int(boxes[index].segment)].style)].size
  }

  private func seamKind(_ left: Int, _ right: Int, _ styles: StyleTable) -> Seam.Kind {
    if isNoteMark(left) || isNoteMark(right) { return .other }
    let leftMark = mark(left, styles)
    let rightMark = mark(right, styles)
    switch (leftMark, rightMark) {
    case (.some(let first), .some(let second)):
      let isOpening = ChineseMarks.openingBrackets.contains
      if isOpening(first) { return isOpening(second) ? .openingMarks : .other }
      return isOpening(second) ? .closingOpening : .closingMarks
    case (.some(let mark), nil):
      if ChineseMarks.pauses.contains(mark) { return .afterPause }
      if ChineseMarks.stops.contains(mark) { return .afterStop }
      return ChineseMarks.closingBrackets.contains(mark) ? .afterBracket : .other
    case (nil, .some(let mark)):
      return ChineseMarks.openingBrackets.contains(mark) ? .beforeBracket : .other
    case (nil, nil): return plainKind(left, right)
    }
  }

  private func plainKind(_ left: Int, _ right: Int) -> Seam.Kind {
    let units = (source.text[left], source.text[right])
    switch (isHan(units.0), isHan(units.1)) {
    case (true, true): return .han
    case (true, false):
      return isWordCharacter(units.1) || isSign(right) ? .hanLatin : .other
    case (false, true): return isWordCharacter(units.0) ? .hanLatin : .other
    case (false, false): return right > left + 1 ? .word : .other
    }
  }

  /// The full-width mark at an offset; nil where something else stands.
  private func mark(_ offset: Int, _ styles: StyleTable) -> UInt16? {
    let unit = source.text[offset]
    guard ChineseMarks.fullWidth.contains(unit) else { return nil }
    return ChineseMarks.shared.contains(unit) && !isInHanFace(offset, styles) ? nil : unit
  }

  private func isNoteMark(_ offset: Int) -> Bool {
    source.run(at: offset).options.contains(.noteMark)
  }

  private func isHan(_ unit: UInt16) -> Bool {
    0x3400...0x9FFF ~= unit || 0xD840...0xD8FF ~= unit || 0xDC00...0xDFFF ~= unit
  }

  /// Whether the sign of a number stands at an offset; a hyphen may also join a name.
  private func isSign(_ offset: Int) -> Bool {
    guard offset + 1 < source.text.count else { return false }
    return [0x2B, 0x2212, 0xB1].contains(source.text[offset])
      && 0x30...0x39 ~= source.text[offset + 1]
  }

  private func isWordCharacter(_ unit: UInt16) -> Bool {
    0x30...0x39 ~= unit || 0x41...0x5A ~= unit || 0x61...0x7A ~= unit
  }
}
