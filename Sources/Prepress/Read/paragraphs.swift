/// The paragraphs of a tagged file from its structure and the texts of its pages.
func paragraphs(
  _ structure: StructureElements, _ texts: [ObjectNumber: PageTexts]
) -> [DocumentContent.Paragraph] {
  var collector = ParagraphCollector()
  for index in structure.elements.indices { collector.take(index, structure.elements, texts) }
  return collector.paragraphs
}

private struct ParagraphCollector {
  private struct Piece {
    var page: Int
    var identifier: Int
    /// The cell of a row that it stands in.
    var cell: Int?
    var text: String
  }

  /// The element that an element's text counts as a part of, and the cell it lies in.
  private var owners: [(element: Int, cell: Int?)] = []
  private var order: [Int] = []
  private var pieces: [Int: [Piece]] = [:]
  private var roles: [Int: String] = [:]

  /// Types that hold text of their own; what lies within them, a link or a span, is a part of it.
  private static let blocks: Set<String> = [
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "TR", "TOCI", "LI", "Note",
    "FENote", "Figure", "Formula",
  ]
  /// Types that take the blocks within them in, too: a row is compared as one.
  private static let wholes: Set<String> = ["TR", "TOCI", "LI", "Figure"]

  mutating func take(
    _ index: Int, _ elements: [StructureElements.Element], _ texts: [ObjectNumber: PageTexts]
  ) {
    let element = elements[index]
    let owner = owner(of: index, elements)
    owners.append(owner)
    for marker in element.markers {
      guard let page = marker.page, let found = texts[page],
        let text = found.pieces[marker.identifier], text.contains(where: { !$0.isWhitespace })
      else { continue }
      if pieces[owner.element] == nil { order.append(owner.element) }
      pieces[owner.element, default: []].append(
        Piece(page: found.page, identifier: marker.identifier, cell: owner.cell, text: text))
      roles[owner.element] = elements[owner.element].standardRole
    }
  }

  private func owner(
    of index: Int, _ elements: [StructureElements.Element]
  ) -> (element: Int, cell: Int?) {
    let role = elements[index].standardRole
    guard let parent = elements[index].parent else { return (index, nil) }
    let above = owners[parent]
    let aboveRole = elements[above.element].standardRole
    let isCell = role == "TD" || role == "TH"
    if isCell, aboveRole == "TR" { return (above.element, index) }
    let isTaken =
      ParagraphCollector.wholes.contains(aboveRole) && !["LI", "TR", "Note"].contains(role)
    if isTaken || !ParagraphCollector.blocks.contains(role) {
      return ParagraphCollector.blocks.contains(aboveRole) ? above : (index, nil)
    }
    return (index, nil)
  }

  /// Pieces in the order of painting: a link stands between the halves of its paragraph.
  var paragraphs: [DocumentContent.Paragraph] {
    order.compactMap { owner in
      guard
        let pieces = pieces[owner]?.sorted(by: {
          ($0.page, $0.identifier) < ($1.page, $1.identifier)
        }), let first = pieces.first
      else { return nil }
      var text = ""
      var cell = first.cell
      for piece in pieces {
        if piece.cell != cell { text += " | " } else if !text.isEmpty { text += "\u{200B}" }
        cell = piece.cell
        text += piece.text
      }
      return DocumentContent.Paragraph(role: roles[owner] ?? "", page: first.page, text: text)
    }
  }
}
