/// The piece of a section in columns that stands on the page being filled.
struct ColumnCursor {
  var group: Int32 = -1
  /// Its items so far.
  var items: Range<Int>
  var top = 0.0
  /// The least height at which the items fit in the columns.
  var height = 0.0

  init(at start: Int) { items = start..<start }
}

extension PageFiller {
  /// Adds an item to the columns, which grow as little as they can: so they are balanced wherever the
  /// page ends (CLREQ: the last columns of a page are of equal depth).
  @inline(__always)
  func extend(
    _ cursor: inout ColumnCursor, to index: Int, _ y: inout Double, isTop: Bool,
    _ place: (Entry, Double) -> Void
  ) {
    let group = items[index].columns
    if cursor.group != group {
      close(&cursor, place)
      cursor.group = group
      cursor.items = index..<index
      cursor.top = isTop ? y : snapped(y + items[index].before)
      cursor.height = 0
    }
    cursor.items = cursor.items.lowerBound..<index + 1
    let count = groups[Int(group)].count
    while !divide(cursor.items, count: count, height: cursor.height, { _, _, _ in }) {
      cursor.height += leading
    }
    y = cursor.top + cursor.height
  }

  /// Places what stands in the columns, now that nothing more will.
  @inline(__always)
  func close(_ cursor: inout ColumnCursor, _ place: (Entry, Double) -> Void) {
    guard cursor.group >= 0 else { return }
    let group = groups[Int(cursor.group)]
    var last = -1
    _ = divide(cursor.items, count: group.count, height: cursor.height) { item, column, y in
      let x = Double(column) * group.pitch
      if column != last, items[item].columnOpening > 0 {
        place(.columnReopening(item, x: x), cursor.top)
      }
      last = column
      place(.item(item, x: x), cursor.top + y)
    }
    cursor.group = -1
  }

  /// Fills columns of a height one after the other, and says whether all items fit.
  ///
  /// A column ends only where a page might; what cannot be divided may run over the last column
  /// alone.
  @inline(__always)
  private func divide(
    _ range: Range<Int>, count: Int, height: Double,
    _ place: (_ item: Int, _ column: Int, _ y: Double) -> Void
  ) -> Bool {
    var start = range.lowerBound
    for column in 0..<count where start < range.upperBound {
      let end = columnEnd(from: start, in: range, height: height)
      guard end > start else { return false }
      var y = items[start].columnOpening
      for item in start..<end {
        y = top(of: item, after: y, isFirst: item == start)
        place(item, column, y)
        y += items[item].height
      }
      start = end
    }
    return start == range.upperBound
  }

  /// Where an item of a column begins: the columns themselves begin on the baseline grid.
  @inline(__always)
  private func top(of item: Int, after y: Double, isFirst: Bool) -> Double {
    let y = isFirst ? y : y + items[item].before
    return items[item].snaps ? snapped(y) : y
  }

  /// The last place at or before which a column of a height must end.
  @inline(__always)
  private func columnEnd(from start: Int, in range: Range<Int>, height: Double) -> Int {
    var y = items[start].columnOpening
    var end = start
    for item in start..<range.upperBound {
      if item > start, items[item].startsColumn { end = item }
      y = top(of: item, after: y, isFirst: item == start) + items[item].height
      if y > height + 0.01 { return end }
    }
    return range.upperBound
  }
}
