internal import Diagnostics
internal import Drawing
internal import Geometry

/// How a chart holds on a press, on a copier and for every reader, as measured on its marks.
package struct PrintMeasures: Hashable, Sendable {
  /// The smallest lightness difference (ΔL*) of two neighbouring fills; nil for one fill.
  package var lightnessDifference: Double?
  /// The smallest difference (ΔE*ab) of two neighbouring fills with any simulated deficiency of
  /// colour vision.
  package var visionDifference: Double?
  /// The deficiency for which it is smallest.
  package var vision: ColorVision?
  /// The names of the two fills that are nearest in lightness, and with that deficiency.
  package var nearestTones: [String] = []
  package var nearestColors: [String] = []
  /// Whether fills are told apart by a key alone, and not by labels beside them.
  package var needsKey = false
  /// In points.
  package var thinnestStroke: Double?
  package var smallestText: Double?
  package var colorCount = 0
}

/// Measures the fills that stand beside each other, the lines and the texts of a plot.
func measurePrint(_ plot: Plot, _ context: PlotContext) -> PrintMeasures {
  var measures = PrintMeasures()
  measures.thinnestStroke = plot.marks.compactMap { mark in
    if case .rule(let rule) = mark { rule.style.width } else { nil }
  }.min()
  measures.smallestText = plot.marks.compactMap { mark in
    if case .text(let text) = mark { text.size } else { nil }
  }.min()
  let fills = neighbours(context)
  measures.colorCount = Set(fills.map(\.look.color)).count
  measures.needsKey = hasKey(plot, context)
  measures.compare(fills, isRing: [.pie, .donut].contains(context.spec.kind))
  return measures
}

private typealias NamedFill = (name: String, look: FillLook)

/// The fills in the order that they stand in.
private func neighbours(_ context: PlotContext) -> [NamedFill] {
  let data = context.data
  if context.spec.kind.isShare {
    return data.categories.indices.map { (data.categories[$0], context.shareLook($0)) }
  }
  var panel = data
  if let first = data.panels.first { panel.series = Array(data.series[first.series]) }
  // Lines are told from the bars under them by their shape.
  let bars = panel.series.count - context.spec.lines.count
  guard bars > 1 else { return [] }
  let alone = context.with(data: panel)
  return panel.series.prefix(bars).enumerated().map { ($1.name, alone.seriesLook($0)) }
}

private func hasKey(_ plot: Plot, _ context: PlotContext) -> Bool {
  plot.marks.contains { mark in
    guard case .bar(let bar) = mark else { return false }
    return bar.datum == nil
  }
}

/// A fill as it is seen.
private struct SeenFill {
  var name: String
  /// Whether it is one colour all over.
  var isEven: Bool
  var lightness: Double
  /// By deficiency of colour vision.
  var colors: [LabColor]

  init(_ fill: NamedFill) {
    name = fill.name
    isEven = fill.look.ground != nil
    let tone = fill.look.tone
    lightness = tone.lightness
    colors = ColorVision.labs(of: tone)
  }
}

extension PrintMeasures {
  fileprivate mutating func compare(_ fills: [NamedFill], isRing: Bool) {
    guard fills.count > 1 else { return }
    let fills = fills.map(SeenFill.init)
    var pairs = zip(fills, fills.dropFirst()).map { ($0, $1) }
    if isRing, fills.count > 2 { pairs.append((fills[fills.count - 1], fills[0])) }
    // A hatching stands out from any other fill by its lines.
    for (first, second) in pairs where first.isEven && second.isEven {
      let tones = abs(first.lightness - second.lightness)
      if tones < lightnessDifference ?? .infinity {
        lightnessDifference = tones
        nearestTones = [first.name, second.name]
      }
      for (index, vision) in ColorVision.allCases.enumerated() {
        let distance = first.colors[index].difference(from: second.colors[index])
        guard distance < visionDifference ?? .infinity else { continue }
        visionDifference = distance
        self.vision = vision
        nearestColors = [first.name, second.name]
      }
    }
  }

  /// What falls below the limits.
  ///
  /// Neighbours always stand apart by a line of paper, so that a small difference matters only where
  /// a key must be read.
  func findings(on spec: ChartSpec) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func add(_ code: DiagnosticCode, _ message: String, _ severity: Severity, _ hint: String? = nil)
    {
      findings.append(
        Diagnostic(code, message, severity: severity, at: spec.span).hinting(hint))
    }
    if needsKey, let tones = lightnessDifference, tones < 15 {
      add(
        .chartSimilarTones,
        "“\(nearestTones.joined(separator: "” and “"))” in “\(spec.id)” differ by \(rounded(tones)) "
          + "in lightness", .note, "theme: mono or hatched keeps them apart in one ink")
    }
    if let distance = visionDifference, distance < 10, let vision {
      add(
        .chartSimilarColors,
        "“\(nearestColors.joined(separator: "” and “"))” in “\(spec.id)” differ by "
          + "\(rounded(distance)) with \(vision.rawValue)", needsKey ? .warning : .note,
        "theme: okabe-ito is made for every colour vision")
    }
    if needsKey, colorCount > 7 {
      add(
        .chartManyColors, "\(colorCount) colours in “\(spec.id)” are told apart by a key", .warning,
        "join the small series, or draw small multiples with facet")
    }
    if let width = thinnestStroke, width < ChartTheme.hairline {
      add(.chartThinStroke, "a line of \(rounded(width)) pt in “\(spec.id)”", .warning)
    }
    if let size = smallestText, size < 5.99 {
      add(.chartSmallText, "text of \(rounded(size)) pt in “\(spec.id)”", .warning)
    }
    return findings
  }
}

/// One decimal, rounded down, so that 14.99 does not read as 15.
private func rounded(_ value: Double) -> String {
  let tenths = Int(min(max(value, 0), 1e6) * 10)
  return "\(tenths / 10).\(tenths % 10)"
}
