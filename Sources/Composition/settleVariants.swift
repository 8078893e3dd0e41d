internal import Typography

/// Puts the paragraphs that pagination wants in another number of lines into the flow, so that
/// placement finds only what is to be drawn.
extension FlowStacker {
  mutating func settleVariants(_ plans: inout [PagePlan]) {
    let changes = plans.compactMap(\.change).sorted { $0.variant < $1.variant }
    guard !changes.isEmpty else { return }
    var items: [FlowItem] = []
    // Where each old item stands now; only boundaries of paragraphs are ever asked for.
    var places = [Int](repeating: 0, count: flow.items.count + 1)
    var next = 0
    let keep = { (end: Int, flow: Flow) in
      for index in next..<end {
        places[index] = items.count
        items.append(flow.items[index])
      }
      next = end
    }
    for change in changes {
      let variant = flow.variants[change.variant]
      keep(variant.items.lowerBound, flow)
      places[next] = items.count
      items += settled(variant, lines: change.lines)
      next = variant.items.upperBound
    }
    keep(flow.items.count, flow)
    places[flow.items.count] = items.count
    flow.items = items
    flow.variants = []
    for float in flow.floats.indices {
      flow.floats[float].anchor = places[flow.floats[float].anchor]
    }
    for page in plans.indices {
      let range = plans[page].items
      plans[page].items = places[range.lowerBound]..<places[range.upperBound]
    }
  }

  /// The lines of a variant, which begin as its paragraph did.
  private mutating func settled(_ variant: FlowVariant, lines count: Int) -> [FlowItem] {
    let set = results[flow.texts[variant.text].job].text
    let chosen = count < 0 ? set.shorter : set.longer
    flow.texts[variant.text].lines = chosen?.lines
    var items = lines(ofText: variant.text)
    let first = flow.items[variant.items.lowerBound]
    items[0].before = first.before
    items[0].cost = first.cost
    for index in items.indices {
      items[index].scope = first.scope
      items[index].columns = first.columns
    }
    return items
  }
}

extension TextBlock {
  /// The text with the lines that are to be drawn.
  func set(in results: [SettingResult]) -> SetText {
    var set = results[job].text
    if let lines { set.lines = lines }
    return set
  }
}
