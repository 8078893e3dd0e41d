package import Declarations
package import Diagnostics

/// A block of a manuscript.
package indirect enum Block: Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(ItemList)
  case quote(Quote)
  case code(CodeBlock)
  case picture(Picture)
  case table(PipeTable)
  /// A fenced `chart` block: its YAML is decoded by the charts.
  case chart(DataBlock)
  /// A fenced `table` block.
  case dataTable(DataBlock)
  case division(Division)
  case thematicBreak(SourceSpan)

  package var span: SourceSpan {
    switch self {
    case .heading(let heading): heading.span
    case .paragraph(let paragraph): paragraph.span
    case .list(let list): list.span
    case .quote(let quote): quote.span
    case .code(let code): code.span
    case .picture(let picture): picture.span
    case .table(let table): table.span
    case .chart(let block), .dataTable(let block): block.span
    case .division(let division): division.span
    case .thematicBreak(let span): span
    }
  }

  /// The blocks inside, in order; empty for all but lists, quotes and divisions.
  package var children: [Block] {
    switch self {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let quote): quote.blocks
    case .division(let division): division.blocks
    default: []
    }
  }

  /// The id that a reference can name.
  package var id: Spanned<String>? {
    switch self {
    case .heading(let heading): heading.attributes.id
    case .picture(let picture): picture.attributes.id
    case .table(let table): table.attributes.id
    case .chart(let block), .dataTable(let block): block.id
    case .division(let division): division.attributes.id
    default: nil
    }
  }
}

package struct Heading: Sendable {
  /// 1 is the title of the part.
  package var level: Int
  package var content: [Inline]
  package var attributes: Attributes
  package var span: SourceSpan

  package var isNumbered: Bool { !attributes.hasClass("unnumbered") }
}

package struct Paragraph: Sendable {
  package var content: [Inline]
  package var span: SourceSpan
}

package struct Quote: Sendable {
  package var blocks: [Block]
  package var span: SourceSpan
}

/// A bullet or ordered list.
package struct ItemList: Sendable {
  package struct Item: Sendable {
    package var blocks: [Block]
    package var span: SourceSpan
  }

  /// The number of the first item; nil for a bullet list.
  package var start: Int?
  /// Whether no blank line parts the items.
  package var isTight: Bool
  package var items: [Item]
  package var span: SourceSpan
}

package struct CodeBlock: Sendable {
  package var language: String?
  package var text: String
  package var span: SourceSpan
}

/// A picture with a caption: a paragraph that is only an image.
package struct Picture: Sendable {
  package var path: Spanned<String>
  package var caption: [Inline]
  package var credit: [Inline]
  /// The description for readers who do not see the picture.
  package var alternative: Spanned<String>?
  /// Width as written, such as `100%` or `80mm`.
  package var width: Spanned<String>?
  package var attributes: Attributes
  package var span: SourceSpan
}

/// The YAML of a fenced `chart` or `table` block.
package struct DataBlock: Sendable {
  package var id: Spanned<String>?
  package var value: YAMLValue
  /// The YAML text inside the fence.
  package var text: SourceSpan
  /// The block with its fences.
  package var span: SourceSpan
}

/// A fenced division: `::: {.class #id title="Title"}`, its blocks, and `:::`.
package struct Division: Sendable {
  package var title: [Inline]
  /// Attribution of an epigraph or a boxed case.
  package var source: [Inline]
  package var attributes: Attributes
  package var blocks: [Block]
  package var span: SourceSpan
}

extension Division {
  /// The columns of `::: {.columns count=3}`: two unless it names another number, four at most.
  package var columnCount: Int? {
    guard attributes.hasClass("columns") else { return nil }
    let written = attributes["count"].flatMap { Int($0.value) } ?? 2
    return written > 1 ? min(written, 4) : nil
  }

  /// Whether it stands on turned pages of its own: `::: landscape`.
  package var isLandscape: Bool { attributes.hasClass("landscape") }
}
