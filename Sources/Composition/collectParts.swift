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
  /// Collects all parts; lists are filled last, because they show what the others hold, and the index
  /// later still, when pages are known.
  mutating func collectParts() -> [PartFlow] {
    var flows: [PartFlow] = []
    for part in input.report.parts {
      let node = structure.add(.part, in: StructureTree.root, span: part.role.span)
      guard let style = partStyle(part) else { continue }
      let isOpened = style.kind.listsPages || style.kind == .references && part.blocks.isEmpty
      let start = CollectedExtent(endOf: self)
      var flow = isOpened ? openList(part, style, node) : collect(part, style, node)
      if style.kind == .references { fillReferences(&flow) }
      flow.extents = [start.upTo(endOf: self)]
      flows.append(flow)
    }
    checkReferencesPlace()
    for index in flows.indices {
      let start = CollectedExtent(endOf: self)
      fillList(&flows[index])
      flows[index].extents.append(start.upTo(endOf: self))
    }
    return flows
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
    let frame = self.frame(of: style, node)
    var blocks = part.blocks
    var flow = PartFlow(
      style: style, title: part.title?.value ?? "", label: "", blocks: [], fixed: [],
      destination: newDestination(), span: part.role.span, node: node,
      language: frame.language(sheet))
    var title: [Inline] = part.title.map { [.text($0.value, $0.span)] } ?? []
    if case .heading(let heading) = blocks.first, heading.level == 1 {
      title = heading.content
      flow.title = title.plainText(showing: input.bindings)
      flow.label = numbering.labels[heading.span] ?? ""
      flow.openerLabel = numbering.openerLabels[heading.span] ?? ""
      flow.ordinal = numbering.ordinals[heading.span]
      if let id = heading.attributes.id { flow.destination = id.value }
      if !style.blocks.isEmpty {
        blocks.removeFirst()
        outline.append(
          HeadingEntry(
            level: 1, number: flow.label, title: flow.title, parts: input.parts(of: title),
            destination: flow.destination,
            language: flow.language, isInContents: style.isInContents))
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

  /// The frame of a part's blocks, in the language of its body.
  func frame(of style: PartStyle, _ node: StructureNodeID) -> Frame {
    Frame(
      x: 0, width: measure, body: style.body, node: node,
      language: sheet.paragraph(style.body).text.language)
  }

  /// Sets the texts of a cover or an opener; what names the part is its heading.
  mutating func collectFixed(
    _ style: PartStyle, title: [Inline], _ flow: PartFlow, _ node: StructureNodeID
  ) -> [FixedText] {
    var fixed: [FixedText] = []
    let role: StructureRole = style.kind == .cover ? .paragraph : .heading1
    let heading = structure.add(role, in: node, span: flow.span)
    for block in style.blocks {
      var paragraph = sheet.paragraph(block.style)
      if paragraph.text.language == sheet.language { paragraph.text.language = flow.language }
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
      let job = addJob(text, paragraph, width: block.rect.width)
      fixed.append(FixedText(block: block, job: job))
    }
    return fixed
  }

  private func expand(_ template: String, _ flow: PartFlow) -> String {
    let declaration = input.report.declaration
    let values: [(String, String?)] = [
      ("title", flow.style.kind == .cover ? input.title : flow.title),
      ("subtitle", declaration.subtitle?.value), ("edition", declaration.edition?.value),
      ("organization", declaration.organization?.value),
      ("date", declaration.date.map { printDate($0.value, flow.language) }),
      ("authors", declaration.authors.map(\.value).joined(separator: "　")),
      ("label", flow.openerLabel), ("number", flow.ordinal.map(String.init)),
    ]
    return values.reduce(template) { $0.replacing("{\($1.0)}", with: $1.1 ?? "") }
  }
}
