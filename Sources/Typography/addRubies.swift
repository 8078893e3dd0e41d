extension Paragraph {
  /// Sets the readings of runs, and makes room where a reading is wider than what it stands above.
  mutating func addRubies(_ styles: StyleTable, _ workspace: inout Workspace) {
    var bases: [(boxes: Range<Int>, size: Double)] = []
    var index = 0
    while index < boxes.count {
      let number = segments[Int(boxes[index].segment)].run
      let start = index
      while index < boxes.count, segments[Int(boxes[index].segment)].run == number { index += 1 }
      let run = source.runs[Int(number)]
      guard run.ruby >= 0 else { continue }
      let ruby = source.rubies[run.ruby]
      var text = StyledText()
      text.append(ruby.text, style: ruby.style, node: run.node, span: run.span)
      let reading = buildParagraph(text, styles: styles, workspace: &workspace)
      missing += reading.missing.map { _ in Int(boxes[start].textStart) }
      rubies.append(RubyText(run: number, paragraph: reading))
      bases.append((start..<index, styles.resolved[ruby.style].size))
    }
    for (number, (base, size)) in bases.enumerated() {
      // Two readings side by side are two words.
      let isBeside =
        number > 0 && bases[number - 1].boxes.upperBound == base.lowerBound
        || number + 1 < bases.count && bases[number + 1].boxes.lowerBound == base.upperBound
      makeRoom(base, for: rubies[number].paragraph.naturalWidth + (isBeside ? size / 2 : 0))
    }
  }

  private mutating func makeRoom(_ range: Range<Int>, for width: Double) {
    var base = 0.0
    for index in range {
      base += Double(boxes[index].width)
      if index + 1 < range.upperBound { base += Double(gaps[index].width) }
    }
    let side = Float(max(width - base, 0) / 2)
    boxes[range.lowerBound].width += side
    boxes[range.lowerBound].shift += side
    boxes[range.upperBound - 1].width += side
  }
}
