internal import Diagnostics
internal import Geometry

/// Lays out a bar chart in the arrangement that shows most: vertical when the category labels fit
/// under their bars, horizontal when they do not, with a value axis when labels are left out.
func arrangeBars(_ context: PlotContext, options: ChartOptions) -> Plot {
  let plan = planBars(context)
  let labels = labelValues(context, plan)
  let spec = context.spec
  var heads = BarHeads(context: context, unit: plan.unit)
  func attempt(_ orientation: ChartSpec.Orientation, axis: Bool) -> BarAttempt {
    var layout = BarLayout(
      context: context, plan: plan, valueLabels: labels, orientation: orientation,
      showsAxis: axis, options: options)
    layout.head = layout.canLabelAtSide ? heads.withoutKeys : heads.whole
    let blank = layout
    var plot = layout.run()
    if layout.unplacedCount > 0, orientation == .vertical {
      layout = blank
      layout.annotationRoom = context.annotationRoom
      plot = layout.run()
    }
    plot.findings += annotationFinding(spec, unplaced: layout.unplacedCount)
    return BarAttempt(
      plot: plot, orientation: orientation, dropped: layout.droppedCount,
      fits: layout.categoriesFit)
  }
  let wantsAxis =
    spec.axis == .shown
    || (spec.axis == .auto
      && (spec.labels == .none || !spec.lines.isEmpty || spec.baseline?.value != nil
        || spec.breakAt != nil))
  let natural: ChartSpec.Orientation = plan.mode == .diverging ? .horizontal : .vertical
  var best = attempt(spec.orientation ?? natural, axis: wantsAxis)
  if best.orientation == .vertical {
    let wouldTurn =
      spec.orientation == nil && best.dropped > 0 && !plan.isStacked
      && !context.data.isTemporal && spec.lines.isEmpty && spec.kind != .waterfall
    if !best.fits || wouldTurn {
      let turned = attempt(.horizontal, axis: wantsAxis)
      if !best.fits || turned.dropped == 0 { best = turned }
    }
  }
  let turned = spec.orientation == .vertical && best.orientation == .horizontal
  if best.dropped > 0, spec.axis == .auto, !wantsAxis {
    best = attempt(best.orientation, axis: true)
  }
  best.plot.findings += best.report(on: spec, turned: turned)
  return best.plot
}

/// What stands above the bars, set once for all arrangements.
private struct BarHeads {
  let context: PlotContext
  let unit: String?

  /// For series that are named beside the last bar.
  lazy var withoutKeys = head(keys: [])

  lazy var whole = head(
    keys: context.data.series.count > 1 && context.spec.legend != .none
      ? context.data.series.indices.map { index in
        LegendKey(
          name: context.data.series[index].name, look: context.seriesLook(index),
          shape: context.shape(ofSeries: index))
      } : [])

  init(context: PlotContext, unit: String?) {
    self.context = context
    self.unit = unit
  }

  private func head(keys: [LegendKey]) -> HeadBlock {
    context.isPanel ? HeadBlock() : layoutHead(context, unit: unit, keys: keys)
  }
}

/// What came of one arrangement.
private struct BarAttempt {
  var plot: Plot
  var orientation: ChartSpec.Orientation
  var dropped: Int
  var fits: Bool

  func report(on spec: ChartSpec, turned: Bool) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if turned {
      findings.append(
        Diagnostic(
          .chartTurned, "the category labels of “\(spec.id)” do not fit under vertical bars",
          severity: .warning, at: spec.x?.span ?? spec.span,
          hints: ["declare orientation: horizontal, or shorten the labels"]))
    }
    if dropped > 0 {
      findings.append(
        Diagnostic(
          .chartLabelsDropped,
          "\(dropped) value labels of “\(spec.id)” have no place without touching another",
          severity: spec.labels == .shown ? .warning : .note, at: spec.span,
          hints: ["the axis shows the values; declare labels: none to accept, or use fewer bars"]))
    }
    return findings
  }
}

extension ChartData {
  /// Whether the categories are years or begin with one: time runs from left to right.
  var isTemporal: Bool {
    !categories.isEmpty
      && categories.allSatisfy { name in
        guard let year = Int(name.prefix(4)) else { return false }
        return (1800...2200).contains(year)
      }
  }
}
