internal import Composition
internal import Declarations
package import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet

extension DiagnosticCode {
  package static let unsettledProof = DiagnosticCode(
    "pipeline.unsettled-proof",
    "Whenever the appendix of the proof is written, the numbers that it names move to other pages, so "
      + "that what it says of them would be wrong. Please report this with the report that shows it."
  )
}

/// The report with an appendix of its numbers, each linked there and back.
///
/// The appendix is a part like others, made from Markdown that is written here. It stands last and is
/// not in the contents, so that it moves no page that it names; should it say something else once it
/// stands there, it is written again, as often as `rounds` allows.
func composeProof(
  of document: PagedDocument, _ numbers: [NumberEntry], _ compilation: Compilation,
  rounds: Int = 3
) async -> Diagnosed<PagedDocument> {
  var document = document
  var appendix = ProofAppendix(numbers, on: document, compilation)
  var findings: [Diagnostic] = []
  for _ in 0..<rounds {
    var extended = compilation
    let (source, found) = extended.append(appendix)
    let composed = await compose(extended.input)
    findings = found + composed.diagnostics
    document = composed.value
    document.images = compilation.images
    let numbers = printedNumbers(on: document, extended)
    let last = appendix.text
    appendix = ProofAppendix(numbers, on: document, compilation)
    guard appendix.text != last else {
      return Diagnosed(linkProof(document, numbers, appendix, source, compilation), findings)
    }
  }
  let message = "the pages that the appendix of the proof names change whenever it is written"
  return Diagnosed(document, findings + [Diagnostic(.unsettledProof, message)])
}

extension Compilation {
  /// Adds the appendix as the last part; gives the source of its spans.
  fileprivate mutating func append(_ appendix: ProofAppendix) -> (SourceID, [Diagnostic]) {
    let text = Array(appendix.text.utf8)
    let source = map.add(file: "proof.md", text: text)
    let chapter = parseChapter(ChapterSource(text: text, source: source))
    let span = SourceSpan(source: source, range: 0..<0)
    input.report.parts.append(
      Part(role: Spanned("proof", at: span), source: source, blocks: chapter.value.blocks))
    input.stylesheet.parts["proof"] = input.stylesheet.proofPart
    return (source, chapter.diagnostics)
  }
}
