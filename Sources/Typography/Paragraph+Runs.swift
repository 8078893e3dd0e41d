extension Paragraph {
  /// Calls a closure with every run of a line and its horizontal extent on the page.
  package func forEachRun(
    of line: Line, x left: Double,
    _ body: (_ run: StyledText.Run, _ from: Double, _ to: Double) -> Void
  ) {
    forEachRunNumber(of: line, x: left) { number, from, to in
      body(source.runs[Int(number)], from, to)
    }
  }

  /// Calls a closure with the number of every run of a line and its extent.
  func forEachRunNumber(
    of line: Line, x left: Double, _ body: (_ run: Int32, _ from: Double, _ to: Double) -> Void
  ) {
    let places = isBidirectional ? visualPlaces(of: line) : nil
    var x = left + line.start
    var index = line.boxes.lowerBound
    while index < line.boxes.upperBound {
      let run = segments[Int(boxes[index].segment)].run
      var from = Double.infinity
      var to = -Double.infinity
      while index < line.boxes.upperBound, segments[Int(boxes[index].segment)].run == run {
        let start = places.map { left + $0.boxes[index - line.boxes.lowerBound] } ?? x
        from = min(from, start)
        to = max(to, start + Double(boxes[index].width))
        x = start + Double(boxes[index].width) + space(after: index, on: line)
        index += 1
      }
      body(run, from, to)
    }
  }

  /// The attachments of the runs that begin on a line, in order: its note marks and links.
  package func attachments(of line: Line) -> [Int] {
    var found: [Int] = []
    var last: Int32 = -1
    for index in line.boxes {
      let run = segments[Int(boxes[index].segment)].run
      guard run != last else { continue }
      last = run
      let attachment = source.runs[Int(run)].attachment
      if attachment >= 0 { found.append(attachment) }
    }
    return found
  }

  /// Names of the places that a line holds; those after the last character are on the last line.
  package func anchors(of line: Line) -> [String] {
    guard !source.anchors.isEmpty else { return [] }
    let (first, next) = (line.boxes.lowerBound, line.boxes.upperBound)
    let start = first == 0 ? 0 : Int(boxes[first].textStart)
    let end = next < boxes.count ? Int(boxes[next].textStart) : Int.max
    return source.anchors.filter { (start..<end).contains($0.offset) }.map(\.name)
  }

  /// The text of a line as the manuscript has it.
  package func text(of line: Line) -> String {
    guard let first = line.boxes.first, let last = line.boxes.last else { return "" }
    let range = Int(boxes[first].textStart)..<Int(boxes[last].textEnd)
    return source.string(in: range)
  }
}
