package import Declarations
package import Diagnostics
package import Drawing
package import Figures
package import Geometry

/// A chart as its author declares it: the YAML of a `chart` block.
package struct ChartSpec: Declared {
  /// The geometry that stands for a value.
  package enum Kind: String, Sendable, CaseIterable {
    case bar
    /// Changes that lead from one total to another.
    case waterfall
    case lollipop
    case dot
    case line
    case pie
    case donut
    case halfDonut = "half-donut"
    case waffle

    /// Whether the chart shows parts of one whole.
    package var isShare: Bool { [.pie, .donut, .halfDonut, .waffle].contains(self) }

    /// Whether parts are angles, which go clockwise in every language.
    package var isRing: Bool { isShare && self != .waffle }

    /// Whether the length of a rectangle stands for a value.
    package var isBar: Bool { self == .bar || self == .waterfall }

    /// Whether values stand on an axis, each in the band of its category.
    package var isBanded: Bool { isBar || self == .lollipop || self == .dot }
  }

  package enum Orientation: String, Sendable, CaseIterable {
    case vertical
    case horizontal
  }

  /// How the series of one category stand to each other.
  package enum StackMode: String, Sendable, CaseIterable {
    case grouped
    case stacked
    case percent
    /// Shares of a whole on both sides of a neutral answer, as for Likert scales.
    case diverging
  }

  package enum SortOrder: String, Sendable, CaseIterable {
    case none
    case ascending
    case descending
  }

  /// Whether something is shown: decided by the chart, always, or never.
  package enum Visibility: String, Sendable, CaseIterable {
    case auto
    case shown
    case none
  }

  package enum ScaleKind: String, Sendable, CaseIterable {
    case linear
    case log
  }

  package var id = ""
  package var kind = Kind.bar
  package var title = ""
  /// The title in further languages, for the caption on a page.
  package var titles: [Named<String>] = []
  package var subtitle: String?
  /// SQL over the sources, or a list of records; the place of either is where data errors point.
  package var data: YAMLValue?
  package var x: Spanned<String>?
  package var y: [Spanned<String>] = []
  package var series: Spanned<String>?
  package var orientation: Orientation?
  package var stack: Spanned<StackMode>?
  package var scale: Spanned<ScaleKind>?
  package var unit: String?
  package var precision: Int?
  package var sort: SortOrder?
  package var highlight: [Spanned<String>] = []
  package var labels = Visibility.auto
  package var axis = Visibility.auto
  package var legend = Visibility.auto
  package var references: [ReferenceLine] = []
  package var other: OtherGroup?
  package var total: Spanned<ExactDecimal>?
  /// Columns with the ends of the interval around each value.
  package var low: Spanned<String>?
  package var high: Spanned<String>?
  /// Value columns or series that are drawn as lines over the bars, on the same axis.
  package var lines: [Spanned<String>] = []
  /// Columns whose values each get a plot of their own; of two, the first makes rows.
  package var facets: [Spanned<String>] = []
  /// Plots side by side in small multiples.
  package var columns: Int?
  /// The series in the middle of diverging bars.
  package var neutral: Spanned<String>?
  /// Where the value axis begins when not at zero, and why.
  package var baseline: Baseline?
  /// Categories of a waterfall that show the sum so far.
  package var totals: [Spanned<String>] = []
  /// Remarks on single values.
  package var annotations: [Annotation] = []
  /// Where bars that are longer break off.
  package var breakAt: Spanned<ExactDecimal>?
  /// BCP 47, where the chart is not in its document's language.
  package var language: String?
  /// Name of a chart theme in place of the layout's.
  package var theme: Spanned<String>?
  package var centre: String?
  package var height: Length?
  /// Where the page may show it; nil leaves it to the layout.
  package var placement: [FloatPlacement]?
  package var source: String?
  package var note: String?
  package var sample: String?
  package var alt: String?
  package var names: [Named<String>] = []
  /// The figures in its texts.
  package var figures: [ChartFigure] = []
  /// The whole block.
  package var span = SourceSpan.none

  package init() {}

  package static let fields: [Field<ChartSpec>] =
    encodingFields + extendedFields + styleFields + captionFields

  private static let encodingFields: [Field<ChartSpec>] = [
    Field("id", .string, "Id that references use; begins with fig-.", isRequired: true) {
      $0.id = $1
    },
    Field("kind", .choice(Kind.self), "What stands for a value.", isRequired: true) {
      $0.kind = $1
    },
    Field("data", .any, "SQL over the sources, or a list of records.", isRequired: true) {
      $0.data = $1
    },
    Field("x", .spanned(.string), "Column with the categories.") { $0.x = $1 },
    Field("y", .list(.spanned(.string)), "Column with the values; several become series.") {
      $0.y = $1
    },
    Field("series", .spanned(.string), "Column whose values name the series.") { $0.series = $1 },
    Field("names", .dictionary(.string), "Names to print for columns and categories.") {
      $0.names = $1
    },
    Field("total", .spanned(.decimal), "Shares: the whole that the parts must make.") {
      $0.total = $1
    },
    Field("other", .object(OtherGroup.self), "Shares: which small parts are joined in one.") {
      $0.other = $1
    },
  ]

  private static let extendedFields: [Field<ChartSpec>] = [
    Field("low", .spanned(.string), "Column with the lower end of an interval.") { $0.low = $1 },
    Field("high", .spanned(.string), "Column with the upper end of an interval.") {
      $0.high = $1
    },
    Field("line", .list(.spanned(.string)), "Columns or series drawn as lines over bars.") {
      $0.lines = $1
    },
    Field(
      "facet", .list(.spanned(.string)), "Column whose values get a plot each; two for a grid."
    ) { $0.facets = $1 },
    Field("columns", .panels, "Plots side by side, 1 to 6.") { $0.columns = $1 },
    Field("neutral", .spanned(.string), "Series in the middle of diverging bars.") {
      $0.neutral = $1
    },
    Field("break", .spanned(.decimal), "Value at which longer bars break off.") {
      $0.breakAt = $1
    },
    Field(
      "baseline", .object(Baseline.self), "Where the value axis begins when not at zero, and why."
    ) { $0.baseline = $1 },
    Field("totals", .list(.spanned(.string)), "Waterfall: categories that show the sum so far.") {
      $0.totals = $1
    },
    Field("annotations", .list(.object(Annotation.self)), "Remarks on single values.") {
      $0.annotations = $1
    },
    Field("theme", .spanned(.string), "Chart theme in place of the layout's.") { $0.theme = $1 },
  ]

  private static let styleFields: [Field<ChartSpec>] = [
    Field("orientation", .choice(Orientation.self), "Direction of the bars.") {
      $0.orientation = $1
    },
    Field("stack", .spanned(.choice(StackMode.self)), "How series stand to each other.") {
      $0.stack = $1
    },
    Field("scale", .spanned(.choice(ScaleKind.self)), "Value scale; bars are always linear.") {
      $0.scale = $1
    },
    Field("unit", .string, "Unit of the values; printed once, or with each value when %.") {
      $0.unit = $1
    },
    Field("precision", .decimals, "Decimals of the value labels.") { $0.precision = $1 },
    Field("sort", .choice(SortOrder.self), "Order of the categories by value.") { $0.sort = $1 },
    Field("highlight", .list(.spanned(.string)), "Categories or series to stress.") {
      $0.highlight = $1
    },
    Field("labels", .choice(Visibility.self), "Value labels.") { $0.labels = $1 },
    Field("axis", .choice(Visibility.self), "Ticks and grid of the value axis.") { $0.axis = $1 },
    Field("legend", .choice(Visibility.self), "Key of the series.") { $0.legend = $1 },
    Field("reference", .list(.object(ReferenceLine.self)), "Values or bands to compare with.") {
      $0.references = $1
    },
    Field("centre", .string, "Donut: text in the centre.") { $0.centre = $1 },
    Field("height", .length, "Height of the chart on the page.") { $0.height = $1 },
    Field(
      "placement", .list(.choice(FloatPlacement.self)),
      "Where the page may show it, in order of preference: here, top, bottom, page."
    ) { $0.placement = $1 },
  ]

  private static let captionFields: [Field<ChartSpec>] = [
    Field("title", .string, "Caption of the figure.", isRequired: true) { $0.title = $1 },
    Field("titles", .dictionary(.string), "Caption in further languages, by language.") {
      $0.titles = $1
    },
    Field("subtitle", .string, "Measure and period.") { $0.subtitle = $1 },
    Field("source", .string, "Where the data come from.") { $0.source = $1 },
    Field("note", .string, "Remark under the figure.") { $0.note = $1 },
    Field("sample", .string, "Who or how many were asked or measured.") { $0.sample = $1 },
    Field("language", .string, "Language of the chart, when not its document's.") {
      $0.language = $1
    },
    Field("alt", .string, "Description for screen readers in place of the generated one.") {
      $0.alt = $1
    },
  ]
}

/// Reads the YAML of a chart block.
package func readChartSpec(_ yaml: YAMLValue) -> Diagnosed<ChartSpec> {
  var spec = yaml.decode(ChartSpec.self)
  spec.value.span = yaml.span
  return spec
}
