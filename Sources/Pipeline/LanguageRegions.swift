internal import Diagnostics
internal import Manuscript

/// Where the text is in another language than the report: divisions and spans with `lang`.
struct LanguageRegions {
  private var regions: [(span: SourceSpan, language: String)] = []

  init(_ blocks: [Block]) {
    var spans: [(span: SourceSpan, language: String)] = []
    blocks.visitInlines { inline in
      if case .span(let span) = inline, let language = span.language {
        spans.append((span.span, language.value))
      }
    }
    addDivisions(blocks)
    regions += spans
  }

  private mutating func addDivisions(_ blocks: [Block]) {
    for block in blocks {
      if case .division(let division) = block, let language = division.attributes["lang"] {
        regions.append((division.span, language.value))
      }
      addDivisions(block.children)
    }
  }

  /// The language of the innermost region around a place; nil outside of all.
  func language(at place: SourceSpan) -> String? {
    let around = regions.filter { region in
      region.span.source == place.source && region.span.lowerBound <= place.lowerBound
        && place.upperBound <= region.span.upperBound
    }
    let length = { (span: SourceSpan) in span.upperBound - span.lowerBound }
    return around.min { length($0.span) < length($1.span) }?.language
  }
}
