internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Typography

/// Everything that the phases of one chart share and none changes.
///
/// A class, because it is handed to everything and a copy of all that it holds is not free.
final class PlotContext: Sendable {
  let spec: ChartSpec
  let data: ChartData
  let theme: ChartTheme
  /// Width of the chart in points.
  let width: Double
  let lettering: any ChartLettering
  let phrases: ChartPhrases
  let language: String
  /// What must be on the value axis besides the data: the reach of sibling plots.
  let sharedDomain: ClosedRange<Double>?
  /// The data of all plots when this is one of several, which share unit and precision.
  let whole: ChartData?
  /// How a half is rounded for print.
  let rounding: Rounding
  /// How values are printed.
  let format: ValueFormat

  /// The same for a chart that is declared otherwise, or of other data.
  func with(spec: ChartSpec? = nil, data: ChartData? = nil) -> PlotContext {
    PlotContext(
      spec: spec ?? self.spec, data: data ?? self.data, theme: theme, width: width,
      lettering: lettering, phrases: phrases, language: language, sharedDomain: sharedDomain,
      whole: whole, rounding: rounding)
  }

  init(
    spec: ChartSpec, data: ChartData, theme: ChartTheme, width: Double,
    lettering: any ChartLettering, phrases: ChartPhrases, language: String,
    sharedDomain: ClosedRange<Double>? = nil, whole: ChartData? = nil, rounding: Rounding
  ) {
    self.spec = spec
    self.data = data
    self.theme = theme
    self.width = width
    self.lettering = lettering
    self.phrases = phrases
    self.language = language
    self.sharedDomain = sharedDomain
    self.whole = whole
    self.rounding = rounding
    format = ValueFormat(spec, whole ?? data, language: language, rounding: rounding)
  }

  /// How shares of the values are printed.
  var shareFormat: ValueFormat {
    ValueFormat(spec, measured, language: language, rounding: rounding, isPercent: true)
  }

  /// The data that decide how numbers are printed.
  var measured: ChartData { whole ?? data }

  /// Whether the plot is one of several under a common head.
  var isPanel: Bool { whole != nil }

  /// A role of text in charts, which the theme gives its looks.
  enum Voice: Sendable {
    case label
    case strong
    case value
    case secondary
    case note
    case annotation
    case title
    case subtitle
    case centre
  }

  func style(_ voice: Voice, color: Color? = nil) -> TextStyle {
    let (size, weight, normal) =
      switch voice {
      case .label: (theme.labelSize, 400, theme.text)
      case .strong: (theme.labelSize, 700, theme.text)
      case .value: (theme.labelSize, theme.valueWeight, theme.text)
      case .secondary: (theme.labelSize, 400, theme.secondaryText)
      case .note: (theme.noteSize, 400, theme.secondaryText)
      case .annotation: (theme.noteSize, 400, theme.text)
      case .title: (theme.titleSize, theme.titleWeight, theme.text)
      case .subtitle: (theme.subtitleSize, 400, theme.secondaryText)
      case .centre: (theme.labelSize * 2, 700, theme.text)
      }
    return TextStyle(
      role: theme.font, size: size, weight: weight, color: color ?? normal, language: language)
  }

  func line(_ text: String, _ voice: Voice, color: Color? = nil) -> ChartLine {
    lettering.chartLine(text, style(voice, color: color))
  }

  /// Breaks a text into lines.
  ///
  /// A word that is wider than its column is broken anywhere, unless another arrangement may give it
  /// more room.
  func block(
    _ text: String, _ voice: Voice, width: Double, breaksWords: Bool = true
  ) -> TextBlock {
    let style = style(voice)
    let width = max(width, style.size)
    let lines = lettering.chartLines(text, style, width: width)
    return TextBlock(
      lines: lines.flatMap {
        $0.width <= width || !breaksWords ? [$0] : brokenAnywhere($0, style, width: width)
      },
      leading: style.size * 1.3)
  }

  /// A word that is wider than its column is broken between any two characters (CSS Text 3,
  /// `overflow-wrap: anywhere`): a clipped one would say less.
  private func brokenAnywhere(
    _ line: ChartLine, _ style: TextStyle, width: Double
  ) -> [ChartLine] {
    var lines: [ChartLine] = []
    var rest = Array(line.text)
    while let whole = rest.nonEmpty.map({ lettering.chartLine(String($0), style) }) {
      if whole.width <= width { return lines + [whole] }
      let count = max(Int(Double(rest.count) * width / whole.width), 1)
      let fitting = stride(from: min(count + 2, rest.count), to: 1, by: -1).lazy
        .map { [lettering] in (count: $0, line: lettering.chartLine(String(rest[..<$0]), style)) }
        .first { $0.line.width <= width }
      lines.append(fitting?.line ?? lettering.chartLine(String(rest[..<1]), style))
      rest.removeFirst(fitting?.count ?? 1)
    }
    return lines
  }

  /// Whether the language of the chart is written from right to left.
  var isRightToLeft: Bool { language.isRightToLeft }

  /// How far the middle of capitals and digits lies above their base line.
  func middleRise(_ voice: Voice) -> Double { style(voice).size * 0.36 }

  /// The least distance between two labels, in points.
  var labelGap: Double { 2 }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
