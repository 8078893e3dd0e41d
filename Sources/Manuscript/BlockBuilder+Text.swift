internal import Declarations
internal import Diagnostics

/// Headings and paragraphs, and what a paragraph may turn out to be.
extension BlockBuilder {
  /// The lines of a paragraph or heading without container marks and indent.
  func slices(of node: OutlineNode) -> [Range<Int>] {
    let first = start(of: node)..<line(node.firstLine).range.upperBound
    guard let start = lineIndex(node.firstLine), let end = lineIndex(node.lastLine), end > start
    else { return [first] }
    var slices = [first]
    for index in start + 1...end {
      let range = feed.lines[index].range
      let content = afterMarks(range, quotes: node.quotes)
      if content < range.upperBound { slices.append(content..<range.upperBound) }
    }
    return slices
  }

  /// The first offset of a line after its indent and at most that many marks of quotes.
  private func afterMarks(_ range: Range<Int>, quotes: Int) -> Int {
    var at = text.skip(range, while: \.isBlank)
    var left = quotes
    while left > 0, at < range.upperBound, text[at] == .greater {
      left -= 1
      at = text.skip(at + 1..<range.upperBound, while: \.isBlank)
    }
    return at
  }

  func passage(_ slices: ArraySlice<Range<Int>>) -> Passage {
    var passage = Passage(source: source)
    for slice in slices.dropLast() { passage.append(slice, of: text) }
    if let last = slices.last {
      passage.append(last.lowerBound..<text.trimmed(last).upperBound, of: text)
    }
    return passage
  }

  mutating func heading(_ node: OutlineNode, level: Int) -> Block {
    let slices = slices(of: node)
    let span: SourceSpan
    var passage: Passage
    if let content = atxContent(slices[0]) {
      passage = self.passage([content])
      span = SourceSpan(source: source, range: text.trimmed(slices[0]))
    } else {
      let underline = slices.dropFirst().firstIndex(where: isUnderline) ?? slices.count
      passage = self.passage(slices[..<underline])
      span = passage.wholeSpan
    }
    let attributes = takeAttributes(of: &passage)
    checkID(attributes.id, prefix: "sec-", of: "a section")
    let heading = Heading(
      level: level, content: inlines(passage), attributes: attributes, span: span)
    return .heading(heading)
  }

  /// The text of `## text ##`; nil for a heading with an underline.
  private func atxContent(_ range: Range<Int>) -> Range<Int>? {
    let marks = text.skip(range) { $0 == .hash }
    guard (1...6).contains(marks - range.lowerBound),
      marks == range.upperBound || text[marks].isBlank
    else { return nil }
    let content = text.trimmed(marks..<range.upperBound)
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1] == .hash { end -= 1 }
    let hasClosing = end == content.lowerBound || text[end - 1].isBlank
    return hasClosing ? text.trimmed(content.lowerBound..<end) : content
  }

  private func isUnderline(_ range: Range<Int>) -> Bool {
    let range = text.trimmed(range)
    guard let first = text[range].first, first == .equals || first == .dash else { return false }
    return text[range].allSatisfy { $0 == first }
  }

  /// Takes the attributes off the end of a heading or caption.
  mutating func takeAttributes(of passage: inout Passage) -> Attributes {
    let whole = 0..<passage.bytes.count
    if let found = trailingAttributes(passage, in: whole) {
      passage = passage.trimmed(0..<found.start)
      return found.attributes
    }
    let bytes = passage.bytes
    if let end = bytes.last, end == .rightBrace, !bytes.matches("}}", at: bytes.count - 2),
      let open = bytes.lastIndex(of: .leftBrace)
    {
      let span = passage.span(open..<bytes.count)
      diagnostics.append(
        Diagnostic(
          .attributeSyntax, "“\(bytes.text(open..<bytes.count))” are not attributes", at: span
        )
        .hinting("write {#id .class key=\"value\"}"))
    }
    return Attributes()
  }

  mutating func buildParagraph(_ index: Int, into siblings: inout SiblingStack) {
    let node = outline[index]
    noteCut(node)
    let slices = slices(of: node).dropFirst(definitionLines[index] ?? 0)
    guard !slices.isEmpty else { return }
    if let shape = tableShape(slices) {
      buildTable(shape, in: slices, into: &siblings)
    } else {
      buildText(passage(slices), into: &siblings)
    }
  }

  private mutating func noteCut(_ node: OutlineNode) {
    guard line(node.firstLine).isCut else { return }
    diagnostics.append(
      Diagnostic(.tooDeep, "this line opens too many lists or quotes", at: span(ofLines: node)))
  }

  mutating func buildText(_ passage: Passage, into siblings: inout SiblingStack) {
    if passage.bytes.matches(": ", at: 0) {
      return buildCaption(passage, into: &siblings)
    }
    let content = inlines(passage)
    if content.count == 1, case .image(let image) = content[0] {
      siblings.append(picture(image))
    } else if !content.isEmpty {
      siblings.append(.paragraph(Paragraph(content: content, span: passage.wholeSpan)))
    }
  }

  private mutating func picture(_ image: Image) -> Block {
    let attributes = image.attributes
    checkID(attributes.id, prefix: "fig-", of: "a picture")
    checkKeys(attributes, known: ["credit", "alt", "width", "lang", "placement"])
    return .picture(
      Picture(
        path: image.path, caption: image.content, credit: inlines(of: attributes["credit"]),
        alternative: attributes["alt"], width: attributes["width"], attributes: attributes,
        span: image.span))
  }

  /// Link definitions count in the whole chapter, before and after their place.
  mutating func collectDefinitions() {
    for index in outline.indices where outline[index].kind == .paragraph {
      let start = start(of: outline[index])
      guard start < text.count, text[start] == .leftBracket, !text.matches("[^", at: start) else {
        continue
      }
      let passage = passage(slices(of: outline[index])[...])
      var at = 0
      while let definition = LinkDefinition(passage.bytes, at: at) {
        if context.definitions[definition.label] == nil {
          context.definitions[definition.label] = definition
        }
        at = definition.end
      }
      if at > 0 {
        definitionLines[index] =
          at >= passage.bytes.count ? Int.max : passage.bytes[..<at].count { $0 == .newline }
      }
    }
  }
}
