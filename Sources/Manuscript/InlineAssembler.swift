internal import Declarations
internal import Diagnostics

/// Builds the tree of inlines from the flat list of pieces, without recursion.
struct InlineAssembler {
  private enum Container {
    case emphasis(Int, mark: UInt8)
    case bracket(InlineContainer)
    /// Nested too deep: the content goes to the container around it.
    case flattened
  }

  private struct Frame {
    var container: Container
    /// Offset in the passage.
    var start: Int
    var children: [Inline] = []
  }

  static let maximumDepth = 64

  let passage: Passage
  let pieces: [InlinePiece]
  let delimiters: [DelimiterRun]
  private(set) var diagnostics: [Diagnostic] = []
  private var frames: [Frame] = []
  private var result: [Inline] = []
  /// Verbatim text that may yet go on.
  private var pendingText = 0..<0
  private var depth = 0
  /// The width of the last character, for the next line end; nil at the beginning.
  private var lastWidth: TextWidth?

  init(passage: Passage, pieces: [InlinePiece], delimiters: [DelimiterRun]) {
    self.passage = passage
    self.pieces = pieces
    self.delimiters = delimiters
  }

  mutating func assemble() -> [Inline] {
    for index in pieces.indices { place(index) }
    while let frame = frames.last { close(at: frame.start) }
    flushText()
    return result
  }

  private mutating func place(_ index: Int) {
    let piece = pieces[index]
    switch piece.kind {
    case .text: addText(piece.range)
    case .replaced(let text): add(.text(text, passage.span(piece.range)))
    case .softBreak: addLineEnd(index)
    case .hardBreak: add(.lineBreak(passage.span(piece.range)))
    case .leaf(let inline): add(inline)
    case .delimiters(let run): placeDelimiters(delimiters[run], piece.range)
    case .open(let container): open(.bracket(container), at: piece.range.lowerBound)
    case .close: close(at: piece.range.upperBound)
    case .nothing: break
    }
    if let width = width(of: piece, atStart: false) { lastWidth = width }
  }

  /// A run closes from its left and opens from its right; marks that paired with nothing are text.
  private mutating func placeDelimiters(_ run: DelimiterRun, _ range: Range<Int>) {
    var at = range.lowerBound
    for used in run.closes {
      at += used
      close(at: at)
    }
    addText(at..<at + run.left)
    at += run.left
    for used in run.opens.reversed() {
      open(.emphasis(used, mark: run.mark), at: at)
      at += used
    }
  }

  private mutating func open(_ container: Container, at start: Int) {
    guard depth < InlineAssembler.maximumDepth else {
      if diagnostics.isEmpty {
        let span = passage.span(start..<start + 1)
        diagnostics.append(Diagnostic(.tooDeep, "this is nested too deep in markup", at: span))
      }
      frames.append(Frame(container: .flattened, start: start))
      return
    }
    flushText()
    depth += 1
    frames.append(Frame(container: container, start: start))
  }

  private mutating func close(at end: Int) {
    if case .flattened? = frames.last?.container {
      frames.removeLast()
      return
    }
    flushText()
    guard let frame = frames.popLast() else { return }
    let span = passage.span(frame.start..<end)
    switch frame.container {
    case .flattened:
      return
    case .emphasis(let used, let mark):
      depth -= 1
      add(emphasis(frame.children, used: used, mark: mark, span: span))
    case .bracket(let container):
      depth -= 1
      add(bracketed(frame.children, container, span: span))
    }
  }

  private func emphasis(
    _ children: [Inline], used: Int, mark: UInt8, span: SourceSpan
  ) -> Inline {
    if mark == .tilde { return .strikethrough(children, span) }
    return used == 2 ? .strong(children, span) : .emphasis(children, span)
  }

  private func bracketed(
    _ children: [Inline], _ container: InlineContainer, span: SourceSpan
  ) -> Inline {
    switch container {
    case .span(let attributes):
      return .span(BracketedSpan(content: children, attributes: attributes, span: span))
    case .link(let destination, let title, let attributes):
      return .link(
        Link(
          destination: destination, title: title, content: children, attributes: attributes,
          span: span))
    case .image(let path, let destination, let title, let attributes):
      return .image(
        Image(
          path: Spanned(destination, at: passage.span(path)), title: title, content: children,
          attributes: attributes, span: span))
    }
  }

  /// Text that follows text in the source becomes one with it.
  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if pendingText.upperBound == range.lowerBound {
      pendingText = pendingText.lowerBound..<range.upperBound
    } else {
      flushText()
      pendingText = range
    }
  }

  private mutating func flushText() {
    guard !pendingText.isEmpty else { return }
    let text = pendingText
    pendingText = text.upperBound..<text.upperBound
    append(.text(passage.bytes.text(text), passage.span(text)))
  }

  private mutating func add(_ inline: Inline) {
    flushText()
    append(inline)
  }

  private mutating func append(_ inline: Inline) {
    // Flattened frames stand above all others, of which there are as many as the depth.
    if depth == 0 { result.append(inline) } else { frames[depth - 1].children.append(inline) }
  }

  /// A newline between two wide characters, or beside full-width punctuation, is nothing; any
  /// other is a space.
  private mutating func addLineEnd(_ index: Int) {
    guard let left = lastWidth, let right = widthAfter(index), !TextWidth.joins(left, right) else {
      return
    }
    add(.text(" ", passage.span(pieces[index].range)))
  }

  private func widthAfter(_ index: Int) -> TextWidth? {
    for piece in pieces[(index + 1)...] {
      if case .softBreak = piece.kind { return nil }
      if let width = width(of: piece, atStart: true) { return width }
    }
    return nil
  }

  /// The width of the first or last character of a piece; nil where nothing shows.
  private func width(of piece: InlinePiece, atStart: Bool) -> TextWidth? {
    switch piece.kind {
    case .text: return width(piece.range, atStart)
    case .replaced(let text):
      let scalar = atStart ? text.unicodeScalars.first : text.unicodeScalars.last
      return scalar.map { TextWidth($0) }
    case .leaf(.footnoteReference), .leaf(.citation), .softBreak, .open, .close, .nothing:
      return nil
    // What they print is Han: 图 1, 表 2, a number with its unit.
    case .leaf(.binding), .leaf(.reference): return .wide
    case .leaf, .hardBreak: return .narrow
    case .delimiters(let index): return delimiters[index].left > 0 ? .narrow : nil
    }
  }

  private func width(_ range: Range<Int>, _ atStart: Bool) -> TextWidth? {
    guard !range.isEmpty else { return nil }
    let bytes = passage.bytes
    let scalar =
      atStart ? bytes.scalar(at: range.lowerBound) : bytes.scalar(before: range.upperBound)
    return scalar.map { TextWidth($0) }
  }
}
