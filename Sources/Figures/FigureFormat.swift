package import Diagnostics

extension DiagnosticCode {
  package static let figuresUnknownFormat = DiagnosticCode(
    "figures.unknown-format",
    """
    The name after “|” is no format. Known are plain, grouped, wan, yi, wanyi, signed, decimals(n), \
    approx, over, near, under, han, ordinal and points.
    """)
  package static let figuresFormatMisfit = DiagnosticCode(
    "figures.format-misfit",
    """
    A format does not fit the figure or another format: points of something that is no percentage, \
    over a value that is smaller than what is printed, 万 together with grouping.
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

  package init() {}

  /// The formats without an argument, for suggestions and completion.
  package static let names = [
    "plain", "grouped", "wan", "yi", "wanyi", "signed", "approx", "over", "near", "under", "han",
    "ordinal", "points",
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
      let candidates = names + ["decimals"]
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
    case "signed": isSigned = true
    case "han": isHan = true
    case "ordinal": isOrdinal = true
    case "points": isPoints = true
    default:
      if let qualifier = Qualifier(rawValue: step) {
        self.qualifier = qualifier
      } else if let decimals = decimals(of: step) {
        self.decimals = decimals
      } else {
        return false
      }
    }
    return true
  }

  private func decimals(of step: String) -> Int? {
    guard step.hasPrefix("decimals("), step.hasSuffix(")") else { return nil }
    let number = Int(step.dropFirst("decimals(".count).dropLast())
    return number.flatMap { (0...Figure.maximumDecimals).contains($0) ? $0 : nil }
  }

  private func conflict(_ steps: [String]) -> String? {
    if isGrouped, scale != nil { return "grouping does not go together with 万 and 亿" }
    if isGrouped, isHan { return "grouping does not go together with Han numerals" }
    for group in [
      ["approx", "over", "near", "under"], ["wan", "yi", "wanyi"], ["plain", "points"],
    ] {
      let present = steps.filter(group.contains)
      if present.count > 1 { return "“\(present[0])” and “\(present[1])” contradict each other" }
    }
    return nil
  }
}
