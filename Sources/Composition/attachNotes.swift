internal import Stylesheet
internal import Typography

extension Flow {
  /// Puts the notes that an opener marks on the page of the flow's first item.
  mutating func attachNotes(of opener: [FixedText], _ text: ComposedText) {
    let fixed = opener.flatMap { text.notesMarked(in: $0.job) }
      .flatMap { text.innerNotes.closure(of: $0) }
    guard !fixed.isEmpty else { return }
    if items.isEmpty { items.append(FlowItem(content: .space, height: 0)) }
    let start = noteMarks.count
    noteMarks += fixed + noteMarks[items[0].notes]
    items[0].notes = start..<noteMarks.count
  }
}

extension [[Int]] {
  /// A note with all notes that its text marks in turn.
  func closure(of note: Int) -> [Int] {
    var found = [note]
    var next = 0
    while next < found.count {
      found += self[found[next]].filter { !found.contains($0) }
      next += 1
    }
    return found
  }
}

extension ComposedText {
  /// The notes whose marks stand in a text, in order.
  fileprivate func notesMarked(in job: Int) -> [Int] {
    let set = results[job].text
    return set.lines.flatMap { set.paragraph.attachments(of: $0) }.compactMap {
      if case .note(let note) = attachments[$0] { note } else { nil }
    }
  }
}
