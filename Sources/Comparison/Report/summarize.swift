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
  return edition.shownPages.flatMap { page in
    let details = page.details(figures)
    let list = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
    let line = "\(prefix)\(page.name): \(page.label)\(list)"
    // The words of a page that is new or gone as a whole are the page itself.
    guard page.change.kind == .changed || page.change.kind == .same else { return [line] }
    return [line] + page.texts.filter { $0.kind != .repaged }.map { "  " + textLine($0) }
  }
}

func oldAndNew(_ figure: FigureChange) -> String {
  let (old, new) = (figure.old.joined(separator: ", "), figure.new.joined(separator: ", "))
  if !figure.isPrinted { return new }
  if old.isEmpty { return "\(new), new" }
  if new.isEmpty { return "\(old), no longer printed" }
  return "\(old) → \(new)"
}

/// `figure gdp: 5.0% → 5.2%, pages 3 and 14, 图 2`.
private func figureLine(_ figure: FigureChange) -> String {
  (["figure \(figure.figure): \(oldAndNew(figure))"] + figureDetails(figure))
    .joined(separator: ", ")
}

func figureDetails(_ figure: FigureChange) -> [String] {
  var details: [String] = []
  if !figure.pages.isEmpty { details.append(pageList(figure.pages)) }
  details += figure.exhibits.map(\.label)
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
    ("tool", records.tools),
  ]
  return kinds.flatMap { kind, changes in
    changes.map { change in
      let detail = change.detail.map { " (\($0))" } ?? ""
      let label = change.label.map { " \($0)" } ?? ""
      return "\(kind) \(change.name)\(label): \(change.kind.rawValue)\(detail)"
    }
  }
}

/// Words as wdiff(1) marks them, with as much around them as shows where they stand.
private func textLine(_ change: TextChange) -> String {
  let text = change.runs.enumerated().map { index, run in
    switch run.kind {
    case .removed: "[-\(shortened(run.text, isFirst: false, isLast: false))-]"
    case .added: "{+\(shortened(run.text, isFirst: false, isLast: false))+}"
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
