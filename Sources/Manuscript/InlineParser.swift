internal import Declarations
internal import Diagnostics

/// What inlines need to know of the chapter around them.
struct InlineContext {
  /// Link definitions by normalized label.
  var definitions: [String: LinkDefinition] = [:]
}

/// Parses the inlines of one passage: CommonMark's, and the manuscript's own.
///
/// The algorithm is that of CommonMark 0.29, appendix "Phase 2": one pass makes a flat list of
/// pieces with a stack of brackets and a list of delimiter runs; `InlineAssembler` then builds the
/// tree. Every piece keeps its range in the passage, which is what cmark's own inlines do not.
struct InlineParser {
  /// How many brackets may stand open; further ones are text.
  static let maximumBrackets = 1000

  let passage: Passage
  let bytes: [UInt8]
  let context: InlineContext
  /// Whether the passage is a cell, where `\|` is a pipe even in code.
  let isCell: Bool
  var at = 0
  var pieces: [InlinePiece] = []
  var brackets: [Bracket] = []
  var delimiters: [DelimiterRun] = []
  /// The last delimiter run that is still in the list; -1 for none.
  var lastDelimiter = -1
  var diagnostics: [Diagnostic] = []
  private var backtickRuns: [Int: [Int]]?
  private var hasCommentEnd = true

  init(_ passage: Passage, context: InlineContext, isCell: Bool = false) {
    self.passage = passage
    self.bytes = passage.bytes
    self.context = context
    self.isCell = isCell
  }

  mutating func parse() -> [Inline] {
    while at < bytes.count { step() }
    resolveDelimiters(above: -1)
    var assembler = InlineAssembler(passage: passage, pieces: pieces, delimiters: delimiters)
    let inlines = assembler.assemble()
    diagnostics += assembler.diagnostics
    return inlines
  }

  private mutating func step() {
    switch bytes[at] {
    case .newline: lineEnd()
    case .backslash: escape()
    case .backtick: codeSpan()
    case .asterisk, .underscore, .tilde: delimiterRun()
    case .leftBracket: openBracket(isImage: false)
    case .exclamation where bytes.matches("![", at: at) && !bytes.matches("![^", at: at):
      openBracket(isImage: true)
    case .rightBracket: closeBracket()
    case .ampersand: reference()
    case .less: angle()
    case .leftBrace where bytes.matches("{{", at: at): binding()
    case .at: crossReference()
    default: plainText()
    }
  }

  /// Adds verbatim text up to an offset, as part of the text before it where that ends here.
  mutating func addText(to end: Int) {
    if let last = pieces.last, case .text = last.kind, last.range.upperBound == at {
      pieces[pieces.count - 1].range = last.range.lowerBound..<end
    } else {
      pieces.append(InlinePiece(.text, at..<end))
    }
    at = end
  }

  mutating func add(_ kind: InlinePiece.Kind, to end: Int) {
    pieces.append(InlinePiece(kind, at..<end))
    at = end
  }

  private mutating func plainText() {
    let end = bytes.skip(at + 1..<bytes.count) { !isSpecial[Int($0)] }
    addText(to: end)
  }

  private mutating func lineEnd() {
    var blanks = 0
    if let last = pieces.last, case .text = last.kind {
      var start = at
      while start > last.range.lowerBound, bytes[start - 1].isBlank { start -= 1 }
      blanks = bytes[start..<at].allSatisfy { $0 == .space } ? at - start : 0
      pieces[pieces.count - 1].range = last.range.lowerBound..<start
      at = start
    }
    let newline = bytes.skip(at..<bytes.count, while: \.isBlank)
    add(blanks >= 2 ? .hardBreak : .softBreak, to: newline + 1)
  }

  private mutating func escape() {
    guard at + 1 < bytes.count else { return addText(to: at + 1) }
    let next = bytes[at + 1]
    if next == .newline {
      add(.hardBreak, to: at + 2)
    } else if next.isPunctuation {
      add(.replaced(String(Character(Unicode.Scalar(next)))), to: at + 2)
    } else {
      addText(to: at + 1)
    }
  }

  private mutating func reference() {
    if let reference = parseCharacterReference(bytes, at: at) {
      add(.replaced(reference.text), to: reference.end)
    } else {
      addText(to: at + 1)
    }
  }

