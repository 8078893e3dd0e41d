/// Compares figures by their ids: what each is printed as, where, and what it comes from.
///
/// Sources are told that are among the changed files, inputs by their paths in the report.
func compareFigures(
  _ old: OutputRecord, _ new: OutputRecord, changedFiles: Set<String>
) -> [FigureChange] {
  let (before, after) = (PrintedFigures(old.numbers ?? []), PrintedFigures(new.numbers ?? []))
  let gone = before.ids.filter { after.numbers[$0] == nil }
  return (after.ids + gone).compactMap { id in
    let (was, now) = (before.numbers[id] ?? [], after.numbers[id] ?? [])
    var change = FigureChange(
      figure: id, was: was, now: now, labels: (now.isEmpty ? old : new).exhibits ?? [:],
      changedFiles: changedFiles)
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
  var numbers: [String: [NumberRecord]] = [:]

  init(_ all: [NumberRecord]) {
    for number in all {
      if numbers[number.name] == nil { ids.append(number.name) }
      numbers[number.name, default: []].append(number)
    }
  }

  static func values(_ numbers: [NumberRecord]) -> String {
    numbers.compactMap(\.value).map { "\($0)" }.uniqued().joined(separator: ", ")
  }
}

extension FigureChange {
  fileprivate init(
    figure: String, was: [NumberRecord], now: [NumberRecord], labels: [String: String],
    changedFiles: Set<String>
  ) {
    self.figure = figure
    (old, new) = told(was.map(\.text).uniqued(), now.map(\.text).uniqued())
    let texts = Set(new)
    let shown = now.isEmpty ? was : now.filter { texts.contains($0.text) }
    let places = shown.isEmpty ? now : shown
    pages = places.flatMap(\.pages).uniqued().sorted()
    exhibits = places.compactMap(\.block).uniqued().map { Exhibit($0, labels: labels) }
    self.places = places.compactMap(\.place).uniqued()
    sources = now.flatMap(\.files).uniqued().filter { file in
      changedFiles.contains { $0 == file || $0.hasSuffix("/" + file) }
    }
    let (from, to) = (was.first?.origin, now.first?.origin)
    origins = from != to && from != nil && to != nil ? ["\(from ?? "") → \(to ?? "")"] : []
  }
}

/// What of the old and the new texts is told; equal when a reader sees the same.
private func told(_ before: [String], _ after: [String]) -> ([String], [String]) {
  let (gone, come) = (
    before.filter { !after.contains($0) }, after.filter { !before.contains($0) }
  )
  switch (gone.isEmpty, come.isEmpty) {
  // In another order they are printed the same.
  case (true, true): return (after, after)
  // A form that both have tells nothing when others changed.
  case (false, false): return (gone, come)
  default: return (before, after)
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, at its first place.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
