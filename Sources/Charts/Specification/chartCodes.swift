package import Diagnostics

extension DiagnosticCode {
  package static let chartUnknownColumn = DiagnosticCode(
    "chart.unknown-column",
    "A chart names a column that its data do not have. Columns are named by the query or the records."
  )
  package static let chartMissingEncoding = DiagnosticCode(
    "chart.missing-encoding",
    "A chart does not say which column holds its categories (x) or its values (y).")
  package static let chartNotANumber = DiagnosticCode(
    "chart.not-a-number",
    "A value column holds text. Numbers are written plainly; a missing value is an empty cell.")
  package static let chartNoData = DiagnosticCode(
    "chart.no-data", "The query or the list of a chart gives no row, or no value in any row.")
  package static let chartDuplicateCategory = DiagnosticCode(
    "chart.duplicate-category",
    "Two rows give a value for the same category and series, so that one would hide the other.")
  package static let chartUnknownCategory = DiagnosticCode(
    "chart.unknown-category", "A chart stresses a category that its data do not have.")
  package static let chartLogScale = DiagnosticCode(
    "chart.log-scale",
    "The length of a bar shows its value, which a logarithmic scale makes untrue. Show a ratio or an index."
  )
  package static let chartNegativeShare = DiagnosticCode(
    "chart.negative-share", "A part of a whole cannot be negative. Use bars.")
  package static let chartShareSum = DiagnosticCode(
    "chart.share-sum",
    "The parts do not make the declared whole. Correct the data, or declare the whole with total.")
  package static let chartShareSeries = DiagnosticCode(
    "chart.share-series",
    "A share chart shows one whole. To compare several wholes use bars with stack: percent.")
  package static let chartManySlices = DiagnosticCode(
    "chart.many-slices",
    "More than seven parts cannot be told apart. Join the small ones with other, or use bars.")
  package static let chartManySeries = DiagnosticCode(
    "chart.many-series", "More series than the theme has colours cannot be told apart.")
  package static let chartTurned = DiagnosticCode(
    "chart.turned",
    "The category labels do not fit under vertical bars, so the bars were drawn horizontally.")
  package static let chartLabelsDropped = DiagnosticCode(
    "chart.labels-dropped",
    "Some value labels found no place without touching another, and were left out.")
  package static let chartTooTall = DiagnosticCode(
    "chart.too-tall", "The labels of a chart need more height than it was given.")
  package static let chartNoTitle = DiagnosticCode(
    "chart.no-title", "A chart without a title leaves its readers to guess what it says.")
  package static let chartTooNarrow = DiagnosticCode(
    "chart.too-narrow", "The column is too narrow for any chart.")
  package static let chartIgnoredSetting = DiagnosticCode(
    "chart.ignored-setting", "A setting means nothing for this kind of chart.")
  package static let chartTooLarge = DiagnosticCode(
    "chart.too-large", "A chart of so many marks cannot be read, nor drawn in sensible time.")

  package static let chartUnknownSeries = DiagnosticCode(
    "chart.unknown-series",
    "A chart draws a series as a line, or takes one as neutral, that its data do not have.")
  package static let chartUnknownTheme = DiagnosticCode(
    "chart.unknown-theme",
    "There is no chart theme of that name. Themes are institutional, okabe-ito, mono, hatched and "
      + "ibcs; without one the layout's colours apply.")
  package static let chartIntervalOrder = DiagnosticCode(
    "chart.interval-order",
    "The lower end of an interval lies above its upper end, or the value outside of both.")
  package static let chartReference = DiagnosticCode(
    "chart.reference", "A reference needs a value for a line, or from and to for a band.")
  package static let chartBroken = DiagnosticCode(
    "chart.broken-bar",
    "Bars break only where the broken ones differ much from the others, each shows its own value "
      + "from zero, and at least one bar stays whole.")
  package static let chartTruncated = DiagnosticCode(
    "chart.truncated-baseline",
    "The value axis of a line chart does not begin at zero, so that changes look larger than they "
      + "are; the chart says so in its note.")
  package static let chartBaseline = DiagnosticCode(
    "chart.baseline",
    "Bars begin at zero. An axis that begins elsewhere needs a reason, which the note prints, and "
      + "lies below all values.")
  package static let chartWaterfall = DiagnosticCode(
    "chart.waterfall",
    "A waterfall shows one series of changes; a total in it is the sum of what stands before it.")
  package static let chartAnnotation = DiagnosticCode(
    "chart.annotation",
    "A remark is on a value that the data do not have, or found no place clear of marks and labels."
  )
  package static let chartSiblingShares = DiagnosticCode(
    "chart.sibling-shares",
    "Shares of the same parts in several rings are hard to compare; 100 % bars stand on one scale.")
  package static let chartUnsorted = DiagnosticCode(
    "chart.unsorted",
    "Categories without an order of their own are sorted by value, which makes them easier to "
      + "compare. Declare sort: none to keep the order of the data.")
  package static let chartManyColors = DiagnosticCode(
    "chart.many-colors", "More than seven colours in one chart cannot be told apart by their key.")
  package static let chartSimilarTones = DiagnosticCode(
    "chart.similar-tones",
    "Two neighbouring fills differ by less than 15 in lightness (CIE L*), so that they look alike "
      + "in greyscale.")
  package static let chartSimilarColors = DiagnosticCode(
    "chart.similar-colors",
    "Two neighbouring fills differ by less than 10 (CIE ΔE) for readers with a colour-vision "
      + "deficiency.")
  package static let chartThinStroke = DiagnosticCode(
    "chart.thin-stroke", "A line is thinner than 0.25 pt, which a press does not hold.")
  package static let chartSmallText = DiagnosticCode(
    "chart.small-text", "Text in a chart is smaller than 6 pt.")
  package static let chartSiblingScale = DiagnosticCode(
    "chart.sibling-scale",
    "Charts of the same unit and kind are drawn to different scales, so that their bars cannot be "
      + "compared with each other.")
  package static let chartManyPanels = DiagnosticCode(
    "chart.many-panels", "Small multiples show at most 36 plots.")

  package static let chartUnknownColor = DiagnosticCode(
    "chart.unknown-color", "The chart theme names a colour that the layout does not declare.")

  /// The codes of this target.
  package static let chartCodes: [DiagnosticCode] = [
    .chartUnknownColumn, .chartMissingEncoding, .chartNotANumber, .chartNoData,
    .chartDuplicateCategory, .chartUnknownCategory, .chartLogScale, .chartNegativeShare,
    .chartShareSum, .chartShareSeries, .chartManySlices, .chartManySeries, .chartTurned,
    .chartLabelsDropped, .chartTooTall, .chartTooNarrow, .chartNoTitle, .chartIgnoredSetting,
    .chartTooLarge, .chartUnknownColor,
    .chartUnknownSeries, .chartUnknownTheme, .chartIntervalOrder, .chartReference, .chartBroken,
    .chartTruncated, .chartUnsorted, .chartManyColors, .chartSimilarTones, .chartSimilarColors,
    .chartBaseline, .chartWaterfall, .chartAnnotation, .chartSiblingShares,
    .chartThinStroke, .chartSmallText, .chartSiblingScale, .chartManyPanels,
  ]
}
