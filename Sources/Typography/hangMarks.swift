extension Paragraph {
  /// Lets one of `、，。` stand outside its line where the line ends with it (CLREQ 3.1.6.3), so that
  /// its break takes the mark's width from the line; not where another mark stands before it.
  mutating func hangMarks() {
    for index in boxes.indices.dropFirst() where gaps[index].isBreakable {
      let mark = source.text[Int(boxes[index].textStart)]
      let before = source.text[Int(boxes[index - 1].textEnd) - 1]
      guard hangingMarks.contains(mark), !characterClass(of: UInt32(before)).isMark else {
        continue
      }
      gaps[index].breakWidth = -boxes[index].width
    }
  }
}

private let hangingMarks = Set("、，。".utf16)
