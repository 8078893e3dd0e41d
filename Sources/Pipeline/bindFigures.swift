internal import Composition
internal import Diagnostics
internal import Figures
internal import Manuscript

extension Compiler {
  mutating func bindFigures(_ result: inout Compilation) {
    var bindings: [FigureBinding] = []
    let collect = { (inline: Inline) in
      if case .binding(let binding) = inline { bindings.append(binding) }
    }
    for part in result.report.parts { part.blocks.visitInlines(collect) }
    for note in result.report.footnotes { note.blocks.visitInlines(collect) }
    regions = LanguageRegions(
      result.report.parts.flatMap(\.blocks) + result.report.footnotes.flatMap(\.blocks))
    for binding in bindings {
      let language = regions.language(at: binding.span) ?? result.language
      let formats = binding.formats.map { format in
        format.name.value
          + (format.arguments.isEmpty
            ? "" : "(\(format.arguments.map(\.value).joined(separator: ",")))")
      }
      let printed = result.data.print(
        binding.figure.value, formats: formats, language: language, at: binding.span)
      diagnostics += printed.diagnostics
      result.input.bindings[binding.span] = printed.value.text
      result.numbers += [printed.value] + printed.value.rangeEnd
    }
  }
}
