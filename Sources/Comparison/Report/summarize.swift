/// The comparison as lines for people; empty when nothing differs.
package func summarize(_ comparison: OutputComparison) -> String {
  var lines: [String] = []
  for edition in comparison.editions {
    lines += pageLines(edition, comparison.records.figures, isNamed: comparison.editions.count > 1)
  }
  lines += comparison.records.figures.map(figureLine)
  lines += recordLines(comparison.records)
  return lines.map { $0 + "\n" }.joined()
}

/// `page 12: changed (2 paragraphs, figure gdp 5.0% → 5.2%)`, then the words that changed.
private func pageLines(
  _ edition: EditionComparison, _ figures: [FigureChange], isNamed: Bool
) -> [String] {
  let prefix = isNamed && !edition.name.isEmpty ? "\(edition.name) " : ""
  var texts = Dictionary(grouping: edition.texts) { $0.newPage.map { $0 * 2 } ?? -1 }
  let removed = Dictionary(grouping: edition.texts.filter { $0.newPage == nil }) { $0.oldPage ?? 0 }
  texts[-1] = nil
  var lines: [String] = []
  for page in edition.pages {
    let own = (page.old.flatMap { removed[$0] } ?? []) + (page.new.flatMap { texts[$0 * 2] } ?? [])
    if page.kind == .same, own.isEmpty { continue }
    lines.append(prefix + pageLine(page, own, figures))
    // The words of a page that is new or gone as a whole are the page itself.
    if page.kind == .changed || page.kind == .same { lines += own.map { "  " + textLine($0) } }
  }
  return lines
}

private func pageLine(
  _ page: PageChange, _ texts: [TextChange], _ figures: [FigureChange]
) -> String {
  let details = pageDetails(page, texts, figures)
  let list = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
  return "\(pageName(page)): \(page.kind == .same ? "changed" : page.kind.rawValue)\(list)"
}

/// `page 12`, `page 12, before page 11`.
func pageName(_ page: PageChange) -> String {
  guard let new = page.new else { return "old page \((page.old ?? 0) + 1)" }
  guard let old = page.old, old != new else { return "page \(new + 1)" }
  return "page \(new + 1), before page \(old + 1)"
}

/// What of a page has changed, in a few words each.
func pageDetails(
  _ page: PageChange, _ texts: [TextChange], _ figures: [FigureChange]
) -> [String] {
  guard page.kind == .changed || page.kind == .same else { return [] }
  var details: [String] = []
  if !texts.isEmpty {
    details.append("\(texts.count) paragraph\(texts.count == 1 ? "" : "s")")
  }
  if let new = page.new {
    details += figures.filter { $0.isPrinted && $0.pages.contains(new + 1) }
      .map { "figure \($0.figure) \(oldAndNew($0))" }
  }
  if texts.isEmpty, let share = page.difference?.share, share > 0 {
    details.append("\(percent(share)) of the picture")
  }
  return details
}

/// `0.02 %`, never `0 %` for what is more than nothing.
func percent(_ share: Double) -> String {
  let hundredths = max(1, Int((share * 10_000).rounded()))
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
}

func oldAndNew(_ figure: FigureChange) -> String {
  let (old, new) = (figure.old.joined(separator: ", "), figure.new.joined(separator: ", "))
  if !figure.isPrinted { return new }
  if old.isEmpty { return "\(new), new" }
  if new.isEmpty { return "\(old), no longer printed" }
  return "\(old) → \(new)"
}

/// `figure gdp: 5.0% → 5.2%, pages 3 and 14, fig-growth`.
private func figureLine(_ figure: FigureChange) -> String {
  (["figure \(figure.figure): \(oldAndNew(figure))"] + figureDetails(figure))
    .joined(separator: ", ")
}

func figureDetails(_ figure: FigureChange) -> [String] {
  var details: [String] = []
  if !figure.pages.isEmpty { details.append(pageList(figure.pages)) }
  details += figure.exhibits
  if figure.pages.isEmpty { details += figure.places }
  details += figure.origins
  if !figure.sources.isEmpty {
    details.append("source changed: \(figure.sources.joined(separator: ", "))")
  }
  return details
}

/// `page 3`, `pages 3 and 14`, `pages 3, 5 and 14`.
private func pageList(_ pages: [Int]) -> String {
  let texts = pages.map(String.init)
  guard let last = texts.last, texts.count > 1 else { return "page \(texts.joined())" }
  return "pages \(texts.dropLast().joined(separator: ", ")) and \(last)"
}

func recordLines(_ records: RecordComparison) -> [String] {
  let kinds = [
    ("chart", records.charts), ("output", records.outputs.filter { $0.kind != .changed }),
    ("input", records.inputs), ("face", records.faces),
  ]
  return kinds.flatMap { kind, changes in
    changes.map { change in
      let detail = change.detail.map { " (\($0))" } ?? ""
      return "\(kind) \(change.name): \(change.kind.rawValue)\(detail)"
    }
  }
}

/// Words as wdiff(1) marks them, with as much around them as shows where they stand.
private func textLine(_ change: TextChange) -> String {
  let text = change.runs.enumerated().map { index, run in
    switch run.kind {
    case .removed: "[-\(run.text)-]"
    case .added: "{+\(run.text)+}"
    case .kept:
      shortened(run.text, isFirst: index == 0, isLast: index == change.runs.count - 1)
    }
  }.joined()
  let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return change.kind == .moved ? "moved: \(oneLine)" : oneLine
}

private func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
  let most = 24
  guard text.count > most * 2 else { return text }
  if isFirst && isLast { return text.prefix(most * 2) + "…" }
  if isFirst { return "…" + text.suffix(most) }
  return isLast ? text.prefix(most) + "…" : text.prefix(most) + "…" + text.suffix(most)
}
