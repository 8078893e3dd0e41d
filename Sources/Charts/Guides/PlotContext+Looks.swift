internal import Diagnostics
internal import Drawing
internal import Geometry

extension PlotContext {
  private func isStressed(_ name: String) -> Bool { spec.highlight.contains { $0.value == name } }

  /// Whether series, and not categories, are stressed.
  private var stressesSeries: Bool {
    data.series.count > 1 && data.series.contains { isStressed($0.name) }
  }

  /// The looks of bars, by series and category: by series, or by stress when categories are
  /// highlighted.
  func looks(of bars: ChartData) -> [[FillLook]] {
    bars.series.indices.map { series in
      if spec.kind == .waterfall {
        return data.categories.indices.map { changeLook(Datum(series: series, category: $0)) }
      }
      if data.series.count == 1, !spec.highlight.isEmpty {
        return data.categories.map {
          isStressed($0) ? FillLook(theme.highlight) : theme.mutedLook
        }
      }
      return Array(repeating: seriesLook(series), count: data.categories.count)
    }
  }

  private func changeLook(_ datum: Datum) -> FillLook {
    let isTotal = data.roles[datum.category] == .total
    return theme.look(of: isTotal ? .total : Change(data.value(datum)))
  }

  /// The look of a series; the one of all others steps back, as does each that is not stressed
  /// when one is.
  func seriesLook(_ series: Int) -> FillLook {
    let name = data.series[series].name
    if spec.stack?.value == .diverging { return divergingLook(series) }
    if stressesSeries {
      if isStressed(name) { return FillLook(theme.highlight) }
      let before = data.series.prefix(series).count { !isStressed($0.name) }
      if theme.name == ChartTheme.Name.hatched.rawValue { return theme.look(before + 1) }
      return FillLook(mutedTone(before, of: data.series.count { !isStressed($0.name) }))
    }
    if !spec.lines.isEmpty, let look = lookUnderLines(series) { return look }
    if data.series.count > 1, let scenario = theme.scenario(named: name) { return scenario }
    let isOther = ChartData.Role(naming: name) == .other
    return isOther ? theme.mutedLook : theme.look(series)
  }

  /// Tones of what is not stressed, more than 15 apart in lightness: the theme's own, a lighter one,
  /// and for more than two a darker one first.
  private func mutedTone(_ place: Int, of count: Int) -> Color {
    let tones = [theme.muted, theme.muted.tinted(0.36)]
    guard count > 2 else { return tones[place % 2] }
    return ([theme.muted.mixed(with: theme.text, share: 0.62)] + tones)[place % 3]
  }

  /// Bars of one series step back behind the lines over them, which are then in the first colour.
  private func lookUnderLines(_ series: Int) -> FillLook? {
    let bars = max(data.series.count - spec.lines.count, 1)
    guard bars == 1 else { return nil }
    return series == 0 ? theme.mutedLook : theme.look(series - 1)
  }

  /// The look of a part of a share chart.
  func shareLook(_ category: Int) -> FillLook {
    let name = data.categories[category]
    if !spec.highlight.isEmpty {
      return isStressed(name) ? FillLook(theme.highlight) : theme.mutedLook
    }
    return data.roles[category] == .other ? theme.mutedLook : theme.look(category)
  }

  /// Two hues that fade towards the neutral answer between them.
  private func divergingLook(_ series: Int) -> FillLook {
    let neutral = neutralPlace(of: spec, data)
    let (left, right) = (neutral.rounded(.up), neutral.rounded(.down))
    if theme.name == ChartTheme.Name.hatched.rawValue { return patternLook(series, neutral) }
    if Double(series) == neutral { return FillLook(theme.muted.tinted(0.36)) }
    if Double(series) < neutral {
      let share = strength(Double(series + 1), of: left)
      return FillLook(theme.opposite.tinted(share))
    }
    let count = Double(data.series.count) - 1 - right
    let place = count - (Double(series) - right) + 1
    return FillLook(theme.highlight.tinted(strength(place, of: count)))
  }

  /// Without tints, the answers of the two sides have patterns of their own, and the neutral one is
  /// an outline.
  private func patternLook(_ series: Int, _ neutral: Double) -> FillLook {
    let (left, right) = ([3, 1, 6], [0, 4, 5])
    if Double(series) == neutral { return theme.look(2) }
    return Double(series) < neutral
      ? theme.look(left[series % 3]) : theme.look(right[(data.series.count - 1 - series) % 3])
  }

  /// From 1 at the outer end to 0.5 beside the neutral answer.
  private func strength(_ place: Double, of count: Double) -> Double {
    count > 1 ? 1 - 0.45 * (place - 1) / (count - 1) : 1
  }
}

extension ChartTheme {
  /// The hue of the disapproving side of diverging bars.
  var opposite: Color {
    switch Name(rawValue: name) {
    case .okabeIto: palette[2]
    case .mono, .hatched, .ibcs: Color(gray: 0.45)
    default: reference
    }
  }
}

extension FillLook {
  func bar(_ rect: Rect, _ datum: Datum?) -> Mark {
    .bar(BarMark(rect: rect, paint: paint, datum: datum, outline: outline))
  }

  func point(_ center: Point, radius: Double, _ datum: Datum?) -> Mark {
    .point(
      PointMark(
        center: center, radius: radius, color: color, datum: datum, isHollow: isHollow))
  }
}