  private mutating func codeSpan() {
    let open = bytes.skip(at..<bytes.count) { $0 == .backtick }
    guard let close = closingBackticks(length: open - at, after: open) else {
      return addText(to: open)
    }
    var content = open..<close
    if content.count > 2, bytes[content].contains(where: { $0 != .space && $0 != .newline }),
      isCodePadding(bytes[open]), isCodePadding(bytes[close - 1])
    {
      content = open + 1..<close - 1
    }
    var end = close + open - at
    var attributes = Attributes()
    if bytes.matches("{", at: end), !bytes.matches("{{", at: end),
      let parsed = parseAttributes(passage, at: end, end: bytes.count)
    {
      (attributes, end) = (parsed.attributes, parsed.end)
    }
    let code = InlineCode(
      text: codeText(content), attributes: attributes, span: passage.span(at..<end),
      contentSpan: passage.span(content))
    add(.leaf(.code(code)), to: end)
  }

  private func isCodePadding(_ byte: UInt8) -> Bool { byte == .space || byte == .newline }

  private func codeText(_ range: Range<Int>) -> String {
    let text = bytes.text(range)
    let line = text.utf8.contains(.newline) ? text.replacing("\n", with: " ") : text
    return isCell ? line.replacing("\\|", with: "|") : line
  }

  /// The next run of exactly that many backticks; runs are found once per passage.
  private mutating func closingBackticks(length: Int, after start: Int) -> Int? {
    let runs = backtickRuns ?? findBacktickRuns()
    backtickRuns = runs
    guard let starts = runs[length] else { return nil }
    let index = starts.partitioningIndex { $0 >= start }
    return index < starts.count ? starts[index] : nil
  }

  private func findBacktickRuns() -> [Int: [Int]] {
    var runs: [Int: [Int]] = [:]
    var at = 0
    while at < bytes.count {
      let start = bytes.skip(at..<bytes.count) { $0 != .backtick }
      at = bytes.skip(start..<bytes.count) { $0 == .backtick }
      if at > start { runs[at - start, default: []].append(start) }
    }
    return runs
  }

  private mutating func angle() {
    if bytes.matches("<!--", at: at) {
      comment()
    } else if let autolink = parseAutolink(bytes, at: at) {
      let text = bytes.text(at + 1..<autolink.end - 1)
      let link = Link(
        destination: autolink.isAddress ? "mailto:" + text : text,
        content: [.text(text, passage.span(at + 1..<autolink.end - 1))],
        attributes: Attributes(), span: passage.span(at..<autolink.end))
      add(.leaf(.link(link)), to: autolink.end)
    } else if let end = endOfTag(bytes, at: at) {
      let span = passage.span(at..<end)
      diagnostics.append(
        Diagnostic(.rawHTML, "HTML “\(bytes.text(at..<end))” has no meaning here", at: span)
          .hinting("write “\\<” for the character itself"))
      add(.nothing, to: end)
    } else {
      addText(to: at + 1)
    }
  }

  private mutating func comment() {
    if hasCommentEnd, let end = bytes.firstOffset(of: "-->", in: at + 4..<bytes.count) {
      return add(.nothing, to: end + 3)
    }
    hasCommentEnd = false
    addText(to: at + 1)
  }

  private mutating func crossReference() {
    let start = at + 1
    var end = bytes.skip(start..<bytes.count) { $0.isLowercase || $0.isDigit || $0 == .dash }
    while end > start, bytes[end - 1] == .dash { end -= 1 }
    let isWord = at > 0 && bytes[at - 1].isAlphanumeric
    guard end > start, bytes[start].isLowercase, !isWord else { return addText(to: at + 1) }
    let reference = CrossReference(id: bytes.text(start..<end), span: passage.span(at..<end))
    add(.leaf(.reference(reference)), to: end)
  }

  private mutating func binding() {
    let limit = min(bytes.count, at + 512)
    let stop = bytes.skip(at + 2..<limit) { $0 != .leftBrace && $0 != .rightBrace }
    guard bytes.matches("}}", at: stop) else {
      let span = passage.span(at..<at + 2)
      diagnostics.append(Diagnostic(.unclosedBinding, "“{{” is not closed by “}}”", at: span))
      return addText(to: at + 2)
    }
    let span = passage.span(at..<stop + 2)
    if let binding = parseBinding(passage, in: at + 2..<stop, span: span) {
      add(.leaf(.binding(binding)), to: stop + 2)
    } else {
      let text = bytes.text(at..<stop + 2)
      diagnostics.append(
        Diagnostic(.bindingSyntax, "“\(text)” is not a figure and its formats", at: span)
          .hinting("write {{ id }} or {{ id | format }}"))
      addText(to: stop + 2)
    }
  }
}

/// The bytes that end a run of plain text.
private let isSpecial: [Bool] = (0..<256).map { byte in
  byte < 128 && "\n\\`*_~[]!&<{@".utf8.contains(UInt8(byte))
}
