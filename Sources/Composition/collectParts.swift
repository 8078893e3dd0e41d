package import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let unknownPartRole = DiagnosticCode(
    "composition.unknown-role",
    "A part of the report has a role that the layout does not define under `parts`.")
}

extension Collector {
  /// Collects all parts; the contents come last, because they list what the others hold.
  mutating func collectParts() -> [PartFlow] {
    var flows: [PartFlow?] = []
    var nodes: [StructureNodeID] = []
    for part in input.report.parts {
      let node = structure.add(.part, in: StructureTree.root, span: part.role.span)
      nodes.append(node)
      guard let style = partStyle(part) else {
        flows.append(nil)
        continue
      }
      flows.append(style.kind == .contents ? nil : collect(part, style, node))
    }
    for (index, part) in input.report.parts.enumerated() where flows[index] == nil {
      guard let style = sheet.parts[part.role.value] else { continue }
      flows[index] = collectContents(part, style, nodes[index])
    }
    return flows.compactMap { $0 }
  }

  private mutating func partStyle(_ part: Part) -> PartStyle? {
    if let style = sheet.parts[part.role.value] { return style }
    diagnostics.append(
      Diagnostic(
        .unknownPartRole, "the layout has no part “\(part.role.value)”", at: part.role.span
      ).hinting(
        suggestion(for: part.role.value, among: sheet.parts.keys.sorted())
          ?? "parts of the layout: \(sheet.parts.keys.sorted().joined(separator: ", "))"))
    return nil
  }

  private mutating func collect(
    _ part: Part, _ style: PartStyle, _ node: StructureNodeID
  ) -> PartFlow {
    let frame = Frame(x: 0, width: measure, body: style.body, node: node)
    var blocks = part.blocks
    var flow = PartFlow(
      style: style, title: part.title?.value ?? "", label: "", blocks: [], fixed: [],
      destination: newDestination(), span: part.role.span)
    var title: [Inline] = part.title.map { [.text($0.value, $0.span)] } ?? []
    if case .heading(let heading) = blocks.first, heading.level == 1 {
      title = heading.content
      flow.title = title.plainText
      flow.label = numbering.labels[heading.span] ?? ""
      flow.ordinal = numbering.ordinals[heading.span]
      if let id = heading.attributes.id { flow.destination = id.value }
      if !style.blocks.isEmpty {
        blocks.removeFirst()
        outline.append(
          HeadingEntry(
            level: 1, number: flow.label, title: flow.title, destination: flow.destination,
            isInContents: style.isInContents))
      }
    }
    flow.fixed = collectFixed(style, title: title, flow, node)
    let outlineStart = outline.count
    flow.blocks = collect(blocks, in: frame, columns: style.columns)
    if !style.isInContents {
      for index in outlineStart..<outline.count { outline[index].isInContents = false }
    }
    return flow
  }

  private mutating func collect(
    _ blocks: [Block], in frame: Frame, columns count: Int
  ) -> [FlowBlock] {
    guard count > 1 else { return collect(blocks, in: frame) }
    let (inner, group) = columns(count, in: frame)
    return [.columns(ColumnsBlock(blocks: collect(blocks, in: inner), group: group))]
  }

  /// Sets the texts of a cover or an opener; what names the part is its heading.
  private mutating func collectFixed(
    _ style: PartStyle, title: [Inline], _ flow: PartFlow, _ node: StructureNodeID
  ) -> [(block: FixedBlock, job: Int)] {
    var fixed: [(block: FixedBlock, job: Int)] = []
    let role: StructureRole = style.kind == .cover ? .paragraph : .heading1
    let heading = structure.add(role, in: node, span: flow.span)
    for block in style.blocks {
      let paragraph = sheet.paragraph(block.style)
      let isHeading = style.kind != .cover
      let owner: StructureNodeID =
        block.isDecorative
        ? .artifact : isHeading ? heading : structure.add(.paragraph, in: node, span: flow.span)
      var text = StyledText()
      if block.text == "{title}" && style.kind != .cover {
        collect(title, into: &text, style: paragraph.text, node: owner)
      } else {
        text.append(
          expand(block.text, flow), style: styles.index(of: paragraph.text), node: owner,
          span: flow.span)
      }
      guard !text.isEmpty else { continue }
      fixed.append((block, addJob(text, paragraph, width: block.rect.width)))
    }
    return fixed
  }

  private func expand(_ template: String, _ flow: PartFlow) -> String {
    let declaration = input.report.declaration
    let values: [(String, String?)] = [
      ("title", flow.style.kind == .cover ? input.report.title?.value : flow.title),
      ("subtitle", declaration.subtitle?.value), ("edition", declaration.edition?.value),
      ("organization", declaration.organization?.value),
      ("date", declaration.date.map { shownDate($0.value, declaration.language.value) }),
      ("authors", declaration.authors.map(\.value).joined(separator: "　")),
      ("label", flow.label), ("number", flow.ordinal.map(String.init)),
    ]
    return values.reduce(template) { $0.replacing("{\($1.0)}", with: $1.1 ?? "") }
  }

  /// A date as the language writes it in full, where it is one and the language is Chinese
  /// (GB/T 15835, 5.1.2: no leading zeros); otherwise as it stands.
  private func shownDate(_ date: String, _ language: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard language.hasPrefix("zh"), parts.count == 3 else { return date }
    return "\(parts[0])年\(parts[1])月\(parts[2])日"
  }

  private mutating func collectContents(
    _ part: Part, _ style: PartStyle, _ node: StructureNodeID
  ) -> PartFlow {
    let title = part.title?.value ?? sheet.words.contents
    var flow = PartFlow(
      style: style, title: title, label: "", blocks: [], fixed: [], destination: "contents",
      span: part.role.span)
    let inline = [Inline.text(title, part.title?.span ?? part.role.span)]
    flow.fixed = collectFixed(style, title: inline, flow, node)
    let list = structure.add(.contents, in: node, span: part.role.span)
    for entry in outline where entry.isInContents && entry.level <= sheet.contents.depth {
      flow.blocks.append(.entry(collect(entry, in: list, span: part.role.span)))
    }
    return flow
  }

  private mutating func collect(
    _ entry: HeadingEntry, in list: StructureNodeID, span: SourceSpan
  ) -> ContentsEntry {
    let style = sheet.paragraph("contents-\(entry.level)")
    let item = structure.add(.contentsItem, in: list, span: span)
    let link = structure.add(.link, in: structure.add(.reference, in: item, span: span), span: span)
    attachments.append(
      .link(.destination(entry.destination), node: link, contents: entry.title))
    var text = StyledText()
    let index = styles.index(of: style.text)
    let attachment = attachments.count - 1
    let frame = Frame(x: 0, width: measure, body: "body", node: item)
    var label: TextBlock.Label?
    var inset = 0.0
    if !entry.number.isEmpty {
      if style.indent < 0 {
        label = self.label(
          entry.number, style: style, x: style.left, in: frame, node: link, span: span)
        inset = -style.indent
      } else {
        text.append(
          entry.number + sheet.words.titleSeparator, style: index, node: link, span: span,
          options: [.unbreakable], attachment: attachment)
      }
    }
    text.append(entry.title, style: index, node: link, span: span, attachment: attachment)
    var plain = style
    plain.indent = 0
    plain.left += inset
    plain.right += 3 * style.text.size
    var block = block(text, plain, in: frame, span: span)
    block.label = label
    return ContentsEntry(
      text: block, target: entry.destination, measure: measure - block.x, node: link)
  }
}
