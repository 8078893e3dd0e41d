import Declarations
import Diagnostics
import Figures
import Manuscript

@testable import Numerals

/// A manuscript of one file with its figures, and what is found in its numbers.
struct Checked {
  let diagnostics: [Diagnostic]
  let map: SourceMap

  init(
    _ text: String, figures yaml: String = "figures: {}", numerals: NumeralPolicy = .error
  ) {
    var map = SourceMap()
    let bytes = Array(text.utf8)
    let files = ReportFiles(paths: { ["a.md"] }, read: { _ in .success(bytes) })
    let read = Report.read(single: "a.md", from: files, into: &map)
    var report = read.value
    report.declaration.numerals = numerals
    let declarations = Array(yaml.utf8)
    let input = FiguresInput(
      declarations: DataFile(
        source: map.add(file: "figures.yaml", text: declarations), text: declarations)
    ) { _, _ in Diagnosed(nil) }
    let data = DataLayer.load(input)
    var bindings: [SourceSpan: String] = [:]
    let bind = { (inline: Inline) in
      guard case .binding(let binding) = inline else { return }
      let formats = binding.formats.map(\.name.value)
      bindings[binding.span] =
        data.value.print(
          binding.figure.value, formats: formats, language: "zh-CN", at: binding.span
        ).value.text
    }
    for part in report.parts { part.blocks.visitInlines(bind) }
    for note in report.footnotes { note.blocks.visitInlines(bind) }
    diagnostics =
      data.diagnostics
      + checkNumerals(report, data.value, bindings: bindings).diagnostics
    self.map = map
  }

  /// Every finding as `line:column code`.
  var findings: [String] {
    diagnostics.map { diagnostic in
      let place = map.location(of: diagnostic.span).map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(diagnostic.code.id)"
    }
  }

  var hints: [String] { diagnostics.flatMap(\.hints) }

  /// The text that each finding underlines.
  var texts: [String] {
    diagnostics.map { diagnostic in
      let text = map.text(of: diagnostic.span.source)
      return String(
        decoding: text[Int(diagnostic.span.lowerBound)..<Int(diagnostic.span.upperBound)],
        as: UTF8.self)
    }
  }
}
