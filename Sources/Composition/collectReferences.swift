internal import Declarations
package import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let referencesPlace = DiagnosticCode(
    "composition.references-place",
    "A report that cites lists its references in one place: a part whose role is of the kind "
      + "references, or a division `::: references`.")
}

/// The list of references (GB/T 7714—2015): an entry for each number, hanging behind its label.
extension Collector {
  mutating func collectReferences(in frame: Frame, at span: SourceSpan) -> [FlowBlock] {
    referenceLists.append(span)
    let entries = input.report.references
    let list = structure.add(.list, in: frame.node, span: span)
    var style = style("reference", or: "list", in: frame)
    let column = labelColumn(of: entries.indices.map { "[\($0 + 1)]" }, style)
    let start = style.left
    (style.left, style.indent) = (start + column, 0)
    return entries.enumerated().map { index, entry in
      let item = structure.add(.listItem, in: list, span: entry.id.span)
      let label = structure.add(.label, in: item, span: entry.id.span)
      let body = structure.add(.listBody, in: item, span: entry.id.span)
      var text = block(of: entry, style, in: frame, node: body)
      var plain = style
      plain.alignment = .start
      text.label = self.label(
        "[\(index + 1)]", style: plain, x: start, in: frame, node: label, span: entry.id.span)
      return .text(text)
    }
  }

  /// An entry in its own language; all entries of a list begin at one side.
  private mutating func block(
    of entry: BibliographyEntry, _ style: ParagraphStyle, in frame: Frame, node: StructureNodeID
  ) -> TextBlock {
    let span = entry.id.span
    let node = structure.add(.bibliographyEntry, in: node, span: span)
    let (outer, language) = (frame.language(sheet), entry.language)
    var style = style
    style.text.language = language
    if language != outer { structure[node].language = language }
    if language.isRightToLeft != outer.isRightToLeft { style.alignment = .end }
    var text = StyledText()
    let index = styles.index(of: style.text)
    for piece in formatEntry(entry, sheet.words(in: language)) {
      switch piece {
      case .text(let string): text.append(string, style: index, node: node, span: span)
      case .whole(let string):
        text.append(string, style: index, node: node, span: span, options: [.unbreakable])
      case .mark(let string):
        text.append(
          string, style: index, node: node, span: span, options: [.unbreakable, .attached])
      case .address(let string, let uri):
        let link = structure.add(.link, in: node, span: span)
        attachments.append(.link(.uri(uri), node: link, contents: string))
        text.append(
          string, style: styles.index(of: inline("link", style.text)), node: link, span: span,
          options: [.address], attachment: attachments.count - 1)
      }
    }
    var block = block(text, style, in: frame, span: span)
    block.destination = entry.id.value
    return block
  }

  /// Fills a part that is the list of references, behind what its author wrote.
  mutating func fillReferences(_ flow: inout PartFlow) {
    let (frame, columns) = self.columns(flow.style.columns, in: frame(of: flow.style, flow.node))
    let blocks = collectReferences(in: frame, at: flow.span)
    if blocks.isEmpty { reportEmpty(flow) }
    flow.blocks +=
      columns.count > 1 ? [.columns(ColumnsBlock(blocks: blocks, group: columns))] : blocks
  }

  /// Citations need a list to lead to, and one alone.
  mutating func checkReferencesPlace() {
    guard !input.report.references.isEmpty else { return }
    if referenceLists.isEmpty {
      let span = input.report.declaration.references?.span ?? .none
      diagnostics.append(
        Diagnostic(.referencesPlace, "the report lists its references nowhere", at: span)
          .hinting("add the part `role: references`, or write “::: references” and “:::”"))
    }
    for span in referenceLists.dropFirst() {
      diagnostics.append(
        Diagnostic(.referencesPlace, "the references are listed a second time", at: span)
          .labelled("first listed here", at: referenceLists[0]))
    }
  }
}
