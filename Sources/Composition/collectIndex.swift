package import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let emptyTerm = DiagnosticCode(
    "composition.empty-term", "A mark for the index names no term: neither text nor `key=`.")
  package static let unknownTerm = DiagnosticCode(
    "composition.unknown-term",
    "The index sends its reader with `see=` or `see-also=` to a term that it does not hold.")
}

/// A mark for the index: `[贸易]{.index}`, `[]{.index key="贸易!数字贸易"}`.
struct IndexTerm: Sendable {
  /// The term and those that it stands under, the outermost first.
  var path: [String]
  /// What each is sorted as, where the mark says so.
  var sort: [String]
  /// Name of the marked place; nil where the mark only sends to another term.
  var destination: String?
  var see: String?
  var seeAlso: String?
  var span: SourceSpan
}

extension Collector {
  /// Notes a term with the place that the text appended next will have.
  mutating func collectTerm(
    _ span: BracketedSpan, into text: inout StyledText, _ language: String
  ) {
    let written = span.attributes["key"]?.value ?? span.content.plainText
    let path = levels(written)
    guard !path.isEmpty else {
      diagnostics.append(
        Diagnostic(.emptyTerm, "this mark names no term of the index", at: span.span)
          .hinting("write [term]{.index} or []{.index key=\"term\"}"))
      return
    }
    var term = IndexTerm(
      path: path, sort: levels(span.attributes["sort"]?.value ?? ""), destination: nil,
      see: span.attributes["see"]?.value, seeAlso: span.attributes["see-also"]?.value,
      span: span.span)
    if term.see == nil {
      let name = newDestination()
      term.destination = name
      text.addAnchor(name)
    }
    terms.append(term)
  }

  /// `贸易!数字贸易` as LaTeX's makeindex writes a term under another, three deep at most like there.
  private func levels(_ text: String) -> [String] {
    text.split(separator: "!", maxSplits: 2).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }

  /// The blocks of an index, once its terms' pages are known.
  mutating func fillIndex(_ flow: inout PartFlow, places: [String: PageSlot]) {
    let index = sortIndex(terms, places: places, language: flow.language)
    reportUnknownTerms(index)
    var (frame, columns) = self.columns(flow.style.columns, in: frame(of: flow.style, flow.node))
    let start = flow.blocks.count
    let isGrouped = index.contains { $0.letter != nil }
    for group in index {
      if isGrouped {
        let node = structure.add(.paragraph, in: flow.node, span: flow.span)
        let style = style("index-letter", or: "heading-3", in: frame)
        var text = StyledText()
        text.append(
          group.letter ?? "#", style: styles.index(of: style.text), node: node, span: flow.span)
        flow.blocks.append(.text(block(text, style, in: frame, span: flow.span)))
      }
      frame.node = structure.add(.list, in: flow.node, span: flow.span)
      for entry in group.entries {
        flow.blocks.append(collect(entry, level: 1, in: frame, span: flow.span))
      }
    }
    guard columns.count > 1 else { return }
    let entries = Array(flow.blocks[start...])
    flow.blocks.replaceSubrange(
      start..., with: [.columns(ColumnsBlock(blocks: entries, group: columns))])
  }

  private mutating func collect(
    _ entry: IndexEntry, level: Int, in frame: Frame, span: SourceSpan
  ) -> FlowBlock {
    let item = structure.add(.listItem, in: frame.node, span: span)
    let body = structure.add(.listBody, in: item, span: span)
    let style = style("index-\(min(level, 3))", or: "contents-2", in: frame)
    var line = IndexLine(
      text: StyledText(), style: styles.index(of: style.text), node: body, span: span)
    let words = words(in: frame)
    line.append(entry.term)
    var separator = words.termSeparator
    for pages in entry.pages {
      line.append(separator)
      append(pages, words.pageRange, to: &line)
      separator = words.pageSeparator
    }
    separator = entry.pages.isEmpty ? words.termSeparator : words.seeSeparator
    for (word, target) in entry.see.map({ (words.see, $0) })
      + entry.seeAlso.map({ (words.seeAlso, $0) })
    {
      line.append(separator + word + target)
      separator = words.seeSeparator
    }
    let head = block(line.text, style, in: frame, span: span)
    guard !entry.children.isEmpty else { return .text(head) }
    var inner = frame
    inner.node = structure.add(.list, in: body, span: span)
    let blocks = entry.children.map { collect($0, level: level + 1, in: inner, span: span) }
    var continued = StyledText()
    continued.append(
      words.termContinued.replacing("{term}", with: entry.term), style: line.style,
      node: .artifact, span: span)
    return .headed(
      HeadedBlock(
        head: head, continued: block(continued, style, in: frame, span: span), blocks: blocks))
  }

  private mutating func append(
    _ pages: IndexEntry.Pages, _ dash: String, to line: inout IndexLine
  ) {
    let shown = pages.last.map { pages.first + dash + $0 } ?? pages.first
    let reference = structure.add(.reference, in: line.node, span: line.span)
    let link = structure.add(.link, in: reference, span: line.span)
    attachments.append(.link(.destination(pages.destination), node: link, contents: shown))
    line.text.append(
      shown, style: line.style, node: link, span: line.span, options: [.unbreakable],
      attachment: attachments.count - 1)
  }

  private mutating func reportUnknownTerms(_ index: [IndexGroup]) {
    let known = Set(terms.filter { $0.destination != nil }.map { $0.path.joined(separator: "!") })
    for term in terms {
      for target in [term.see, term.seeAlso] {
        guard let target, !known.contains(target) else { continue }
        diagnostics.append(
          Diagnostic(
            .unknownTerm, "the index has no term “\(target)”", severity: .warning, at: term.span
          ).hinting(suggestion(for: target, among: known.sorted())))
      }
    }
  }
}

/// The text of an entry while it is put together.
private struct IndexLine {
  var text: StyledText
  var style: Int
  var node: StructureNodeID
  var span: SourceSpan

  mutating func append(_ string: String) {
    text.append(string, style: style, node: node, span: span)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
