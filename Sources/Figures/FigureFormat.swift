package import Diagnostics

extension DiagnosticCode {
  package static let figuresUnknownFormat = DiagnosticCode(
    "figures.unknown-format",
    """
    The name after “|” is no format. Known are plain, grouped, wan, yi, wanyi, million, billion, \
    trillion, signed, decimals(n), range(figure), approx, over, near, under, han, upper, ordinal, \
    points and as-of.
    """)
  package static let figuresFormatMisfit = DiagnosticCode(
    "figures.format-misfit",
    """
    A format does not fit the figure or another format: points of something that is no percentage, \
    over a value that is smaller than what is printed, 万 together with grouping or in English, a \
    range that runs down.
    """)
}

/// How a figure is to be shown: the formats of `{{ id | format | format }}` taken together.
package struct FigureFormat: Hashable, Sendable {
  /// A claim about the value that stands before it, and that is checked against it.
  package enum Qualifier: String, Hashable, Sendable {
    case about = "approx"
    case over
    case nearly = "near"
    case under
  }

  /// Whether the unit is printed.
  package var hasUnit = true
  package var isGrouped = false
  package var scale: NumberScale?
  /// Whether a change is told in words: 增长 or 下降.
  package var isSigned = false
  package var decimals: Int?
  package var qualifier: Qualifier?
  package var isHan = false
  package var isOrdinal = false
  package var isPoints = false
  /// Whether Han numerals are those that cannot be altered: 壹贰叁.
  package var isUpper = false
  /// Whether the period that the figure stands for is printed in its place.
  package var isPeriod = false
  /// The figure that ends a range which begins with this one.
  package var rangeEnd: String?

  package init() {}

  /// Whether it changes the digits of a number and puts nothing around them, as in a table, whose
  /// heads name the units.
  package var isForDigits: Bool {
    var digits = FigureFormat()
    (digits.hasUnit, digits.isGrouped) = (hasUnit, isGrouped)
    (digits.scale, digits.decimals) = (scale, decimals)
    return self == digits
  }

  /// The formats without an argument, for suggestions and completion.
  package static let names = [
    "plain", "grouped", "wan", "yi", "wanyi", "million", "billion", "trillion", "signed", "approx",
    "over", "near", "under", "han", "upper", "ordinal", "points", "as-of",
  ]

  /// Reads formats as the manuscript has them between the bars.
  ///
  /// - Parameters:
  ///   - steps: such as `["decimals(1)", "approx"]`.
  ///   - span: where they stand.
  /// - Returns: the format that could be made of them.
  package static func parse(_ steps: [String], at span: SourceSpan) -> Diagnosed<FigureFormat> {
    var format = FigureFormat()
    var diagnostics: [Diagnostic] = []
    for step in steps where !format.apply(step.filter { !$0.isWhitespace }) {
      let candidates = names + ["decimals", "range"]
      let name = step.prefix { $0 != "(" }.filter { !$0.isWhitespace }
      let problem = Diagnostic(.figuresUnknownFormat, "unknown format “\(step)”", at: span)
      let hint =
        name == "decimals"
        ? "write decimals(n) with n from 0 to 12" : suggestion(for: name, among: candidates)
      diagnostics.append(problem.hinting(hint ?? "known: \(candidates.joined(separator: ", "))"))
    }
    if let conflict = format.conflict(steps) {
      diagnostics.append(Diagnostic(.figuresFormatMisfit, conflict, at: span))
    }
    return Diagnosed(format, diagnostics)
  }

  /// Takes one step in; false when there is no such format.
  private mutating func apply(_ step: String) -> Bool {
    switch step {
    case "plain": hasUnit = false
    case "grouped": isGrouped = true
    case "wan": scale = .wan
    case "yi": scale = .yi
    case "wanyi": scale = .wanyi
    case "million", "billion", "trillion": scale = NumberScale(rawValue: step)
    case "upper": (isHan, isUpper) = (true, true)
    case "as-of": isPeriod = true
    case "signed": isSigned = true
    case "han": isHan = true
    case "ordinal": isOrdinal = true
    case "points": isPoints = true
    default:
      if let qualifier = Qualifier(rawValue: step) {
        self.qualifier = qualifier
      } else if let count = argument(of: step, "decimals").flatMap({ Int($0) }),
        (0...Figure.maximumDecimals).contains(count)
      {
        decimals = count
      } else if let end = argument(of: step, "range"), !end.isEmpty {
        rangeEnd = end
      } else {
        return false
      }
    }
    return true
  }

  private func argument(of step: String, _ name: String) -> String? {
    guard step.hasPrefix(name + "("), step.hasSuffix(")") else { return nil }
    return String(step.dropFirst(name.count + 1).dropLast())
  }

  private func conflict(_ steps: [String]) -> String? {
    if isGrouped, scale != nil { return "grouping does not go together with 万 and 亿" }
    if isGrouped, isHan { return "grouping does not go together with Han numerals" }
    if isPeriod, steps.count > 1 { return "“as-of” stands alone" }
    if rangeEnd != nil, isOrdinal { return "a range has no ordinal" }
    if rangeEnd != nil, qualifier == .nearly || qualifier == .over || qualifier == .under {
      return "a range goes together with “approx” only"
    }
    for group in [
      ["approx", "over", "near", "under"],
      ["wan", "yi", "wanyi", "million", "billion", "trillion"],
      ["plain", "points"],
    ] {
      let present = steps.filter(group.contains)
      if present.count > 1 { return "“\(present[0])” and “\(present[1])” contradict each other" }
    }
    return nil
  }
}
