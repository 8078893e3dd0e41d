internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

/// Citations by number (GB/T 7714—2015, 10.1).
extension Collector {
  /// `[@a; @b, 12]`: raised numbers, which are marks like those of notes.
  mutating func collect(
    _ citation: Citation, into text: inout StyledText, style: TextStyle, node: StructureNodeID
  ) {
    let name = sheet.inlines["citation"] == nil ? "note-mark" : "citation"
    let index = styles.index(of: inline(name, style))
    let reference = structure.add(.reference, in: node, span: citation.span)
    for mark in marks(of: citation) {
      append(
        mark.text, number: mark.number, style: index, node: reference, span: citation.span,
        options: [.noteMark], to: &text)
    }
  }

  /// `@key`: the number in the line, behind the word that names it unless the text has said it.
  mutating func collect(
    number: Int, _ reference: CrossReference, into text: inout StyledText, style: TextStyle,
    node: StructureNodeID
  ) {
    let word = sheet.words(in: style.language).reference
    let isSaid = text.ends(with: word)
    let outer = structure.add(.reference, in: node, span: reference.span)
    append(
      (isSaid ? "" : word) + "[\(number)]", number: number,
      style: styles.index(of: inline("reference", style)), node: outer, span: reference.span,
      options: isSaid ? [.unbreakable, .attached] : [.unbreakable], to: &text)
  }

  /// A number that is a link to its entry.
  private mutating func append(
    _ shown: String, number: Int, style: Int, node: StructureNodeID, span: SourceSpan,
    options: StyledText.RunOptions, to text: inout StyledText
  ) {
    let entry = input.report.references[number - 1]
    let link = structure.add(.link, in: node, span: span)
    attachments.append(
      .link(.destination(entry.id.value), node: link, contents: entry[.title] ?? shown))
    text.append(
      shown, style: style, node: link, span: span, options: options,
      attachment: attachments.count - 1)
  }

  private struct CitationMark {
    var text: String
    var number: Int
  }

  /// `[1-3,5]`; numbers with pages have brackets of their own: `[1]12[3]`.
  private func marks(of citation: Citation) -> [CitationMark] {
    let items = citation.items.compactMap { item in
      numbering.citations[item.key.value].map { (number: $0, pages: item.pages) }
    }.sorted { ($0.number, $0.pages ?? "") < ($1.number, $1.pages ?? "") }
    var marks: [CitationMark] = []
    var open: [Int] = []
    for item in items {
      if let pages = item.pages {
        marks +=
          bracketed(open) + [CitationMark(text: "[\(item.number)]" + pages, number: item.number)]
        open = []
      } else if open.last != item.number {
        open.append(item.number)
      }
    }
    return marks + bracketed(open)
  }

  /// Numbers in one pair of brackets, those in a row as a range (10.1.2: `[255-256]`).
  private func bracketed(_ numbers: [Int]) -> [CitationMark] {
    var marks: [CitationMark] = []
    for (index, number) in numbers.enumerated() {
      let follows = index > 0 && number == numbers[index - 1] + 1
      if follows, index + 1 < numbers.count, numbers[index + 1] == number + 1 { continue }
      marks.append(
        CitationMark(
          text: (marks.isEmpty ? "[" : follows ? "-" : ",") + "\(number)", number: number))
    }
    if !marks.isEmpty { marks[marks.count - 1].text += "]" }
    return marks
  }
}

extension StyledText {
  /// Whether the text ends with a word, whatever spaces stand around it and letters are large.
  fileprivate func ends(with word: String) -> Bool {
    let word = word.filter { !$0.isWhitespace }.lowercased()
    let tail = String(decoding: text.suffix(word.utf16.count + 4), as: UTF16.self)
    return !word.isEmpty && tail.filter { !$0.isWhitespace }.lowercased().hasSuffix(word)
  }
}
