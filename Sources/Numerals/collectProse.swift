internal import Declarations
internal import Diagnostics
internal import Manuscript

/// Takes the texts of a report apart into what is read in one go: a paragraph, a cell, a title.
struct ProseCollector {
  /// How bound figures are printed.
  let bindings: [SourceSpan: String]
  private(set) var texts: [Prose] = []
  private(set) var claims: [Claim] = []
  /// BCP 47 tag of what is being read.
  private var language: String

  init(bindings: [SourceSpan: String], language: String) {
    self.bindings = bindings
    self.language = language
  }

  mutating func collect(_ report: Report) {
    let declared = [
      report.declaration.title, report.declaration.subtitle, report.declaration.edition,
    ]
    for title in declared + report.parts.map(\.title) { collect(title) }
    for part in report.parts { collect(part.blocks) }
    for note in report.footnotes { collect(note.blocks) }
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks { collect(block) }
  }

  private mutating func collect(_ block: Block) {
    switch block {
    case .heading(let heading): collect(heading.content)
    case .paragraph(let paragraph): collect(paragraph.content)
    case .picture(let picture):
      collect(picture.caption)
      collect(picture.credit)
    case .table(let table): collect(table)
    case .division(let division):
      let outer = language
      language = division.attributes["lang"]?.value ?? outer
      collect(division.title)
      collect(division.blocks)
      collect(division.source)
      language = outer
    case .chart(let data), .dataTable(let data): collect(data.value, isText: false)
    case .list, .quote: collect(block.children)
    case .code, .thematicBreak: break
    }
  }

  private mutating func collect(_ table: PipeTable) {
    for text in [table.caption, table.source, table.note] { collect(text) }
    for row in [table.head] + table.rows {
      for (head, cell) in zip(table.head.cells, row.cells) {
        collect(cell.content, columnHead: head.content.plainText)
      }
    }
  }

  private mutating func collect(_ content: [Inline], columnHead: String = "") {
    var prose = Prose()
    prose.language = language
    prose.columnHead = columnHead
    append(content, standing: .free, to: &prose)
    if !prose.scalars.isEmpty { texts.append(prose) }
  }

  private mutating func collect(_ text: Spanned<String>?) {
    guard let text else { return }
    var prose = Prose()
    prose.language = language
    prose.append(text.value, at: text.span, .free)
    if !prose.scalars.isEmpty { texts.append(prose) }
  }

  private mutating func append(
    _ content: [Inline], standing: Prose.Standing, to prose: inout Prose
  ) {
    for inline in content {
      switch inline {
      case .text(let text, let span): prose.append(text, at: span, standing)
      case .lineBreak(let span): prose.append(" ", at: span, standing)
      case .code(let code): prose.append(code.text, at: code.span, .literal)
      case .reference(let reference): prose.append("\u{FFFC}", at: reference.span, .literal)
      case .binding(let binding):
        prose.append(
          bindings[binding.span] ?? "?", at: binding.span, .bound, figure: binding.figure.value)
      case .link(let link) where link.isAddress:
        append(link.content, standing: .literal, to: &prose)
      case .span(let span): append(span, standing: standing, to: &prose)
      case .image, .footnoteReference, .citation: break
      default: append(inline.children, standing: standing, to: &prose)
      }
    }
  }

  private mutating func append(
    _ span: BracketedSpan, standing: Prose.Standing, to prose: inout Prose
  ) {
    if span.attributes.hasClass("stated") {
      let text = span.content.plainText
      let figure = span.attributes["figure"]
      claims.append(Claim(text: text, figure: figure, span: span.span))
      prose.append(text, at: span.span, .stated)
    } else {
      append(span.content, standing: span.isLiteral ? .literal : standing, to: &prose)
    }
  }

  // MARK: Chart and table blocks

  private mutating func collect(_ value: YAMLValue, isText: Bool) {
    switch value.content {
    case .scalar(let text, let isQuoted) where isText: collect(scalar: text, isQuoted, value.span)
    case .scalar: break
    case .sequence(let values): for value in values { collect(value, isText: isText) }
    case .mapping(let pairs):
      for (key, value) in pairs where key.name != "data" {
        collect(value, isText: isText || blockTextKeys.contains(key.name))
      }
    }
  }

  /// A text of YAML; `{{ figure }}` in it is bound by the pipeline, which also prints it.
  private mutating func collect(scalar text: String, _ isQuoted: Bool, _ span: SourceSpan) {
    let bytes = Array(text.utf8)
    let scalar = ScalarPlace(of: text, isQuoted: isQuoted, at: span)
    let place = { (range: Range<Int>) in scalar.isVerbatim ? scalar[range] : span }
    let string = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    var prose = Prose()
    prose.language = language
    for piece in textPieces(of: bytes) {
      if case .stated(let figure) = piece.kind {
        let named = figure.map { Spanned(string($0), at: place($0)) }
        claims.append(Claim(text: string(piece.shown), figure: named, span: place(piece.range)))
      }
      prose.append(string(piece.shown), at: place(piece.shown), piece.kind.standing)
    }
    if !prose.scalars.isEmpty { texts.append(prose) }
  }
}

extension TextPiece.Kind {
  fileprivate var standing: Prose.Standing {
    switch self {
    case .words: .free
    case .binding: .bound
    case .stated: .stated
    case .literal: .literal
    }
  }
}

extension SourceSpan {
  fileprivate var length: Int { Int(upperBound) - Int(lowerBound) }
}
