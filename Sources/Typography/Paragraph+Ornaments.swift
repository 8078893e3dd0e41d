internal import Diagnostics
internal import Drawing
internal import Geometry

extension Paragraph {
  /// Draws what stands under and above the runs of a line: emphasis dots, the lines of proper names
  /// and book titles, and readings (E6.3).
  func drawOrnaments(
    of line: Line, into list: inout DisplayList, at baseline: Point, styles: StyleTable
  ) {
    forEachRunNumber(of: line, x: baseline.x) { number, from, to in
      let run = source.runs[Int(number)]
      let style = styles.resolved[run.style]
      let size = style.size
      // A gap shows where one name ends and the next begins; a line end does not end a name.
      let inset = size / 10
      let left = from + (goesOn(number, before: line.boxes.lowerBound) ? 0 : inset)
      let right = to - (goesOn(number, before: line.boxes.upperBound) ? 0 : inset)
      let ends = (Point(x: left, y: baseline.y + size * 0.2), right)
      if run.options.contains(.properName) {
        let path = Path(from: ends.0, to: Point(x: ends.1, y: ends.0.y))
        list.stroke(path, .color(style.color), StrokeStyle(width: size / 20))
      }
      if run.options.contains(.bookTitle) {
        let path = wave(from: ends.0, to: ends.1, length: size / 2)
        list.stroke(path, .color(style.color), StrokeStyle(width: size / 20))
      }
      let position = rubies.partitioningIndex { $0.run >= number }
      if position < rubies.count, rubies[position].run == number {
        let ruby = rubies[position]
        let x = (from + to - ruby.paragraph.naturalWidth) / 2
        ruby.draw(into: &list, at: Point(x: x, y: baseline.y - size * 0.95), styles: styles)
      }
    }
    drawDots(of: line, into: &list, at: baseline, styles)
  }

  /// Whether a run stands on both sides of a line's end.
  private func goesOn(_ run: Int32, before box: Int) -> Bool {
    guard boxes.indices.contains(box), box > 0 else { return false }
    return segments[Int(boxes[box].segment)].run == run
      && segments[Int(boxes[box - 1].segment)].run == run
  }

  /// A dot under every character but marks and spaces (GB/T 15834, 4.14).
  private func drawDots(
    of line: Line, into list: inout DisplayList, at baseline: Point, _ styles: StyleTable
  ) {
    let places = visualPlaces(of: line)
    for (number, index) in line.boxes.enumerated() {
      let box = boxes[index]
      let run = source.runs[Int(segments[Int(box.segment)].run)]
      guard run.options.contains(.dots) else { continue }
      let style = styles.resolved[run.style]
      var x = baseline.x + places.boxes[number]
      // Letters of a word share its width.
      let count = Int(box.textEnd - box.textStart)
      for offset in Int(box.textStart)..<Int(box.textEnd) {
        let width = Double(box.width) / Double(count)
        if takesDot(source.text.scalar(at: offset)) {
          let center = Point(x: x + width / 2, y: baseline.y + style.size * 0.26)
          list.fill(dot(at: center, radius: style.size * 0.07), .color(style.color))
        }
        x += width
      }
    }
  }

  private func takesDot(_ scalar: UInt32) -> Bool {
    switch characterClass(of: scalar) {
    case .han, .letter, .digit: true
    default: false
    }
  }

  private func dot(at center: Point, radius: Double) -> Path {
    var path = Path()
    path.arc(center: center, radius: radius, from: 0, to: .pi * 2)
    path.close()
    return path
  }

  private func wave(from start: Point, to end: Double, length: Double) -> Path {
    var path = Path()
    path.move(to: start)
    let count = max(1, Int(((end - start.x) / length).rounded()))
    let step = (end - start.x) / Double(count)
    for index in 0..<count {
      let x = start.x + Double(index) * step
      path.cubic(
        Point(x: x + step / 3, y: start.y - length / 3),
        Point(x: x + step * 2 / 3, y: start.y + length / 3),
        to: Point(x: x + step, y: start.y))
    }
    return path
  }
}

extension RubyText {
  fileprivate func draw(into list: inout DisplayList, at baseline: Point, styles: StyleTable) {
    guard !paragraph.boxes.isEmpty else { return }
    let settings = LineSettings(measure: 1e7, alignment: .start)
    let lines = makeLines(paragraph, settings, breaks: [paragraph.boxes.count - 1])
    for line in lines { paragraph.draw(line, into: &list, at: baseline, styles: styles) }
  }
}

extension StyledText.RunOptions {
  static let ornaments: StyledText.RunOptions = [.dots, .properName, .bookTitle]
}
