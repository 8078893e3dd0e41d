internal import Diagnostics
internal import Geometry
internal import Typography

/// Everything that the phases of one chart share and none changes.
struct PlotContext: Sendable {
  let spec: ChartSpec
  let data: ChartData
  let theme: ChartTheme
  /// Width of the chart in points.
  let width: Double
  let lettering: any ChartLettering
  let phrases: ChartPhrases
  let language: String

  /// A role of text in charts, which the theme gives its looks.
  enum Voice: Sendable {
    case label
    case strong
    case value
    case secondary
    case note
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

  func block(_ text: String, _ voice: Voice, width: Double) -> TextBlock {
    let style = style(voice)
    return TextBlock(
      lines: lettering.chartLines(text, style, width: max(width, style.size)),
      leading: style.size * 1.3)
  }

  /// How far the middle of capitals and digits lies above their base line.
  func middleRise(_ voice: Voice) -> Double { style(voice).size * 0.36 }

  /// The least distance between two labels, in points.
  var labelGap: Double { 2 }

  /// The fill of a value: by series, or by stress when categories are highlighted.
  func fill(_ datum: Datum) -> Color {
    let isOnly = data.series.count == 1
    if isOnly, !spec.highlight.isEmpty {
      let name = data.categories[datum.category]
      return spec.highlight.contains { $0.value == name } ? theme.highlight : theme.muted
    }
    return isOnly ? theme.fill(0) : seriesFill(datum.series)
  }

  /// The fill of a series; the one of all others steps back.
  func seriesFill(_ series: Int) -> Color {
    ChartData.Role(naming: data.series[series].name) == .other ? theme.muted : theme.fill(series)
  }
}
