internal import Drawing
internal import Geometry
internal import Stylesheet

extension Placer {
  /// Draws the rules between the columns of a page, as high as the columns themselves.
  mutating func placeColumnRules(_ entries: [(PageFiller.Entry, Double)]) {
    for index in flow.columns.indices {
      guard let rule = flow.columns[index].rule,
        let extent = columnExtent(of: index, entries)
      else { continue }
      let group = flow.columns[index]
      for column in 1..<group.count {
        let middle = Double(column) * group.pitch - (group.pitch - group.width) / 2
        let x = area.minX + middle
        page.list.stroke(
          Path(
            from: Point(x: x, y: area.minY + extent.top),
            to: Point(x: x, y: area.minY + extent.bottom)),
          .color(rule.color), StrokeStyle(width: rule.thickness))
      }
    }
  }

  private func columnExtent(
    of group: Int, _ entries: [(PageFiller.Entry, Double)]
  ) -> (top: Double, bottom: Double)? {
    var extent: (top: Double, bottom: Double)?
    for case (.item(let item, _), let y) in entries where flow.items[item].columns == group {
      let bottom = y + flow.items[item].height
      extent = (min(extent?.top ?? y, y), max(extent?.bottom ?? bottom, bottom))
    }
    return extent
  }
}
