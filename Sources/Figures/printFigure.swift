package import Diagnostics

extension DataLayer {
  /// Formats a figure for the reader: the only way from a value to the page.
  ///
  /// A figure whose value failed prints as `?` without a further word, since loading has reported
  /// it and the build has failed.
  ///
  /// - Parameters:
  ///   - id: the figure.
  ///   - formats: the steps between the bars, such as `["decimals(1)", "approx"]`.
  ///   - language: BCP 47 tag of the text around it.
  ///   - span: where it is used.
  /// - Returns: the text and all that the manifest says of it.
  package func print(
    _ id: String, formats: [String] = [], language: String, at span: SourceSpan
  ) -> Diagnosed<PrintedNumber> {
    let format = FigureFormat.parse(formats, at: span)
    guard let figure = figure(id) else {
      let unknown = declares(id) ? [] : [unknownFigure(id, at: span)]
      return Diagnosed(.failed(id, at: span), unknown + format.diagnostics)
    }
    let printing = FigurePrinting(
      figure, format.value, NumberLanguage.of(language), rounding)
    let misfits = printing.misfits.map { message in
      Diagnostic(.figuresFormatMisfit, message, at: span)
        .labelled("“\(id)” is \(figure.value.shortened)\(figure.unit)", at: figure.span)
        .hinting(printing.isCutShort ? "print more decimals, or use “approx”" : nil)
    }
    let number = PrintedNumber(
      figure: id, value: figure.value, printedValue: printing.printedValue, text: printing.text,
      origin: figure.origin, files: figure.files, provider: figure.provider, asOf: figure.asOf,
      span: span)
    return Diagnosed(number, format.diagnostics + misfits)
  }
}

extension PrintedNumber {
  fileprivate static func failed(_ id: String, at span: SourceSpan) -> PrintedNumber {
    PrintedNumber(
      figure: id, value: .zero, printedValue: .zero, text: "?", origin: .literal, files: [],
      span: span)
  }
}

/// One figure on its way through one format.
private struct FigurePrinting {
  private let figure: Figure
  private let format: FigureFormat
  private let language: NumberLanguage
  /// Powers of ten from the figure's unit to the printed one.
  private let shift: Int
  /// The unit as printed.
  private let unit: String
  private let decimals: Int
  private let rounded: ExactDecimal

  init(_ figure: Figure, _ format: FigureFormat, _ language: NumberLanguage, _ rounding: Rounding) {
    self.figure = figure
    self.format = format
    self.language = language
    let (own, base) = NumberScale.split(figure.unit)
    let target = format.scale ?? own
    shift = target.power - own.power
    unit = format.isPoints ? language.words.percentagePoints : target.rawValue + base
    let scaled = figure.value.movingPoint(left: shift)
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
    var messages: [String] = []
    let percentages = ["%", "％", "个百分点", "百分点", language.words.percentagePoints]
    if format.isPoints, !percentages.contains(figure.unit) {
      messages.append("“\(figure.id)” is no percentage, so it has no percentage points")
    }
    if format.isOrdinal, !rounded.isInteger || rounded.isNegative {
      messages.append("“\(figure.id)” is no ordinal number")
    }
    let printed = printedValue
    switch format.qualifier {
    case .over where printed > figure.value:
      messages.append("“\(figure.id)” is not over \(printed.shortened)")
    case .nearly where printed < figure.value, .under where printed < figure.value:
      messages.append("“\(figure.id)” is not under \(printed.shortened)")
    default: break
    }
    return messages
  }

  var text: String {
    if format.isSigned, figure.value.isZero { return language.words.unchanged }
    if format.isSigned, rounded.isZero { return language.words.almostUnchanged }
    return direction + qualifier + (format.isOrdinal ? language.words.ordinal : "") + number
  }

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
  private var number: String {
    let value = format.isSigned ? rounded.magnitude : rounded
    if format.isHan { return hanText(value) }
    let style = NumberStyle(isGrouped: format.isGrouped, language: language)
    return style.digits(value, decimals: decimals) + printedUnit
  }

  private func hanText(_ value: ExactDecimal) -> String {
    let isCount = !format.isOrdinal && !printedUnit.isEmpty && !unitsAfterErh.contains(unit)
    guard printedUnit == "%" else {
      return hanNumeral(value, decimals: decimals, isCount: isCount) + printedUnit
    }
    return (value.isNegative ? "负" : "") + "百分之"
      + hanNumeral(value.magnitude, decimals: decimals)
  }

  private var printedUnit: String {
    // A scale without its unit would change the number: 1.2万, not 1.2.
    guard format.hasUnit else { return format.scale?.rawValue ?? "" }
    guard !unit.isEmpty else { return "" }
    return (unit == "%" ? language.percentSpace : language.unitSpace) + unit
  }
}

/// Units before which two is 二, because they name a member of a series or a part of a whole.
private let unitsAfterErh: Set<String> = ["%", "月", "日", "号", "章", "节", "个百分点", "十", "百"]
