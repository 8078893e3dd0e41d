/// What a line costs: the one measure that every way of breaking a paragraph is judged by.
///
/// Ratios are parts of a line's capacity: 1 is stretched by all that is unobtrusive (0.1 em between
/// characters), -1 is shrunk by all that there is.
enum LineCost {
  /// How tight or loose a line looks beside its neighbours (Knuth and Plass, fitness classes).
  enum Fitness: Int {
    case tight
    case decent
    case loose
    case veryLoose

    init(ratio: Double) {
      self =
        ratio < -0.5 ? .tight : ratio <= 0.5 ? .decent : ratio <= 1 ? .loose : .veryLoose
    }
  }

  /// Neighbours that are more than one class apart.
  static let misfit = 3000.0
  /// Two hyphens under one another.
  static let doubleHyphen = 10_000.0
  /// A hyphen at the end of the last line but one.
  static let finalHyphen = 5000.0
  /// A last line narrower than the settings' shortest: as bad as gaps of 0.3 em, so that it is only
  /// taken when nothing else is left.
  static let runt = 1e7
  /// From here on all lines are equally bad.
  static let worstRatio = 21.5

  static func badness(_ ratio: Double) -> Double {
    let size = min(abs(ratio), worstRatio)
    return 100 * size * size * size
  }

  /// Demerits of a line by its ratio and the penalty of the break at its end.
  static func demerits(ratio: Double, penalty: Double) -> Double {
    let badness = 1 + badness(ratio)
    return badness * badness + penalty * penalty
  }

  /// The ratio of a line on a grid by its empty cells.
  ///
  /// Demerits, about its sixth power, grow by less than their number: full lines and one that ends
  /// with two empty cells are better than two lines that end with one each.
  static func ratio(emptyCells count: Double) -> Double {
    guard count > 0.01 else { return 0 }
    return 0.9 * count.squareRoot().squareRoot().squareRoot()
  }

  /// The ratio at which a line alone costs as much as `demerits`: no dearer line can be part of a
  /// way that costs less in all.
  static func ratio(costing demerits: Double) -> Double {
    var low = 0.0
    var high = worstRatio
    guard demerits < LineCost.demerits(ratio: high, penalty: 0) else { return .infinity }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if LineCost.demerits(ratio: middle, penalty: 0) < demerits {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }
}
