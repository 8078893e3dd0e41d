/// Compares figures by their ids: what each is printed as, where, and what it comes from.
///
/// - Parameter changedFiles: inputs that differ, by their paths in the report.
func compareFigures(
  _ old: [OutputRecord.Number], _ new: [OutputRecord.Number], changedFiles: Set<String>
) -> [FigureChange] {
  let (before, after) = (PrintedFigures(old), PrintedFigures(new))
  let gone = before.ids.filter { after.numbers[$0] == nil }
  return (after.ids + gone).compactMap { id in
    let (was, now) = (before.numbers[id] ?? [], after.numbers[id] ?? [])
    var change = FigureChange(figure: id, was: was, now: now, changedFiles: changedFiles)
    let isSame = Set(was.map(\.value)) == Set(now.map(\.value))
    if !change.isPrinted && isSame && change.origins.isEmpty { return nil }
    if !change.isPrinted && !isSame {
      change.origins.append(
        "value \(PrintedFigures.values(was)) → \(PrintedFigures.values(now)), printed the same")
    }
    return change
  }
}

/// Printed numbers by figure, in the order of first printing.
private struct PrintedFigures {
  var ids: [String] = []
  var numbers: [String: [OutputRecord.Number]] = [:]

  init(_ all: [OutputRecord.Number]) {
    for number in all {
      if numbers[number.figure] == nil { ids.append(number.figure) }
      numbers[number.figure, default: []].append(number)
    }
  }

  static func values(_ numbers: [OutputRecord.Number]) -> String {
    numbers.compactMap(\.value).map { "\($0)" }.uniqued().joined(separator: ", ")
  }
}

extension FigureChange {
  fileprivate init(
    figure: String, was: [OutputRecord.Number], now: [OutputRecord.Number],
    changedFiles: Set<String>
  ) {
    self.figure = figure
    let (before, after) = (was.map(\.text).uniqued(), now.map(\.text).uniqued())
    // A form that both have tells nothing when others changed.
    let (gone, come) = (
      before.filter { !after.contains($0) }, after.filter { !before.contains($0) }
    )
    let texts = gone.isEmpty == come.isEmpty ? (gone, come) : (before, after)
    (old, new) = texts
    let shown = now.isEmpty ? was : now.filter { texts.1.contains($0.text) }
    let places = shown.isEmpty ? now : shown
    pages = places.flatMap(\.allPages).uniqued().sorted()
    exhibits = places.flatMap { [$0.chart, $0.table].compactMap { $0 } }.uniqued()
    self.places = places.compactMap { number in
      number.file.map { file in number.line.map { "\(file):\($0)" } ?? file }
    }.uniqued()
    sources = now.flatMap { $0.files ?? [] }.uniqued().filter { file in
      changedFiles.contains { $0 == file || $0.hasSuffix("/" + file) }
    }
    let (from, to) = (was.first?.origin, now.first?.origin)
    origins = from != to && from != nil && to != nil ? ["\(from ?? "") → \(to ?? "")"] : []
  }
}

extension OutputRecord.Number {
  fileprivate var allPages: [Int] {
    (page.map { [$0] } ?? []) + (pages ?? []) + (places ?? []).compactMap(\.page)
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, at its first place.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
