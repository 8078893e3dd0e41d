/// One figure on its way through one format.
struct FigurePrinting {
  let figure: Figure
  let format: FigureFormat
  let language: NumberLanguage
  /// What stands around the digits.
  let phrase: UnitPhrase
  let decimals: Int
  let rounded: ExactDecimal
  /// What the number is scaled to, whether or not its word is printed.
  private let target: NumberScale
  /// Powers of ten from the figure's unit to the printed one.
  private let shift: Int

  /// With `first`, the other end of a range, whose scale this one takes.
  init(
    _ figure: Figure, _ format: FigureFormat, _ language: NumberLanguage, _ rounding: Rounding,
    like first: FigurePrinting? = nil
  ) {
    self.figure = figure
    self.format = format
    self.language = language
    let (own, base) = NumberScale.split(figure.unit)
    target =
      first?.target ?? format.scale ?? figure.scale(in: language, hasUnit: format.hasUnit)
    shift = target.power - own.power
    phrase = UnitPhrase(
      scale: format.hasUnit || format.scale != nil ? target : .one,
      kind: UnitPhrase.Kind(base, format), language: language)
    let asDeclared = format.decimals == nil || format.decimals == figure.decimals
    let whole = asDeclared ? figure.apportioned ?? figure.value : figure.value
    let scaled = whole.movingPoint(left: shift)
    // A change of scale keeps the digits that the figure is declared with, and no empty ones.
    let kept = max(0, figure.decimals + shift)
    let exact = scaled.rounded(
      to: format.decimals ?? min(kept, Figure.maximumDecimals), by: rounding)
    rounded = shift == 0 || format.decimals != nil ? exact : exact.trimmed
    decimals = format.decimals ?? (shift == 0 ? kept : rounded.scale)
  }

  /// What the printed digits stand for, in the figure's own unit.
  var printedValue: ExactDecimal { rounded.movingPoint(left: -shift) }

  /// Whether rounding for print changes the value.
  var isCutShort: Bool { printedValue != figure.value }

  /// Why the format does not fit the figure.
  var misfits: [String] {
    let id = figure.id
    var messages: [String] = []
    if format.isPoints, !Quantity.Unit(figure.unit).isPercentage {
      messages.append("“\(id)” is no percentage, so it has no percentage points")
    }
    if format.isOrdinal, !rounded.isInteger || rounded.isNegative {
      messages.append("“\(id)” is no ordinal number")
    }
    if let scale = format.scale, !language.scales.contains(scale) {
      messages.append("“\(scale.rawValue)” is no word of the language “\(language.tag)”")
    } else if format.isGrouped, format.scale == nil, [.wan, .yi, .wanyi].contains(phrase.scale) {
      messages.append("“\(id)” is printed in \(phrase.scale.rawValue), which is not grouped")
    }
    if format.isPeriod, period == nil {
      messages.append(
        "“\(id)” has no “as-of” such as 2025, 2025-H1, 2025-Q3, 2025-06 or 2025-06-30")
    }
    return messages + falseClaims
  }

  private var falseClaims: [String] {
    let printed = printedValue
    switch format.qualifier {
    case .over where printed > figure.value:
      return ["“\(figure.id)” is not over \(printed.shortened)"]
    case .nearly where printed < figure.value, .under where printed < figure.value:
      return ["“\(figure.id)” is not under \(printed.shortened)"]
    default: return []
    }
  }

  private var period: Period? { figure.asOf.flatMap { Period(parsing: $0) } }

  var text: String {
    if format.isPeriod { return period?.text(language.tag) ?? "?" }
    if format.isSigned, figure.value.isZero { return language.words.unchanged }
    if format.isSigned, rounded.isZero { return language.words.almostUnchanged }
    return words + number
  }

  /// The direction and the claim before the number.
  var words: String { direction + qualifier }

  private var direction: String {
    guard format.isSigned else { return "" }
    return rounded.isNegative ? language.words.decrease : language.words.increase
  }

  private var qualifier: String {
    switch format.qualifier {
    case .about: language.words.about
    case .over: language.words.over
    case .nearly: language.words.nearly
    case .under: language.words.under
    case nil: ""
    }
  }

  /// The number with its unit.
  var number: String {
    if format.isHan { return hanText }
    return phrase.text(digits, of: value, decimals: decimals)
  }

  /// The number alone.
  var digits: String {
    let style = NumberStyle(isGrouped: format.isGrouped, language: language)
    let digits = style.digits(value, decimals: decimals)
    return format.isOrdinal ? language.ordinal(digits, value) : digits
  }

  private var value: ExactDecimal { format.isSigned ? rounded.magnitude : rounded }

  private var hanText: String {
    let unit = phrase.text("", of: value, decimals: decimals)
    let isCount = !format.isOrdinal && !unit.isEmpty && !unitsAfterErh.contains(unit)
    let han = { (value: ExactDecimal) in
      let text = hanNumeral(value, decimals: decimals, isCount: isCount)
      return format.isUpper ? upperHan(text) : text
    }
    let ordinal = format.isOrdinal ? language.words.ordinal : ""
    guard phrase.kind == .percent else { return ordinal + han(value) + unit }
    return (value.isNegative ? "负" : "") + "百分之" + han(value.magnitude)
  }
}

/// Units before which two is 二, because they name a member of a series or a part of a whole.
private let unitsAfterErh: Set<String> = ["%", "月", "日", "号", "章", "节", "个百分点", "十", "百"]

extension Figure {
  /// The scale that the figure is printed in where no format names one: its own, or, where the
  /// language has no word for that, the largest that fits.
  fileprivate func scale(in language: NumberLanguage, hasUnit: Bool) -> NumberScale {
    let own = NumberScale.split(unit).scale
    guard hasUnit, own != .one, !language.scales.contains(own) else { return own }
    // What is rounded up to a border has the scale behind it: 9.9996亿 is 1 billion.
    let size = precision.map { value.rounded(to: $0) } ?? value
    return language.scale(fitting: size.movingPoint(left: -own.power))
  }
}

extension UnitPhrase.Kind {
  /// What a unit without 万 or 亿 is to a format.
  fileprivate init(_ base: String, _ format: FigureFormat) {
    let unit = Quantity.Unit(base)
    if format.isPoints {
      self = .points
    } else if base.isEmpty || !format.hasUnit {
      self = .none
    } else if unit == .percent {
      self = .percent
    } else if unit == .points {
      self = .points
    } else {
      self = Currency.named(base).map { .currency($0) } ?? .named(base)
    }
  }
}
