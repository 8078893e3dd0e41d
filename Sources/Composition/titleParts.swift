internal import Diagnostics
internal import Manuscript

/// A piece of a title with its place, which numbers in it keep wherever the title is repeated.
typealias TitlePart = (text: String, span: SourceSpan)

extension CompositionInput {
  /// The words of a title alone, without its notes, in pieces.
  func parts(of title: [Inline]) -> [TitlePart] {
    title.flatMap { inline -> [TitlePart] in
      if case .binding(let binding) = inline {
        return ranges[binding.span] ?? [(bindings[binding.span] ?? "", binding.span)]
      }
      guard inline.children.isEmpty else { return parts(of: inline.children) }
      return [([inline].plainText(showing: bindings), inline.span)]
    }.filter { !$0.text.isEmpty }
  }
}
