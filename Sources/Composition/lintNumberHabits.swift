internal import Diagnostics
internal import Typography

/// Remarks on numbers that are grouped or signed in another way than most of the document's (E5.2,
/// E5.6).
func lintNumberHabits(_ jobs: [SettingJob], _ styles: StyleTable) -> [Diagnostic] {
  let habits = NumberHabits()
  let found = jobs.flatMap(\.texts).flatMap { text in
    habits.found(in: text, styles: styles).map { ($0, text.span(of: $0.range)) }
  }
  return ["E5.2", "E5.6"].flatMap { rule in
    remarks(on: found.filter { $0.0.form.rule == rule }, rule)
  }
}

private func remarks(
  on found: [(habit: NumberHabit, span: SourceSpan)], _ rule: String
) -> [Diagnostic] {
  var counts: [(form: NumberHabit.Form, count: Int)] = []
  for (habit, _) in found {
    if let index = counts.firstIndex(where: { $0.form == habit.form }) {
      counts[index].count += 1
    } else {
      counts.append((habit.form, 1))
    }
  }
  // Of equally many the first in the document is the rule.
  let most = counts.map(\.count).max()
  guard counts.count > 1, let usual = counts.first(where: { $0.count == most }) else { return [] }
  var seen: Set<SourceSpan> = []
  return found.filter { $0.habit.form != usual.form && seen.insert($0.span).inserted }.map {
    Diagnostic(
      .textRemark,
      "\(rule): “\($0.habit.text)” is \($0.habit.form.rawValue), "
        + "most numbers of the document are \(usual.form.rawValue)",
      severity: .warning, at: $0.span, hints: ["write all numbers of a document in one way"])
  }
}
