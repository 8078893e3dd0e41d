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
    printer.block.value = printer.printed(block, isText: false)
    diagnostics += printer.diagnostics
    result.numbers += printer.numbers
    return printer.block
  }
}

private struct TextPrinter {
  var block: PrintedBlock
  let data: DataLayer
  let language: String
  var numbers: [PrintedNumber] = []
  var diagnostics: [Diagnostic] = []

  mutating func printed(_ value: YAMLValue, isText: Bool) -> YAMLValue {
    var copy = value
    switch value.content {
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
          return (key, printed(value, isText: isText || blockTextKeys.contains(key.name)))
        })
    }
    return copy
  }

  /// What a piece of a text shows; a number has the place of its mark.
  private mutating func printed(
    _ piece: TextPiece, of text: String, _ place: ScalarPlace
  ) -> [Inline] {
    let shown = String(decoding: Array(text.utf8)[piece.shown], as: UTF8.self)
    if case .stated = piece.kind {
      // As claims are placed; those of one folded text cannot be told apart.
      return [.text(shown, place.isVerbatim ? place[piece.range] : block.span)]
    }
    let printed = data.substitute(in: shown, language: language, at: place[piece.shown])
    diagnostics += printed.diagnostics
    numbers += printed.value.numbers
    return printed.value.pieces.map { piece in
      switch piece {
      case .text(let text): .text(text, block.span)
      case .number(let number): .text(number.text, number.span)
      }
    }
  }
}
