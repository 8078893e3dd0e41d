internal import Declarations
internal import Diagnostics

/// Code blocks, and the charts and tables that are written as such.
extension BlockBuilder {
  mutating func code(_ node: OutlineNode, isFenced: Bool, lengths: [Int]) -> Block {
    let info = isFenced ? infoString(of: node) : 0..<0
    let word = info.lowerBound..<text.skip(info) { !$0.isBlank && $0 != .leftBrace }
    let language = text.text(word)
    let content = contentLines(of: node, isFenced: isFenced, lengths: lengths)
    let span = codeSpan(of: node, isFenced: isFenced, content: content)
    if isFenced, language == "chart" || language == "table" {
      return dataBlock(language, content, span: span, fence: self.span(ofLines: node))
    }
    noteMisspelling(language, at: SourceSpan(source: source, range: word))
    let lines = content.map { text.text($0) + "\n" }
    let code = CodeBlock(
      language: language.isEmpty ? nil : language, text: lines.joined(), span: span)
    return .code(code)
  }

  private func infoString(of node: OutlineNode) -> Range<Int> {
    let start = start(of: node)
    let end = line(node.firstLine).range.upperBound
    guard start < end else { return end..<end }
    return text.trimmed(text.skip(start..<end) { $0 == text[start] }..<end)
  }

  /// The lines of the content without container marks and indent: the ends of the source's lines.
  private func contentLines(
    of node: OutlineNode, isFenced: Bool, lengths: [Int]
  ) -> [Range<Int>] {
    let first = node.firstLine + (isFenced ? 1 : 0)
    var lines: [Range<Int>] = []
    var expected = lineIndex(first) ?? 0
    for (offset, length) in lengths.enumerated() {
      guard first + offset <= feed.sourceLines.count, let index = lineIndex(first + offset) else {
        break
      }
      // Blank lines that were not fed are content all the same.
      for skipped in expected..<max(index, expected) {
        let end = feed.lines[skipped].range.upperBound
        lines.append(end..<end)
      }
      let line = feed.lines[index]
      let marks = min(max(line.fedLength - length, 0), line.range.count)
      lines.append(line.range.lowerBound + marks..<line.range.upperBound)
      expected = index + 1
    }
    guard isFenced, !lines.isEmpty else { return lines }
    for line in feed.lines[expected...].prefix(while: { !$0.isFed }) {
      lines.append(line.range.upperBound..<line.range.upperBound)
    }
    return lines
  }

  private func codeSpan(
    of node: OutlineNode, isFenced: Bool, content: [Range<Int>]
  ) -> SourceSpan {
    let start = start(of: node)
    let lastContent = content.last?.upperBound ?? line(node.firstLine).range.upperBound
    guard isFenced, let next = feed.lines.lineIndex(after: lastContent) else {
      return SourceSpan(source: source, range: start..<max(start, lastContent))
    }
    let isClosed = text[feed.lines[next].range].contains { $0 == .backtick || $0 == .tilde }
    let end = isClosed ? feed.lines[next].range.upperBound : lastContent
    return SourceSpan(source: source, range: start..<max(start, end))
  }

  /// A block that is nearly a chart would be printed as code.
  private mutating func noteMisspelling(_ language: String, at span: SourceSpan) {
    guard (4...7).contains(language.utf8.count),
      let hint = suggestion(for: language, among: ["chart", "table"])
    else { return }
    diagnostics.append(
      Diagnostic(
        .misspeltBlock, "“\(language)” is printed as code", severity: .warning, at: span,
        hints: [hint]))
  }

  private mutating func dataBlock(
    _ kind: String, _ lines: [Range<Int>], span: SourceSpan, fence: SourceSpan
  ) -> Block {
    let yaml = contiguousText(lines)
    let end = line(afterFence: fence)
    let base = lines.first.map { lineStart(of: $0.lowerBound) } ?? end
    let parsed = parseYAML(yaml, source: source, base: base)
    diagnostics += parsed.diagnostics
    let value = parsed.value.replacing(parameters)
    let id = value.id
    if let id {
      checkID(id, prefix: kind == "chart" ? "fig-" : "tbl-", of: "a \(kind)")
    } else if parsed.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(.missingID, "this \(kind) has no id", at: fence)
          .hinting("add “id: \(kind == "chart" ? "fig" : "tbl")-…”"))
    }
    let text = SourceSpan(source: source, range: base..<base + yaml.count)
    let block = DataBlock(id: id, value: value, text: text, span: span)
    return kind == "chart" ? .chart(block) : .dataTable(block)
  }

  private func line(afterFence fence: SourceSpan) -> Int {
    min(Int(fence.upperBound) + 1, text.count)
  }

  private func lineStart(of offset: Int) -> Int {
    let index = max(feed.lines.partitioningIndex { $0.range.lowerBound > offset } - 1, 0)
    return feed.lines.isEmpty ? offset : feed.lines[index].range.lowerBound
  }

  /// The lines as they stand in the source, container marks blanked, so that offsets agree.
  private func contiguousText(_ lines: [Range<Int>]) -> [UInt8] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let base = lineStart(of: first.lowerBound)
    var bytes = Array(text[base..<last.upperBound])
    for line in lines {
      for at in lineStart(of: line.lowerBound)..<line.lowerBound { bytes[at - base] = .space }
    }
    return bytes
  }
}

extension [BlockFeed.Line] {
  /// The index of the line that begins after an offset.
  fileprivate func lineIndex(after offset: Int) -> Int? {
    let index = partitioningIndex { $0.range.lowerBound > offset }
    return index < count ? index : nil
  }
}

extension YAMLValue {
  /// The scalar under the key `id` of a mapping.
  fileprivate var id: Spanned<String>? {
    guard case .mapping(let pairs) = content,
      let value = pairs.first(where: { $0.key.name == "id" })?.value,
      case .scalar(let text, _) = value.content, !text.isEmpty
    else { return nil }
    return Spanned(text, at: value.span)
  }
}
