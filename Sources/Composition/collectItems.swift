internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  /// A list: each item's label stands in the indent of its first paragraph.
  mutating func collect(_ list: ItemList, in frame: Frame) -> [FlowBlock] {
    let listNode = structure.add(.list, in: frame.node, span: list.span)
    let style = ItemStyle(list, voice: style(frame.body, in: frame), sheet)
    let words = words(in: frame)
    var result: [FlowBlock] = []
    for (index, item) in list.items.enumerated() {
      let itemNode = structure.add(.listItem, in: listNode, span: item.span)
      let labelNode = structure.add(.label, in: itemNode, span: item.span)
      let bodyNode = structure.add(.listBody, in: itemNode, span: item.span)
      let label = label(
        list.start.map { words.itemLabel($0 + index) } ?? words.bullet, style: style.label,
        x: style.start, width: style.width, alignment: style.label.alignment, in: frame,
        node: labelNode, span: item.span)
      var inner = frame
      if !frame.isRightToLeft(sheet) { inner.x += style.inset }
      inner.width -= style.inset
      inner.node = bodyNode
      inner.isInItem = true
      var blocks = collect(item.blocks, in: inner)
      if case .text(var first) = blocks.first {
        first.label = label
        blocks[0] = .text(first)
      }
      result += blocks
    }
    if !frame.isInItem { style.space(&result) }
    return result
  }
}

/// How the items of a list stand: the list's own indents and spaces in the size of the voice around it.
private struct ItemStyle {
  /// Style of the labels.
  var label: ParagraphStyle
  /// Where the box of a label begins, and its width; nil is as wide as need be.
  var start: Double
  var width: Double?
  /// How far the text stands in.
  var inset: Double
  /// Space above and below the whole list.
  var before: Double
  var after: Double

  init(_ list: ItemList, voice: ParagraphStyle, _ sheet: Stylesheet) {
    let name = list.start == nil ? "bullets" : "list"
    let own = sheet.paragraph(name, or: "list")
    let scale = voice.text.size / own.text.size
    label = voice
    label.alignment = .start
    label.text = sheet.inlines["list-label"]?.apply(to: voice.text) ?? voice.text
    start = voice.left + max(own.indent * scale, 0)
    inset = own.left * scale
    (before, after) = (own.before, own.after)
    // With a style of their own, labels are aligned in the room that they have before the text.
    if let aligned = sheet.paragraphs[name + "-label"] {
      label.alignment = aligned.alignment == .justify ? .start : aligned.alignment
      width = max(inset - start + voice.left - aligned.right * scale, 1)
    }
  }

  /// Sets the list off from what surrounds it.
  ///
  /// Its lines then leave the baseline grid, so that half a line above and half a line below bring the
  /// text after it back to the grid.
  func space(_ blocks: inout [FlowBlock]) {
    guard before > 0 || after > 0 else { return }
    for index in blocks.indices {
      guard case .text(var text) = blocks[index] else { continue }
      text.snaps = false
      if index == 0 { text.style.before = max(text.style.before, before) }
      if index == blocks.count - 1 { text.style.after = max(text.style.after, after) }
      blocks[index] = .text(text)
    }
  }
}

extension Words {
  fileprivate func itemLabel(_ number: Int) -> String {
    itemLabel.replacing("{n:han}", with: hanNumeral(number))
      .replacing("{n}", with: String(number))
  }
}
