internal import Charts
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Manuscript
internal import Numerals

extension Compiler {
  /// A chart or table block with the figures in its texts printed and the marks of its numbers
  /// taken off.
  mutating func printTexts(
    of block: YAMLValue, at span: SourceSpan, language: String, _ result: inout Compilation
  ) -> PrintedBlock {
    var printer = TextPrinter(
      block: PrintedBlock(value: block, span: span), data: result.data, language: language)
    if block.hasBrace { printer.block.value = printer.printed(block, isText: false) }
    diagnostics += printer.diagnostics
    result.numbers += printer.numbers
    result.note(printer.block)
    return printer.block
  }
}

extension Compilation {
  /// Notes which figures a description that is read and not shown holds.
  mutating func note(_ block: PrintedBlock) {
    for figure in block.figures where figure.key == "alt" { described[figure.span] = block.span }
  }
}

extension YAMLValue {
  /// Whether a figure or a mark may stand in any text: nearly all blocks have none.
  fileprivate var hasBrace: Bool {
    switch content {
    case .scalar(let text, _): text.utf8.contains(UInt8(ascii: "{"))
    case .sequence(let values): values.contains(where: \.hasBrace)
    case .mapping(let pairs): pairs.contains { $0.key.name != "data" && $0.value.hasBrace }
    }
  }
}

/// Keys of blocks whose numbers may be figures.
private let numericKeys: Set<String> = ["value", "from", "to", "total", "break"]

private struct TextPrinter {
  var block: PrintedBlock
  let data: DataLayer
  let language: String
  var numbers: [PrintedNumber] = []
  var diagnostics: [Diagnostic] = []
  /// The key of the block that is being read, and the one below it.
  var section = ""
  var key = ""

  mutating func printed(_ value: YAMLValue, isText: Bool) -> YAMLValue {
    var copy = value
    switch value.content {
    case .scalar(let text, _) where !isText && text.contains("{{"):
      return bound(value, to: text)
    case .scalar(let text, let isQuoted):
      guard isText, isMarked(text) else { return value }
      let place = ScalarPlace(of: text, isQuoted: isQuoted, at: value.span)
      let pieces = textPieces(of: Array(text.utf8)).flatMap { printed($0, of: text, place) }
      block.pieces[value.span] = pieces
      copy.content = .scalar(pieces.plainText, isQuoted: true)
    case .sequence(let values):
      copy.content = .sequence(values.map { printed($0, isText: isText) })
    case .mapping(let pairs):
      copy.content = .mapping(
        pairs.map { key, value in
          guard key.name != "data" else { return (key, value) }
          let outer = (section, self.key)
          if section.isEmpty { section = key.name }
          self.key = key.name
          defer { (section, self.key) = outer }
          return (key, printed(value, isText: isText || blockTextKeys.contains(key.name)))
        })
    }
    return copy
  }

  /// A number that is a figure's value, as it is rounded for print: the place of a reference line.
  private mutating func bound(_ value: YAMLValue, to text: String) -> YAMLValue {
    var copy = value
    let id = text.dropFirst(2).dropLast(2).filter { !$0.isWhitespace }
    guard numericKeys.contains(key), text.hasPrefix("{{"), text.hasSuffix("}}"), !id.contains("|"),
      !id.contains("{")
    else {
      diagnostics.append(
        Diagnostic(.figuresReference, "“\(key)” is no text that can hold a figure", at: value.span)
          .hinting(numericKeys.contains(key) ? "write the figure's id alone: {{ id }}" : nil))
      return value
    }
    // In Chinese every figure keeps its own scale.
    let number = data.print(id, language: "zh", at: value.span)
    diagnostics += number.diagnostics
    block.values[value.span] = id
    copy.content = .scalar("\(number.value.printedValue)", isQuoted: false)
    return copy
  }

  /// What a piece of a text shows; a number has the place of its mark.
  private mutating func printed(
    _ piece: TextPiece, of text: String, _ place: ScalarPlace
  ) -> [Inline] {
    let shown = String(decoding: Array(text.utf8)[piece.shown], as: UTF8.self)
    if case .stated = piece.kind {
      // As claims are placed; those of one folded text cannot be told apart.
      let span = place.isVerbatim ? place[piece.range] : block.span
      block.figures.append(ChartFigure(text: shown, key: section, span: span))
      return [.text(shown, span)]
    }
    let printed = data.substitute(in: shown, language: language, at: place[piece.shown])
    diagnostics += printed.diagnostics
    numbers += printed.value.numbers
    block.figures += printed.value.numbers.map {
      ChartFigure(text: $0.ownText, key: section, span: $0.span)
    }
    return printed.value.pieces.flatMap { piece -> [Inline] in
      switch piece {
      case .text(let text): [.text(text, block.span)]
      case .number(let number): number.parts.map { .text($0.text, $0.span) }
      }
    }
  }
}
