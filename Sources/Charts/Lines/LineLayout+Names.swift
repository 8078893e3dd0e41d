internal import Declarations
internal import Diagnostics
internal import Figures
internal import Geometry

/// A name in the margin beside the end of a line.
struct EndName: Sendable {
  var block: TextBlock
  /// Where on the value axis the name belongs.
  var value: Double
  /// The series; nil for a reference line.
  var series: Int?
  var numbers: [ChartNumber] = []
}

extension LineLayout {
  mutating func measureNames() {
    if isNamedAtEnds {
      for (index, series) in context.data.series.enumerated() {
        guard let last = series.values.last(where: { $0 != nil }), let value = last else {
          continue
        }
        let block = context.block(series.name, .label, width: context.width * 0.26)
        names.append(EndName(block: block, value: value.number, series: index))
      }
    }
    for reference in context.spec.references {
      guard let value = reference.middle else { continue }
      let (text, numbers) = reference.text(format)
      let block = context.block(text, .secondary, width: context.width * 0.2)
      names.append(EndName(block: block, value: value, series: nil, numbers: numbers))
    }
  }

  /// A stroke in the series' colour before its name: lines may end at one point.
  var keyWidth: Double { isNamedAtEnds ? context.theme.labelSize * 1.75 : 2 }

  mutating func drawNames() {
    let placed = names.indices.sorted { left, right in
      let values = (names[left].value, names[right].value)
      return values.0 != values.1 ? values.0 > values.1 : left < right
    }.map { names[$0] }
    let ys = spreadLabels(
      ideals: placed.map { plot.maxY - scale.apply($0.value) },
      sizes: placed.map { $0.block.height + 1 },
      within: plot.minY - context.theme.labelSize / 2...plot.maxY)
    for (name, y) in zip(placed, ys) {
      let left = plot.maxX + 4
      if let series = name.series {
        let key = [Point(x: left, y: y), Point(x: left + keyWidth - 4, y: y)]
        let look = context.seriesLook(series)
        rule(key, look.color, context.theme.lineWidth, .stem, dash: look.dash)
      }
      let datum = name.series.map { Datum(series: $0, category: context.data.categories.count - 1) }
      marks += name.block.place(
        x: left + keyWidth, top: y - name.block.height / 2, .left,
        role: name.series == nil ? .reference : .legend, datum: datum, numbers: name.numbers)
    }
  }
}
