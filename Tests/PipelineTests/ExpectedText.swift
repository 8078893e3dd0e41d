import Charts
import Diagnostics
import Manuscript

@testable import Composition
@testable import Pipeline

/// What must be readable in the PDF, from the parsed manuscript: independent of how it is composed.
struct ExpectedText {
  /// One paragraph, heading, caption or cell, without white space.
  struct Piece {
    var text = ""
    /// Where in the text, in characters, the marks of which notes stand.
    var marks: [(note: Int, offset: Int)] = []
    var place: SourceSpan
  }

  /// What runs through the pages in order: headings, paragraphs, items, boxed cases.
  private(set) var flow: [Piece] = []
  /// What stands with pictures and tables, which may move to another page.
  private(set) var floats: [[Piece]] = []
  private(set) var notes: [Piece] = []
  /// Headings with their numbers, in order, and their levels.
  private(set) var headings: [(level: Int, text: String)] = []
  /// References and links in running text.
  private(set) var linkCount = 0

  private let compilation: Compilation
  private let numbering: Numbering

  init(_ compilation: Compilation) {
    self.compilation = compilation
    numbering = Numbering(compilation.input)
    for part in compilation.report.parts {
      if part.blocks.isEmpty, let title = part.title { headings.append((1, title.value)) }
      if part.role.value == "list-of-captions" { headings += [(2, "图目录"), (2, "表目录")] }
      for block in part.blocks { collect(block) }
    }
    for note in compilation.report.footnotes {
      notes.append(Piece(place: note.span))
      for case .paragraph(let paragraph) in note.blocks {
        notes[notes.count - 1].text += piece(paragraph.content, paragraph.span).text
      }
    }
  }

  private mutating func collect(_ block: Block) {
    switch block {
    case .heading(let heading):
      let title = piece(heading.content, heading.span)
      let number = (numbering.labels[heading.span] ?? "").withoutSpace
      headings.append((heading.level, number + title.text))
      flow.append(title)
    case .paragraph(let paragraph): flow.append(piece(paragraph.content, paragraph.span))
    case .picture(let picture):
      let label = numbering.labels[picture.span] ?? ""
      floats.append([
        piece(picture.caption, picture.span, label: label), piece(picture.credit, picture.span),
      ])
    case .table(let table): collect(table)
    case .dataTable(let block): collectTable(at: block.span)
    case .chart(let block): collectChart(at: block.span)
    case .division(let division):
      if !division.title.isEmpty { flow.append(piece(division.title, division.span)) }
      for block in division.blocks { collect(block) }
      if !division.source.isEmpty { flow.append(piece(division.source, division.span)) }
    default: for block in block.children { collect(block) }
    }
  }

  private mutating func collectTable(at span: SourceSpan) {
    guard let table = compilation.input.tables[span] else { return }
    var texts = [(numbering.labels[span] ?? "?") + table.title.plainText]
    texts += table.head.joined().map(\.title.plainText) + table.rows.flatMap(\.cells)
    texts += [table.source.plainText, table.note.plainText]
    floats.append(texts.map { Piece(text: $0.withoutSpace, place: span) })
  }

  private mutating func collectChart(at span: SourceSpan) {
    guard let spec = compilation.charts.first(where: { $0.block == span })?.spec else { return }
    let caption = (numbering.labels[span] ?? "?") + spec.title
    let texts = [caption, spec.source ?? "", spec.note ?? ""]
    floats.append(texts.map { Piece(text: $0.withoutSpace, place: span) })
  }

  private mutating func collect(_ table: PipeTable) {
    var pieces = [piece(table.caption, table.span, label: numbering.labels[table.span] ?? "")]
    for row in [table.head] + table.rows {
      for cell in row.cells { pieces.append(piece(cell.content, table.span)) }
    }
    pieces.append(piece(table.source, table.span))
    pieces.append(piece(table.note, table.span))
    floats.append(pieces)
  }

  private mutating func piece(
    _ inlines: [Inline], _ span: SourceSpan, label: String = ""
  ) -> Piece {
    var piece = Piece(text: label.withoutSpace, place: span)
    append(inlines, to: &piece)
    return piece
  }

  private mutating func append(_ inlines: [Inline], to piece: inout Piece) {
    for inline in inlines {
      switch inline {
      case .text(let text, _): piece.text += text.withoutSpace
      case .code(let code): piece.text += code.text.withoutSpace
      case .binding(let binding):
        piece.text += (compilation.input.bindings[binding.span] ?? "?").withoutSpace
      case .reference(let reference):
        linkCount += 1
        piece.text += (numbering.references[reference.id] ?? "?").withoutSpace
      case .footnoteReference(let reference):
        let number = (numbering.notes[reference.id] ?? -1) + 1
        piece.marks.append((number, piece.text.count))
        piece.text += String(number)
      case .link(let link):
        linkCount += 1
        append(link.content, to: &piece)
      default: append(inline.children, to: &piece)
      }
    }
  }
}
