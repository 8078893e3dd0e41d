/// The logical structure of a PDF as `pdfinfo -struct-text` prints it.
struct LogicalText {
  struct Element {
    var role: String
    /// All text inside, without white space.
    var text: String
  }

  /// All elements, outer before inner, in reading order.
  private(set) var elements: [Element] = []

  init(_ listing: String) {
    var open: [(indent: Int, element: Int)] = []
    for line in listing.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      while let last = open.last, last.indent >= indent { open.removeLast() }
      if content.hasPrefix("\"") {
        let text = String(content.dropFirst().dropLast()).withoutSpace
        for (_, element) in open { elements[element].text += text }
      } else {
        let role = String(content.prefix { $0 != " " })
        open.append((indent, elements.count))
        elements.append(Element(role: role, text: ""))
      }
    }
  }
}
