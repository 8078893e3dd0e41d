internal import Diagnostics
internal import Geometry

extension Mark {
  /// The mark with its datum counted from another first series.
  func belonging(toSeriesFrom first: Int) -> Mark {
    func moved(_ datum: Datum?) -> Datum? {
      datum.map { Datum(series: $0.series + first, category: $0.category) }
    }
    switch self {
    case .bar(var mark):
      mark.datum = moved(mark.datum)
      return .bar(mark)
    case .point(var mark):
      mark.datum = moved(mark.datum)
      return .point(mark)
    case .text(var mark):
      mark.datum = moved(mark.datum)
      return .text(mark)
    case .line(var mark):
      mark.series += first
      return .line(mark)
    case .area, .arc, .rule: return self
    }
  }
}
