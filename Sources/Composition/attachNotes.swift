internal import Stylesheet
internal import Typography

extension Flow {
  /// Lets items carry what their own lines do not show: notes that are marked in an opener, which
  /// stands on the page of the first item, and notes that are marked in notes.
  mutating func attachNotes(of opener: [(block: FixedBlock, job: Int)], _ text: ComposedText) {
    let fixed = opener.flatMap { text.notesMarked(in: $0.job) }
    if !fixed.isEmpty {
      if items.isEmpty { items.append(FlowItem(content: .space, height: 0)) }
      items[0].notes = append(fixed + noteMarks[items[0].notes])
    }
    guard text.innerNotes.contains(where: { !$0.isEmpty }) else { return }
    for index in items.indices { items[index].notes = closing(items[index].notes, text) }
    for index in floats.indices { floats[index].notes = closing(floats[index].notes, text) }
  }

  /// Notes with all that their texts mark in turn.
  private mutating func closing(_ range: Range<Int>, _ text: ComposedText) -> Range<Int> {
    var found = Array(noteMarks[range])
    var next = 0
    while next < found.count {
      found += text.innerNotes[found[next]]
      next += 1
    }
    return found.count == range.count ? range : append(found)
  }

  private mutating func append(_ notes: [Int]) -> Range<Int> {
    let start = noteMarks.count
    noteMarks += notes
    return start..<noteMarks.count
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
