internal import Declarations
package import Diagnostics

/// A piece of running text.
///
/// Line ends of the source are already resolved: a newline between two Han characters or beside
/// full-width punctuation is nothing, any other is a space.
package indirect enum Inline: Sendable {
  /// Text as it is to be set. When its UTF-8 length is that of its span, it stands in the source
  /// as it is, so that an offset in the text is an offset in the span; otherwise it is one escape,
  /// one character reference or the space of a line end.
  case text(String, SourceSpan)
  case lineBreak(SourceSpan)
  case emphasis([Inline], SourceSpan)
  case strong([Inline], SourceSpan)
  case strikethrough([Inline], SourceSpan)
  case code(InlineCode)
  case link(Link)
  case image(Image)
  case span(BracketedSpan)
  case footnoteReference(FootnoteReference)
  case reference(CrossReference)
  case citation(Citation)
  case binding(FigureBinding)

  package var span: SourceSpan {
    switch self {
    case .text(_, let span), .lineBreak(let span), .emphasis(_, let span), .strong(_, let span),
      .strikethrough(_, let span):
      span
    case .code(let code): code.span
    case .link(let link): link.span
    case .image(let image): image.span
    case .span(let bracketed): bracketed.span
    case .footnoteReference(let reference): reference.span
    case .reference(let reference): reference.span
    case .citation(let citation): citation.span
    case .binding(let binding): binding.span
    }
  }

  /// What stands inside; empty for leaves.
  package var children: [Inline] {
    switch self {
    case .emphasis(let children, _), .strong(let children, _), .strikethrough(let children, _):
      children
    case .link(let link): link.content
    case .image(let image): image.content
    case .span(let bracketed): bracketed.content
    default: []
    }
  }
}

/// Code in a line: `` `code` ``.
package struct InlineCode: Sendable {
  package var text: String
  package var attributes: Attributes
  /// With the backticks.
  package var span: SourceSpan
  /// Without them.
  package var contentSpan: SourceSpan
}

/// A link: `[text](destination)`, `[text][label]` or `<destination>`.
package struct Link: Sendable {
  package var destination: String
  package var title: String?
  package var content: [Inline]
  package var attributes: Attributes
  package var span: SourceSpan

  /// Whether the text is the address itself, with or without its scheme.
  package var isAddress: Bool {
    let text = content.plainText
    return !text.isEmpty && destination.hasSuffix(text)
  }
}

/// An image within a line, `![text](path)`; alone in a paragraph it becomes a `Picture`.
package struct Image: Sendable {
  package var path: Spanned<String>
  package var title: String?
  package var content: [Inline]
  package var attributes: Attributes
  package var span: SourceSpan
}

/// Text with attributes: `[text]{.class key=value}`.
package struct BracketedSpan: Sendable {
  package var content: [Inline]
  package var attributes: Attributes
  package var span: SourceSpan

  /// Another language of the text, BCP 47.
  package var language: Spanned<String>? { attributes["lang"] }
  /// Whether numerals inside are declared not to come from the data.
  package var isLiteral: Bool { attributes.hasClass("literal") }
}

/// A footnote mark: `[^id]`.
package struct FootnoteReference: Sendable {
  package var id: String
  package var span: SourceSpan
}

/// A reference: `@id`, to something in the report or, in the line of the text, to the bibliography.
package struct CrossReference: Sendable {
  package var id: String
  package var span: SourceSpan
}

/// A figure in prose: `{{ figure | format | format(argument) }}`.
package struct FigureBinding: Sendable {
  package struct Format: Sendable {
    package var name: Spanned<String>
    package var arguments: [Spanned<String>]
  }

  package var figure: Spanned<String>
  package var formats: [Format]
  package var span: SourceSpan
}

extension [Inline] {
  /// The words alone: what a did-you-mean shows.
  package var plainText: String { plainText(showing: [:]) }

  /// The words alone, with the figures in them: what an outline and a running head show.
  ///
  /// - Parameter bindings: how each figure is printed, by the place of its binding.
  /// - Returns: the text on one line.
  package func plainText(showing bindings: [SourceSpan: String]) -> String {
    map { inline in
      switch inline {
      case .text(let text, _): text
      case .lineBreak: " "
      case .code(let code): code.text
      case .binding(let binding): bindings[binding.span] ?? ""
      default: inline.children.plainText(showing: bindings)
      }
    }.joined()
  }
}
