package import Declarations
package import Diagnostics

/// One Markdown file, read: its blocks and the footnotes defined in it.
package struct Chapter: Sendable {
  package var blocks: [Block]
  /// In the order of the file.
  package var footnotes: [Footnote]

  package init(blocks: [Block] = [], footnotes: [Footnote] = []) {
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// A Markdown text that waits to be parsed.
package struct ChapterSource: Equatable, Sendable {
  /// Valid UTF-8, as `SourceMap` has it.
  package var text: [UInt8]
  package var source: SourceID
  /// Where the Markdown begins, after a byte order mark and front matter.
  package var start: Int
  /// Whether the file is a part of a report, which begins with its title.
  package var isPart: Bool
  /// What stands for `{{ name }}` in chart and table blocks.
  package var parameters = Parameters()

  package init(
    text: [UInt8], source: SourceID, start: Int = 0, isPart: Bool = true,
    parameters: Parameters = Parameters()
  ) {
    self.text = text
    self.source = source
    self.start = start
    self.isPart = isPart
    self.parameters = parameters
  }
}

/// Parses one chapter: a pure function, so that chapters can be parsed in parallel.
package func parseChapter(_ chapter: ChapterSource) -> Diagnosed<Chapter> {
  var builder = BlockBuilder(
    text: chapter.text, source: chapter.source,
    from: max(chapter.start, byteOrderMarkLength(chapter.text)), parameters: chapter.parameters)
  let blocks = builder.build()
  let titles = checkHeadings(blocks, of: chapter)
  return Diagnosed(
    Chapter(blocks: blocks, footnotes: builder.footnotes),
    listed(inOrder(builder.diagnostics + titles)))
}

func byteOrderMarkLength(_ text: [UInt8]) -> Int { text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.enumerated().sorted { left, right in
    (left.element.span.lowerBound, left.offset) < (right.element.span.lowerBound, right.offset)
  }.map(\.element)
}

/// How many findings of one file are listed.
private let maximumFindings = 1000

/// The first findings, no more of them than anyone reads.
func listed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  guard diagnostics.count > maximumFindings else { return diagnostics }
  let rest = diagnostics.count - maximumFindings
  return diagnostics[..<maximumFindings] + [
    Diagnostic(
      .tooManyFindings, "\(rest) more findings are not listed",
      at: diagnostics[maximumFindings].span)
  ]
}

private func checkHeadings(_ blocks: [Block], of chapter: ChapterSource) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if chapter.isPart, !beginsWithTitle(blocks) {
    let span =
      blocks.first?.span
      ?? SourceSpan(source: chapter.source, range: chapter.start..<chapter.start)
    diagnostics.append(
      Diagnostic(.missingTitle, "the part does not begin with its title", at: span)
        .hinting("write “# Title” before this"))
  }
  var last: Heading?
  for heading in blocks.headings {
    if let last { diagnostics += finding(heading, after: last, isPart: chapter.isPart) }
    last = heading
  }
  return diagnostics
}

private func beginsWithTitle(_ blocks: [Block]) -> Bool {
  guard case .heading(let heading)? = blocks.first else { return false }
  return heading.level == 1
}

private func finding(_ heading: Heading, after last: Heading, isPart: Bool) -> [Diagnostic] {
  if isPart && heading.level == 1 {
    return [
      Diagnostic(.secondTitle, "this is a second heading of level 1", at: heading.span)
        .hinting("sections begin with “##”")
    ]
  }
  guard heading.level > last.level + 1 else { return [] }
  return [
    Diagnostic(
      .headingJump, "a heading of level \(heading.level) follows one of level \(last.level)",
      at: heading.span)
  ]
}

extension [Block] {
  /// All headings in order, also those in divisions and quotes.
  fileprivate var headings: [Heading] {
    flatMap { block -> [Heading] in
      if case .heading(let heading) = block { return [heading] }
      return block.children.headings
    }
  }
}
