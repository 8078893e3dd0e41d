package import Figures

/// One number of a chart: its exact digits for print, and a floating-point form for geometry.
package struct ChartValue: Hashable, Sendable {
  package var exact: ExactDecimal
  package var number: Double

  package init(_ exact: ExactDecimal) {
    self.exact = exact
    self.number = exact.doubleValue
  }

  package init?(_ text: String) {
    guard let exact = try? ExactDecimal(parsing: text) else { return nil }
    self.init(exact)
  }
}

/// The values of a chart in normal form: one row of values for each series, one value for each
/// category; nil is missing, which is not zero.
package struct ChartData: Hashable, Sendable {
  package struct Series: Hashable, Sendable {
    package var name: String
    package var values: [ChartValue?]
    /// The interval around each value; empty when the data have none.
    package var intervals: [Interval?] = []

    package init(name: String, values: [ChartValue?], intervals: [Interval?] = []) {
      self.name = name
      self.values = values
      self.intervals = intervals
    }
  }

  /// How far a value may lie from its estimate.
  package struct Interval: Hashable, Sendable {
    package var low: ChartValue
    package var high: ChartValue

    package init(low: ChartValue, high: ChartValue) {
      self.low = low
      self.high = high
    }
  }

  /// What a category is besides one among others.
  package enum Role: Hashable, Sendable {
    case plain
    /// 其他: always last, in a muted fill.
    case other
    /// 总计: set apart at the end.
    case total
  }

  package var categories: [String]
  package var roles: [Role]
  package var series: [Series]
  /// The categories that were joined in the other part, with their values.
  package var joined: [Part] = []

  /// The plots of small multiples; empty for a single plot.
  package var panels: [Panel] = []
  /// How two columns of the data arrange the plots; nil when they fill rows one after the other.
  package var grid: PanelGrid?

  /// A plot of small multiples: what it is of, and its series.
  package struct Panel: Hashable, Sendable {
    package var name: String
    package var series: Range<Int>
    /// Its place where rows and columns have a meaning.
    package var cell: PanelGrid.Cell?
  }

  package struct Part: Hashable, Sendable {
    package var name: String
    package var value: ChartValue

    package init(name: String, value: ChartValue) {
      self.name = name
      self.value = value
    }
  }

  package init(categories: [String], series: [Series]) {
    self.categories = categories
    self.roles = categories.map(Role.init(naming:))
    self.series = series.map { series in
      var padded = series
      padded.values = (0..<categories.count).map {
        series.values.indices.contains($0) ? series.values[$0] : nil
      }
      return padded
    }
  }

  package func value(_ datum: Datum) -> ChartValue? {
    series[datum.series].values[datum.category]
  }

  package func interval(_ datum: Datum) -> Interval? {
    let intervals = series[datum.series].intervals
    return intervals.indices.contains(datum.category) ? intervals[datum.category] : nil
  }

  var hasIntervals: Bool { series.contains { $0.intervals.contains { $0 != nil } } }

  /// The series that are drawn as bars when the last ones are drawn as lines.
  func bars(besides lines: Int) -> ChartData {
    var copy = self
    copy.series.removeLast(min(lines, max(series.count - 1, 0)))
    return copy
  }

  /// The most decimals that any value is written with.
  package var decimals: Int {
    series.flatMap(\.values).compactMap { $0?.exact.scale }.max() ?? 0
  }

  /// The same data with categories in another order, or fewer of them.
  func picking(_ order: [Int]) -> ChartData {
    var copy = self
    copy.categories = order.map { categories[$0] }
    copy.roles = order.map { roles[$0] }
    copy.series = series.map { series in
      Series(
        name: series.name, values: order.map { series.values[$0] },
        intervals: series.intervals.isEmpty ? [] : order.map { series.intervals[$0] })
    }
    return copy
  }
}

/// The place of one value: its series and its category.
package struct Datum: Hashable, Sendable {
  package var series: Int
  package var category: Int

  package init(series: Int, category: Int) {
    self.series = series
    self.category = category
  }
}

extension ChartData.Role {
  /// What a category's name says of it.
  init(naming name: String) {
    switch name.lowercased() {
    case "其他", "其它", "其余", "other", "others": self = .other
    case "总计", "合计", "总数", "total", "sum": self = .total
    default: self = .plain
    }
  }
}
