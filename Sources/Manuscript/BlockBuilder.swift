internal import Declarations
internal import Diagnostics

/// Makes the tree of blocks of one chapter from cmark's outline and the source itself.
struct BlockBuilder {
  /// Containers may nest this deep; what is deeper is a finding and is left out.
  static let maximumDepth = 100

  let text: [UInt8]
  let source: SourceID
  let feed: BlockFeed
  let outline: [OutlineNode]
  let parameters: Parameters
  var context = InlineContext()
  /// Lines at the head of a paragraph that are link definitions, by index in the outline.
  var definitionLines: [Int: Int] = [:]
  var footnotes: [Footnote] = []
  /// Lines whose footnote has been found; a list that begins on one is inside it.
  private var footnoteLines: Set<Int> = []
  var diagnostics: [Diagnostic] = []

  init(
    text: [UInt8], source: SourceID, from start: Int, parameters: Parameters = Parameters()
  ) {
    self.text = text
    self.source = source
    self.parameters = parameters
    feed = BlockFeed(text, from: start)
    outline = outlineBlocks(feed.bytes)
  }

  mutating func build() -> [Block] {
    collectDefinitions()
    return blocks(in: 0..<outline.count, depth: 0)
  }

  /// The blocks of consecutive siblings.
  mutating func blocks(in range: Range<Int>, depth: Int) -> [Block] {
    var siblings = SiblingStack(depth: depth)
    var index = range.lowerBound
    while index < range.upperBound {
      build(index, into: &siblings)
      index = outline[index].end
    }
    return finish(siblings)
  }

  private mutating func build(_ index: Int, into siblings: inout SiblingStack) {
    let node = outline[index]
    switch node.kind {
    case .paragraph: buildParagraph(index, into: &siblings)
    case .heading(let level): siblings.append(heading(node, level: level))
    case .thematicBreak: siblings.append(.thematicBreak(span(ofLines: node)))
    case .code(let isFenced, let lengths):
      siblings.append(code(node, isFenced: isFenced, lengths: lengths))
    case .html(let count): buildHTML(node, lineCount: count, into: &siblings)
    case .quote: buildQuote(index, into: &siblings)
    case .list(let start, let isTight):
      buildList(index, start: start, isTight: isTight, into: &siblings)
    case .item: break
    }
  }

  private mutating func buildQuote(_ index: Int, into siblings: inout SiblingStack) {
    let node = outline[index]
    guard canNest(node, depth: siblings.depth) else { return }
    let children = blocks(in: index + 1..<node.end, depth: siblings.depth + 1)
    siblings.append(.quote(Quote(blocks: children, span: span(of: node, around: children))))
  }

  private mutating func buildList(
    _ index: Int, start: Int?, isTight: Bool, into siblings: inout SiblingStack
  ) {
    let node = outline[index]
    guard canNest(node, depth: siblings.depth) else { return }
    var items: [ItemList.Item] = []
    var item = index + 1
    while item < node.end {
      let next = outline[item].end
      let footnote = footnoteID(of: outline[item])
      let children = blocks(in: item + 1..<next, depth: siblings.depth + 1)
      let span = span(of: outline[item], around: children)
      if let footnote {
        addFootnote(footnote, children, span)
      } else {
        items.append(ItemList.Item(blocks: children, span: span))
      }
      item = next
    }
    guard let first = items.first, let last = items.last else { return }
    let span = first.span.joined(with: last.span)
    siblings.append(.list(ItemList(start: start, isTight: isTight, items: items, span: span)))
  }

  /// The id of the footnote that an item is; the outermost item of a line comes first.
  private mutating func footnoteID(of node: OutlineNode) -> Range<Int>? {
    guard case .footnote(let id) = line(node.firstLine).role,
      footnoteLines.insert(node.firstLine).inserted
    else { return nil }
    return id
  }

  private mutating func addFootnote(_ id: Range<Int>, _ blocks: [Block], _ span: SourceSpan) {
    let id = Spanned(text.text(id), at: SourceSpan(source: source, range: id))
    footnotes.append(Footnote(id: id, blocks: blocks, span: span))
  }

  private mutating func canNest(_ node: OutlineNode, depth: Int) -> Bool {
    if depth < BlockBuilder.maximumDepth { return true }
    diagnostics.append(
      Diagnostic(.tooDeep, "this is nested more than \(depth) deep", at: span(ofLines: node)))
    return false
  }

  /// The source's line of a 1-based line of the fed text.
  func line(_ fed: Int) -> BlockFeed.Line {
    guard let index = lineIndex(fed) else { return BlockFeed.Line(range: text.count..<text.count) }
    return feed.lines[index]
  }

  func lineIndex(_ fed: Int) -> Int? {
    let fed = min(fed, feed.sourceLines.count)
    return fed > 0 ? Int(feed.sourceLines[fed - 1]) : nil
  }

  /// Offset in the source of the beginning of a block.
  func start(of node: OutlineNode) -> Int {
    let line = line(node.firstLine)
    return min(
      max(line.range.lowerBound + node.column - 1 + line.shift, line.range.lowerBound),
      line.range.upperBound)
  }

  /// From the beginning of the block to the end of its first line.
  func span(ofLines node: OutlineNode) -> SourceSpan {
    let start = itemStart(of: node)
    return SourceSpan(source: source, range: start..<line(node.firstLine).range.upperBound)
  }

  private func span(of node: OutlineNode, around children: [Block]) -> SourceSpan {
    guard let last = children.last else { return span(ofLines: node) }
    let start = itemStart(of: node)
    let end = max(start, Int(last.span.upperBound))
    return SourceSpan(source: source, range: start..<end)
  }

  /// A footnote begins at its bracket, which the fed text does not have.
  private func itemStart(of node: OutlineNode) -> Int {
    if case .footnote(let id) = line(node.firstLine).role { return id.lowerBound - 2 }
    return start(of: node)
  }

  mutating func inlines(_ passage: Passage, isCell: Bool = false) -> [Inline] {
    var parser = InlineParser(passage, context: context, isCell: isCell)
    let inlines = parser.parse()
    diagnostics += parser.diagnostics
    return inlines
  }

  /// The inlines of an attribute's value: titles and sources may hold figures and references.
  mutating func inlines(of value: Spanned<String>?) -> [Inline] {
    guard let value else { return [] }
    var passage = Passage(source: source)
    passage.append(Int(value.span.lowerBound)..<Int(value.span.upperBound), of: text)
    return inlines(passage)
  }
}
