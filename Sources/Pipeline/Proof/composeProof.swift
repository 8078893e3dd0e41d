internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet

/// The report with an appendix of its numbers, each linked there and back.
///
/// The appendix is a part like others, made from Markdown that is written here. It stands last and is
/// not in the contents, so that it moves no page that it names; should one move all the same, it is
/// written again.
func composeProof(
  of document: PagedDocument, _ numbers: [NumberEntry], _ compilation: Compilation
) async -> Diagnosed<PagedDocument> {
  var (document, numbers) = (document, numbers)
  var result = Diagnosed(document)
  for _ in 0..<3 {
    var extended = compilation
    let appendix = ProofAppendix(numbers, on: document, compilation)
    let (source, found) = extended.append(appendix)
    let composed = await compose(extended.input)
    result = Diagnosed(composed.value, found + composed.diagnostics)
    result.value.images = compilation.images
    let printed = printedNumbers(on: result.value, extended)
    let isSettled = printed.map(\.places.pages) == numbers.map(\.places.pages)
    (document, numbers) = (result.value, printed)
    if isSettled {
      result.value = linkProof(document, numbers, appendix, source, compilation)
      break
    }
  }
  return result
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

extension [PrintedPlace] {
  fileprivate var pages: [Int] { map(\.page) }
}
