import Drawing
import Geometry

/// Writes the outline (ISO 32000-1, 12.3.3); nil when there is none.
///
/// The first level is shown, what lies below it opens on demand.
func writeOutline(_ items: [OutlineItem], in file: inout FinishedFile) -> ObjectNumber? {
  guard !items.isEmpty else { return nil }
  let root = file.reserve()
  let ends = writeOutlineItems(items, parent: root, in: &file)
  file.write(root) { bytes in
    bytes.append("<</Type/Outlines")
    bytes.outlineEnds(ends)
    bytes.append("/Count ")
    bytes.integer(items.count)
    bytes.append(">>")
  }
  return root
}

private func writeOutlineItems(
  _ items: [OutlineItem], parent: ObjectNumber, in file: inout FinishedFile
) -> (first: ObjectNumber, last: ObjectNumber)? {
  let numbers = items.map { _ in file.reserve() }
  for (index, item) in items.enumerated() {
    let ends = writeOutlineItems(item.children, parent: numbers[index], in: &file)
    file.write(numbers[index]) { bytes in
      bytes.append("<</Title")
      bytes.text(item.title)
      bytes.append("/Dest")
      bytes.text(item.destination)
      bytes.append("/Parent ")
      bytes.reference(parent)
      bytes.sibling("/Prev ", index > 0 ? numbers[index - 1] : nil)
      bytes.sibling("/Next ", index + 1 < numbers.count ? numbers[index + 1] : nil)
      bytes.outlineEnds(ends)
      if !item.children.isEmpty {
        bytes.append("/Count ")
        bytes.integer(-item.children.count)
      }
      bytes.append(">>")
    }
  }
  guard let first = numbers.first, let last = numbers.last else { return nil }
  return (first, last)
}

extension PDFBytes {
  fileprivate mutating func sibling(_ key: String, _ number: ObjectNumber?) {
    guard let number else { return }
    append(key)
    reference(number)
  }

  fileprivate mutating func outlineEnds(_ ends: (first: ObjectNumber, last: ObjectNumber)?) {
    sibling("/First ", ends?.first)
    sibling("/Last ", ends?.last)
  }
}

/// Writes the name tree of destinations (ISO 32000-1, 12.3.2.3); nil when there are none.
func writeDestinations(
  of document: PagedDocument, on frame: PageFrame, in file: inout FinishedFile
) -> ObjectNumber? {
  var entries: [(key: [UInt8], value: [UInt8])] = []
  for (page, content) in document.pages.enumerated() {
    for destination in content.destinations {
      let point = frame.point(destination.point, page: page)
      var bytes = PDFBytes("[")
      bytes.reference(frame.numbers[page])
      bytes.append("/XYZ ")
      bytes.number(point.x)
      bytes.append(" ")
      bytes.number(point.y)
      bytes.append(" null]")
      entries.append((PDFBytes.encoded(destination.name), bytes.bytes))
    }
  }
  return entries.isEmpty ? nil : SortedTree(names: entries).write(in: &file)
}

/// Writes the page labels (ISO 32000-1, 12.4.2), one entry for each run of consecutive numbers.
func writePageLabels(of document: PagedDocument, in file: inout FinishedFile) -> ObjectNumber? {
  var entries: [(key: Int, value: [UInt8])] = []
  var expected: PageLabel?
  for (page, content) in document.pages.enumerated() {
    if content.label.normalized != expected { entries.append((page, content.label.range)) }
    expected = content.label.normalized
    if expected?.style != PageLabel.Style.none { expected?.number += 1 }
  }
  return entries.isEmpty ? nil : SortedTree(numbers: entries).write(in: &file)
}

extension PageLabel {
  /// Pages without a number are all alike.
  fileprivate var normalized: PageLabel {
    style == .none ? PageLabel(style: .none, number: 1) : self
  }

  /// The label dictionary of a range that begins here.
  fileprivate var range: [UInt8] {
    let code: String
    switch style {
    case .none: return Array("<</P()>>".utf8)
    case .decimal: code = "D"
    case .lowerRoman: code = "r"
    case .upperRoman: code = "R"
    }
    return Array("<</S/\(code)/St \(max(number, 1))>>".utf8)
  }
}
