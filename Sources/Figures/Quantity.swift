/// A value on its way through a derivation, with all its digits and its unit.
struct Quantity: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    /// Nothing is known of it: a number in the derivation, a product of things.
    case unknown
    /// A pure number: a ratio, an index.
    case number
    case percent
    /// A difference of percentages.
    case points
    case named(String)

    /// The unit that a figure is declared with.
    init(_ text: String) {
      switch text {
      case "": self = .unknown
      case "%", "％": self = .percent
      case _ where NumberLanguage.isPercentagePoints(text): self = .points
      default: self = .named(text)
      }
    }

    /// What a figure of this unit prints after its number, where it does not say itself.
    var text: String {
      switch self {
      case .unknown, .number: ""
      case .percent: "%"
      case .points: NumberLanguage.chinese.words.percentagePoints
      case .named(let name): name
      }
    }

    /// Percentages and percentage points may be added and compared.
    var isPercentage: Bool { self == .percent || self == .points }

    /// Whether the two can stand in one sum.
    func agrees(with other: Unit) -> Bool {
      if self == .unknown || other == .unknown { return true }
      return self == other || isPercentage && other.isPercentage
    }
  }

  var value: ExactRational
  /// Decimals that it is written with at least.
  var scale = 0
  var unit = Unit.unknown

  /// The value in a unit that differs by 万 or 亿; nil where the units measure different things.
  func brought(to declared: String) throws(DerivationError) -> Quantity {
    var copy = self
    copy.unit = Unit(declared)
    switch (unit, copy.unit) {
    case (.unknown, _), (_, .unknown): return copy
    case (.number, let other) where !other.isPercentage: return copy
    case (.named(let own), .named(let other)):
      let (from, to) = (NumberScale.split(own), NumberScale.split(other))
      guard from.unit == to.unit || from.unit + "/人" == to.unit else { break }
      let power = from.scale.power - to.scale.power
      if power != 0 {
        copy.value = try arithmetic { () throws(DecimalError) in
          try value.movingPoint(right: power)
        }
        copy.scale = 0
      }
      return copy
    // 增长2倍 is growth by 200 %: a growth may be told as a multiple of what there was.
    case (.percent, .named("倍")):
      copy.value = try arithmetic { () throws(DecimalError) in try value.movingPoint(right: -2) }
      return copy
    default: if unit.isPercentage, copy.unit.isPercentage { return copy }
    }
    throw .units("comes out \(unit.phrase), not in \(declared)")
  }
}

extension Quantity.Unit {
  /// Named in a message after “comes out”.
  fileprivate var phrase: String {
    switch self {
    case .number: "as a pure number"
    case .unknown, .percent, .points, .named: "in \(text)"
    }
  }
}

/// Why a derivation has no value.
enum DerivationError: Error, Hashable, Sendable {
  case decimal(DecimalError)
  /// Units that do not go together: the end of a sentence about the figure.
  case units(String)
  /// A result that would say nothing: all of a sentence.
  case meaningless(String)
}

/// Runs arithmetic inside a derivation.
func arithmetic<Value>(
  _ body: () throws(DecimalError) -> Value
) throws(DerivationError) -> Value {
  do { return try body() } catch { throw .decimal(error) }
}
