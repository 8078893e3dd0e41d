internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Manuscript

/// Texts of a chart or table block by their keys.
typealias BlockTexts = [String: [Inline]]

extension Compiler {
  /// Replaces `{{ figure }}` in a text of a block by the figure as it is printed.
  ///
  /// - Parameters:
  ///   - text: what was declared; becomes what is shown.
  ///   - yaml: the value that it was read from.
  ///   - block: the block, from which all of the text comes but its figures.
  ///   - result: receives the numbers.
  /// - Returns: the text in pieces, each figure with a span of its own.
  mutating func printFigures(
    in text: inout String?, of yaml: YAMLValue?, block: SourceSpan, _ result: inout Compilation
  ) -> [Inline] {
    guard let written = text, !written.isEmpty else { return [] }
    let printed = result.data.substitute(
      in: written, language: result.language, at: yaml?.span ?? block)
    diagnostics += printed.diagnostics
    result.numbers += printed.value.numbers
    text = printed.value.text
    return printed.value.pieces.map { piece in
      switch piece {
      case .text(let text): .text(text, block)
      case .number(let number): .text(number.text, number.span)
      }
    }
  }

  /// Adds what stands below a table.
  mutating func addTexts(
    of spec: TableSpec, _ block: DataBlock, to content: inout TableContent,
    _ result: inout Compilation
  ) {
    var (source, note) = (spec.source, spec.note)
    content.source = printFigures(
      in: &source, of: block.value["source"], block: block.span, &result)
    content.note = printFigures(in: &note, of: block.value["note"], block: block.span, &result)
    let notes = block.value["notes"]
    for declared in spec.notes {
      var text: String? = declared.value
      let pieces = printFigures(
        in: &text, of: notes?[declared.key.name], block: block.span, &result)
      content.notes.append(TableContent.Note(key: declared.key.name, text: pieces))
    }
  }
}

extension ChartSpec {
  /// The texts that may show figures, by their keys.
  static var texts: [(key: String, path: WritableKeyPath<ChartSpec, String?>)] {
    [
      ("subtitle", \.subtitle), ("centre", \.centre), ("source", \.source), ("note", \.note),
      ("alt", \.alt),
    ]
  }
}

extension YAMLValue {
  /// The value of a key of a mapping.
  subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.name == key }?.value
  }
}
