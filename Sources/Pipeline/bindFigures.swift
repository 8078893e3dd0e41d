internal import Composition
internal import Declarations
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
    checkTitles(of: result.report)
    let data = result.data
    for binding in bindings {
      if let value = parameter(of: binding, result) {
        result.input.bindings[binding.span] = value
        continue
      }
      let language = regions.language(at: binding.span) ?? result.language
      let formats = binding.formats.map { format in
        format.name.value
          + (format.arguments.isEmpty
            ? "" : "(\(format.arguments.map(\.value).joined(separator: ",")))")
      }
      let end = binding.formats.first { $0.name.value == "range" }?.arguments.first?.span
      let print = {
        data.print(
          binding.figure.value, formats: formats, language: language, at: binding.span,
          endingAt: end)
      }
      let printed = options.memory?.binding(at: binding.span, print) ?? print()
      diagnostics += printed.diagnostics
      result.input.bindings[binding.span] = printed.value.text
      if !printed.value.rangeEnd.isEmpty {
        result.input.ranges[binding.span] = printed.value.parts
      }
      result.numbers += [printed.value] + printed.value.rangeEnd
    }
  }

  /// What report.yaml says stands in outlines and metadata too, before any figure is known.
  private mutating func checkTitles(of report: Report) {
    let declared = report.declaration
    let titles = [declared.title, declared.subtitle, declared.edition] + report.parts.map(\.title)
    for title in titles.compactMap(\.self) where title.value.contains("{{") {
      diagnostics.append(
        Diagnostic(
          .figuresReference, "a title in report.yaml holds parameters and no figures",
          at: title.span
        ).hinting("write the title as a heading of the chapter, or name a parameter"))
    }
  }

  /// The value of the parameter that a binding names; nil when it names none.
  private mutating func parameter(of binding: FigureBinding, _ result: Compilation) -> String? {
    let name = binding.figure
    guard let value = result.report.parameters[name.value] else { return nil }
    if result.data.declares(name.value) {
      diagnostics.append(
        Diagnostic(
          .parameterName, "“\(name.value)” is a parameter and a figure", at: name.span))
    }
    if let format = binding.formats.first {
      diagnostics.append(
        Diagnostic(
          .figuresFormatMisfit, "a parameter is text, which “\(format.name.value)” does not fit",
          at: format.name.span))
    }
    return value
  }
}
