internal import Declarations
package import Diagnostics

/// Writes a tree as text, a node to a line with its place: what golden tests compare.
package struct TreeDump {
  private let map: SourceMap
  private var lines: [String] = []
  private var depth = 0

  package init(map: SourceMap) { self.map = map }

  package func dump(_ report: Report) -> String {
    var dump = self
    for part in report.parts {
      dump.write("part \(part.role.value)", fields: [("file", part.file), ("title", part.title)])
      dump.nested { $0.write(part.blocks) }
    }
    for footnote in report.footnotes {
      dump.write("footnote \(footnote.id.value)", at: footnote.span)
      dump.nested { $0.write(footnote.blocks) }
    }
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ text: String, at span: SourceSpan) {
    write(text + " @\(place(span))")
  }

  private mutating func write(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func write(_ text: String, fields: [(String, Spanned<String>?)]) {
    write(
      ([text]
        + fields.compactMap { name, value in
          value.map { "\(name)=\(quoted($0.value))" }
        }).joined(separator: " "))
  }

  private mutating func nested(_ body: (inout TreeDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private func place(_ span: SourceSpan) -> String {
    guard let start = map.location(of: span), let end = map.endLocation(of: span) else {
      return "-"
    }
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private func quoted(_ text: String) -> String { text.debugDescription }

  private func attributes(_ attributes: Attributes) -> String {
    let id = attributes.id.map { " #\($0.value)" } ?? ""
    let classes = attributes.classes.map { " .\($0.value)" }.joined()
    let pairs = attributes.pairs.map { " \($0.key.value)=\(quoted($0.value.value))" }.joined()
    return id + classes + pairs
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading):
      write("heading \(heading.level)\(attributes(heading.attributes))", at: heading.span)
      nested { $0.write(heading.content) }
    case .paragraph(let paragraph):
      write("paragraph", at: paragraph.span)
      nested { $0.write(paragraph.content) }
    case .list(let list): write(list)
    case .quote(let quote):
      write("quote", at: quote.span)
      nested { $0.write(quote.blocks) }
    case .code(let code):
      write("code \(code.language ?? "-") \(quoted(code.text))", at: code.span)
    case .picture(let picture): write(picture)
    case .table(let table): write(table)
    case .chart(let data): write("chart \(data.id?.value ?? "-")", at: data.span)
    case .dataTable(let data): write("data-table \(data.id?.value ?? "-")", at: data.span)
    case .division(let division): write(division)
    case .thematicBreak(let span): write("thematic-break", at: span)
    }
  }

  private mutating func write(_ list: ItemList) {
    let kind = list.start.map { "ordered \($0)" } ?? "bullet"
    write("list \(kind) \(list.isTight ? "tight" : "loose")", at: list.span)
    nested { dump in
      for item in list.items {
        dump.write("item", at: item.span)
        dump.nested { $0.write(item.blocks) }
      }
    }
  }

  private mutating func write(_ picture: Picture) {
    write(
      "picture \(quoted(picture.path.value))\(attributes(picture.attributes))", at: picture.span)
    nested { dump in
      dump.write("caption", picture.caption)
      dump.write("credit", picture.credit)
    }
  }

  private mutating func write(_ table: PipeTable) {
    let alignments = table.alignments.map(\.rawValue).joined(separator: ",")
    write("table \(alignments)\(attributes(table.attributes))", at: table.span)
    nested { dump in
      for row in [table.head] + table.rows {
        dump.write("row", at: row.span)
        for cell in row.cells { dump.nested { $0.write("cell", cell.content, isKept: true) } }
      }
      dump.write("caption", table.caption)
      dump.write("source", table.source)
      dump.write("note", table.note)
    }
  }

  private mutating func write(_ division: Division) {
    write("division\(attributes(division.attributes))", at: division.span)
    nested { dump in
      dump.write("title", division.title)
      dump.write(division.blocks)
      dump.write("source", division.source)
    }
  }

  private mutating func write(_ name: String, _ content: [Inline], isKept: Bool = false) {
    guard isKept || !content.isEmpty else { return }
    write(name)
    nested { $0.write(content) }
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      write(name(of: inline), at: inline.span)
      nested { $0.write(inline.children) }
    }
  }

  private func name(of inline: Inline) -> String {
    switch inline {
    case .text(let text, _): "text \(quoted(text))"
    case .lineBreak: "line-break"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .code(let code): "code \(quoted(code.text))\(attributes(code.attributes))"
    case .link(let link): "link \(quoted(link.destination))\(attributes(link.attributes))"
    case .image(let image): "image \(quoted(image.path.value))\(attributes(image.attributes))"
    case .span(let bracketed): "span\(attributes(bracketed.attributes))"
    case .footnoteReference(let reference): "footnote-mark \(reference.id)"
    case .reference(let reference): "reference \(reference.id)"
    case .citation(let citation): "citation \(items(of: citation))"
    case .binding(let binding): "figure \(binding.figure.value)\(formats(of: binding))"
    }
  }

  private func items(of citation: Citation) -> String {
    citation.items.map { $0.key.value + ($0.pages.map { ", " + $0 } ?? "") }.joined(separator: "; ")
  }

  private func formats(of binding: FigureBinding) -> String {
    binding.formats.map { format in
      let arguments = format.arguments.map(\.value).joined(separator: ", ")
      return " | \(format.name.value)" + (arguments.isEmpty ? "" : "(\(arguments))")
    }.joined()
  }
}
