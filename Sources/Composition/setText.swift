internal import Parallelism
internal import Typography

/// Shapes and breaks all jobs, in parallel; results stand at the index of their job, so that the
/// number of tasks changes nothing.
func setText(_ jobs: [SettingJob], styles: StyleTable, tasks: Int) async -> [SettingResult] {
  let chunks = await inParallel(divide(jobs, into: tasks * 4), tasks: tasks) { chunk in
    set(jobs[chunk], styles)
  }
  return Array(chunks.joined())
}

/// Consecutive ranges of jobs with about the same amount of text.
private func divide(_ jobs: [SettingJob], into count: Int) -> [Range<Int>] {
  let sizes = jobs.map(\.size)
  let share = sizes.reduce(0, +) / max(count, 1) + 1
  var ranges: [Range<Int>] = []
  var start = 0
  var size = 0
  for index in jobs.indices {
    size += sizes[index]
    if size >= share {
      ranges.append(start..<index + 1)
      start = index + 1
      size = 0
    }
  }
  if start < jobs.count { ranges.append(start..<jobs.count) }
  return ranges
}

extension SettingJob {
  fileprivate var size: Int {
    switch self {
    case .text(let text, _): text.text.count + 8
    case .table(let table):
      table.rows.reduce(8) { $0 + $1.cells.reduce(0) { $0 + $1.text.text.count + 8 } }
    }
  }
}

private func set(_ jobs: ArraySlice<SettingJob>, _ styles: StyleTable) -> [SettingResult] {
  guard var workspace = Workspace() else { return jobs.map { _ in .text(.empty) } }
  var results: [SettingResult] = []
  results.reserveCapacity(jobs.count)
  for job in jobs {
    switch job {
    case .text(let text, let settings):
      let paragraph = buildParagraph(text, styles: styles, workspace: &workspace)
      results.append(.text(set(paragraph, settings)))
    case .table(let table):
      results.append(.table(setTable(table, styles: styles, workspace: &workspace)))
    }
  }
  return results
}

/// Only justified text of some length has variants: elsewhere every line end shows.
private func set(_ paragraph: Typography.Paragraph, _ settings: LineSettings) -> SetText {
  guard settings.alignment == .justify else {
    return SetText(
      paragraph: paragraph, lines: breakLines(paragraph, settings), settings: settings)
  }
  let broken = breakLinesWithVariants(paragraph, settings)
  return SetText(
    paragraph: paragraph, lines: broken.lines, settings: settings, shorter: broken.shorter,
    longer: broken.longer)
}
