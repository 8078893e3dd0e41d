/// Left edges of a line's boxes, and of the gaps between them, from the paragraph's left edge.
struct LinePlaces {
  var boxes: [Double]
  var gaps: [Double]
}

extension Paragraph {
  /// Reorders a line for display (UAX #9, L2): boxes by the level of their text, each gap by the
  /// lower level of its neighbours.
  func visualPlaces(of line: Line) -> LinePlaces {
    let levels = line.boxes.map { segments[Int(boxes[$0].segment)].level }
    var items: [(level: UInt8, width: Double)] = []
    for (number, index) in line.boxes.enumerated() {
      if number > 0 {
        let level = min(levels[number - 1], levels[number])
        items.append((level, space(after: index - 1, on: line)))
      }
      items.append((levels[number], Double(boxes[index].width)))
    }
    var places = LinePlaces(
      boxes: Array(repeating: 0, count: levels.count),
      gaps: Array(repeating: 0, count: max(levels.count - 1, 0)))
    var x = line.start
    for item in visualOrder(items.map(\.level)) {
      if item & 1 == 0 { places.boxes[item / 2] = x } else { places.gaps[item / 2] = x }
      x += items[item].width
    }
    return places
  }
}

/// The indices of items from left to right.
private func visualOrder(_ levels: [UInt8]) -> [Int] {
  var order = Array(levels.indices)
  let highest = levels.max() ?? 0
  let lowestOdd = levels.filter { $0 & 1 == 1 }.min() ?? UInt8.max
  guard lowestOdd <= highest else { return order }
  for level in (lowestOdd...highest).reversed() {
    var index = 0
    while index < order.count {
      let start = index
      while index < order.count, levels[order[index]] >= level { index += 1 }
      if index > start { order[start..<index].reverse() } else { index += 1 }
    }
  }
  return order
}
