internal import Declarations
internal import Diagnostics

/// Divisions between fences, and what else cmark takes for HTML.
extension BlockBuilder {
  mutating func buildHTML(
    _ node: OutlineNode, lineCount: Int, into siblings: inout SiblingStack
  ) {
    let line = line(node.firstLine)
    if case .fence(let rest) = line.role {
      return buildFence(rest, at: start(of: node), into: &siblings)
    }
    guard let first = lineIndex(node.firstLine),
      let last = lineIndex(node.firstLine + max(lineCount, 1) - 1)
    else { return }
    var lines = [start(of: node)..<line.range.upperBound]
    lines += feed.lines[first + 1..<max(first, last) + 1].map(\.range)
    buildComments(passage(lines[...]), into: &siblings)
  }

  /// A comment is nothing, but the rest of its last line is text; any other HTML is a finding.
  private mutating func buildComments(_ passage: Passage, into siblings: inout SiblingStack) {
    let bytes = passage.bytes
    guard bytes.matches("<!--", at: 0) else {
      let end = bytes.firstIndex(of: .newline) ?? bytes.count
      diagnostics.append(
        Diagnostic(.rawHTML, "HTML has no meaning here", at: passage.span(0..<end)))
      return
    }
    guard let end = bytes.firstOffset(of: "-->", in: 4..<bytes.count) else {
      diagnostics.append(
        Diagnostic(.rawHTML, "this comment is not closed by “-->”", at: passage.span(0..<4)))
      return
    }
    let rest = passage.trimmed(end + 3..<bytes.count)
    if !rest.bytes.isEmpty { buildText(rest, into: &siblings) }
  }

  /// Opens or closes a division: `rest` follows the colons, the first of which is at `start`.
  private mutating func buildFence(
    _ rest: Range<Int>, at start: Int, into siblings: inout SiblingStack
  ) {
    var content = text.trimmed(rest)
    while let last = text[content].last, last == .colon { content.removeLastByte() }
    content = text.trimmed(content)
    let fence = SourceSpan(source: source, range: start..<max(start, text.trimmed(rest).upperBound))
    if content.isEmpty {
      closeDivision(fence, &siblings)
    } else if siblings.depth >= BlockBuilder.maximumDepth {
      siblings.ignoredFences += 1
      diagnostics.append(Diagnostic(.tooDeep, "divisions are nested too deep", at: fence))
    } else {
      let attributes = divisionAttributes(content, fence)
      siblings.divisions.append(SiblingStack.OpenDivision(attributes: attributes, fence: fence))
    }
  }

  /// `{…}`, or one bare word that is a class.
  private mutating func divisionAttributes(_ range: Range<Int>, _ fence: SourceSpan) -> Attributes {
    var passage = Passage(source: source)
    passage.append(range, of: text)
    let bytes = passage.bytes
    if bytes[0] == .leftBrace {
      if let parsed = parseAttributes(passage, at: 0, end: bytes.count), parsed.end == bytes.count {
        return parsed.attributes
      }
    } else if !bytes.contains(where: { $0.isWhitespace || $0 == .leftBrace }) {
      var attributes = Attributes()
      attributes.classes = [passage.spanned(0..<bytes.count)]
      attributes.span = passage.wholeSpan
      return attributes
    }
    diagnostics.append(
      Diagnostic(
        .attributeSyntax, "“\(bytes.text(0..<bytes.count))” are not attributes",
        at: passage.wholeSpan
      ).hinting("write ::: {.class #id key=\"value\"}"))
    return Attributes()
  }

  private mutating func closeDivision(_ fence: SourceSpan, _ siblings: inout SiblingStack) {
    if siblings.ignoredFences > 0 {
      siblings.ignoredFences -= 1
    } else if let open = siblings.divisions.popLast() {
      siblings.append(division(open, end: fence))
    } else {
      diagnostics.append(Diagnostic(.strayFence, "no division is open here", at: fence))
    }
  }

  private mutating func division(_ open: SiblingStack.OpenDivision, end: SourceSpan) -> Block {
    let attributes = open.attributes
    let isCase = attributes.hasClass("case")
    checkID(attributes.id, prefix: isCase ? "case-" : "", of: "a boxed case")
    return .division(
      Division(
        title: inlines(of: attributes["title"]), source: inlines(of: attributes["source"]),
        attributes: attributes, blocks: open.blocks, span: open.fence.joined(with: end)))
  }

  /// Closes what is still open at the end of a container.
  mutating func finish(_ siblings: SiblingStack) -> [Block] {
    var siblings = siblings
    while let open = siblings.divisions.popLast() {
      diagnostics.append(
        Diagnostic(.unclosedDivision, "this division is not closed by “:::”", at: open.fence))
      let end = open.blocks.last?.span ?? open.fence
      siblings.append(division(open, end: end))
    }
    return siblings.blocks
  }
}

extension Range<Int> {
  fileprivate mutating func removeLastByte() { self = lowerBound..<upperBound - 1 }
}
