/// A page as it is told of: with the texts that begin on it and differ.
struct ShownPage {
  let change: PageChange
  let texts: [TextChange]
  /// Its place in `EditionComparison.pages`.
  let index: Int
  /// See `EditionComparison`.
  let comparesText: Bool

  /// How it differs, in one word.
  ///
  /// A page whose words only came from another one is told from one
  /// with other words.
  var label: String {
    switch change.kind {
    case .same: "text"
    case .changed where comparesText && change.isReflowed(texts): "reflowed"
    default: change.kind.rawValue
    }
  }

  /// `page 12`, `page 12, before page 11`.
  var name: String {
    guard let new = change.new else { return "old page \((change.old ?? 0) + 1)" }
    guard let old = change.old, old != new else { return "page \(new + 1)" }
    return "page \(new + 1), before page \(old + 1)"
  }

  /// What of it has changed, in a few words each.
  func details(_ figures: [FigureChange]) -> [String] {
    guard change.kind == .changed || change.kind == .same else { return [] }
    let repaged = texts.count { $0.kind == .repaged }
    let moved = texts.count { $0.kind == .moved }
    var details: [String] = []
    if texts.count > repaged + moved {
      details.append(counted(texts.count - repaged - moved, "paragraph"))
    }
    if moved > 0 { details.append("\(moved) moved") }
    if repaged > 0 { details.append(counted(repaged, "page number")) }
    details += figures.filter { figure in
      figure.isPrinted && figure.pages.contains { $0 - 1 == change.new }
    }.map { "figure \($0.figure) \(oldAndNew($0))" }
    if change.hasOtherSize { details.append("another size") }
    if texts.isEmpty, !change.hasOtherWords, let share = change.difference?.share, share > 0 {
      details.append("\(percent(share)) of the picture")
    }
    return details
  }
}

extension PageChange {
  fileprivate func isReflowed(_ texts: [TextChange]) -> Bool {
    hasOtherWords && !hasOtherSize && texts.isEmpty
  }
}

extension EditionComparison {
  /// The pages that differ, and those on which a text begins that does.
  var shownPages: [ShownPage] {
    let (gone, others) = (texts.filter { $0.newPage == nil }, texts.filter { $0.newPage != nil })
    let byOld = Dictionary(grouping: gone, by: \.oldPage)
    let byNew = Dictionary(grouping: others, by: \.newPage)
    return pages.enumerated().compactMap { index, page in
      let own =
        (page.old == nil ? [] : byOld[page.old] ?? [])
        + (page.new == nil ? [] : byNew[page.new] ?? [])
      let isQuiet = page.kind == .same && own.allSatisfy { $0.kind == .repaged }
      return isQuiet
        ? nil : ShownPage(change: page, texts: own, index: index, comparesText: comparesText)
    }
  }
}

func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `0.02 %`, never `0 %` for what is more than nothing.
func percent(_ share: Double) -> String {
  let hundredths = max(1, Int((share * 10_000).rounded()))
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
}
