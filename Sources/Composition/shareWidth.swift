/// Divides a measure among columns so that the square roots of the lines of their texts sum up to the
/// least: by dynamic programming over widths in steps of a four-hundredth of what there is to give.
///
/// The root lets a text that fits on one line stay whole beside a long one, to which a line more or
/// less means little, and gives of two long texts the longer one more room.
/// Where everything fits on one line each column gets what its widest text takes, and no more.
/// Lines are counted in each column by itself and as if text could be broken anywhere: two at least,
/// and otherwise, since where the last one ends is chance, half a line more than the text is deep.
///
/// - Parameters:
///   - measure: the width of the table.
///   - least: widths that no column goes below; together they fit.
///   - texts: for each column the widths of its texts on one line, padding among them.
///   - padding: what of a column's width no text may take.
/// - Returns: widths that together fit the measure, none below its least.
func shareWidth(
  _ measure: Double, least: [Double], texts: [[Double]], padding: Double
) -> [Double] {
  let wishes = zip(texts, least).map { max($0.max() ?? 0, $1) }
  guard wishes.reduce(0, +) > measure else { return wishes }
  var plan = WidthPlan(room: measure - least.reduce(0, +))
  for (index, texts) in texts.enumerated() {
    plan.add(least: least[index], texts: texts, padding: padding)
  }
  return zip(least, plan.widths).map(+)
}

/// The cheapest ways to give the first columns so many steps of width beyond their least.
private struct WidthPlan {
  private static let steps = 400
  private let step: Double
  /// Cost for each number of steps given away so far.
  private var costs = [Double](repeating: 0, count: steps + 1)
  /// For each column and number of steps given away with it, how many of them are its own.
  private var choices: [[Int]] = []

  init(room: Double) { step = room / Double(Self.steps) }

  mutating func add(least: Double, texts: [Double], padding: Double) {
    let own = columnCosts(least: least, texts: texts, padding: padding)
    var next = [Double](repeating: .infinity, count: costs.count)
    var choice = [Int](repeating: 0, count: costs.count)
    // More width than the widest text takes changes nothing.
    let most = own.firstIndex { $0 <= own[own.count - 1] } ?? 0
    for total in costs.indices {
      for mine in 0...min(total, most) where costs[total - mine] + own[mine] < next[total] {
        next[total] = costs[total - mine] + own[mine]
        choice[total] = mine
      }
    }
    costs = next
    choices.append(choice)
  }

  /// Roots of the lines that a column's texts take, less one, for each number of steps it may get.
  ///
  /// Between widths with the same lines a trace of their depth decides, so that long texts share
  /// alike.
  private func columnCosts(least: Double, texts: [Double], padding: Double) -> [Double] {
    let texts = countWidths(texts.filter { $0 > least }.map { ($0 - least) / step })
    return costs.indices.map { steps in
      let width = max(least + Double(steps) * step - padding, 1)
      return texts.reduce(0) { cost, text in
        guard text.steps > Double(steps) else { return cost }
        let depth = (least + text.steps * step - padding) / width
        return cost + text.count * (max(depth + 0.5, 2).squareRoot() - 1 + depth / 1000)
      }
    }
  }

  /// The extra width of each column in the cheapest plan of all.
  var widths: [Double] {
    var left = Self.steps
    var widths: [Double] = []
    for choice in choices.reversed() {
      widths.append(Double(choice[left]) * step)
      left -= choice[left]
    }
    return widths.reversed()
  }
}

/// Texts by width, those above 64 steps to a sixty-fourth part: however many rows a table has, it
/// has few different widths.
func countWidths(_ texts: [Double]) -> [(steps: Double, count: Double)] {
  let rounded = texts.map { text in
    let unit = Double(sign: .plus, exponent: max(Int(text.exponent) - 6, 0), significand: 1)
    return (text / unit).rounded(.up) * unit
  }
  var result: [(steps: Double, count: Double)] = []
  for text in rounded.sorted() {
    if let last = result.last, last.steps == text {
      result[result.count - 1].count += 1
    } else {
      result.append((text, 1))
    }
  }
  return result
}
