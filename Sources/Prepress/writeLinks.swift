import Drawing

/// A link of a page as it stands in the file.
struct Annotation {
  var number: ObjectNumber
  var page: Int
  /// The structure node that holds the link's text.
  var node: StructureNodeID
  /// Its key in the parent tree.
  var structParent: Int
}

/// Writes a link annotation for every link (ISO 32000-1, 12.5.6.5).
func writeLinks(
  of document: PagedDocument, on frame: PageFrame, in file: inout FinishedFile
) throws(PrepressError) -> [Annotation] {
  try checkDestinations(of: document)
  var annotations: [Annotation] = []
  for (page, content) in document.pages.enumerated() {
    for link in content.links {
      let key = document.pages.count + annotations.count
      let number = file.write { bytes in
        bytes.link(link, box: frame.box(link.rect, page: page), structParent: key)
      }
      annotations.append(
        Annotation(number: number, page: page, node: link.node, structParent: key))
    }
  }
  return annotations
}

private func checkDestinations(of document: PagedDocument) throws(PrepressError) {
  let known = Set(document.pages.lazy.flatMap(\.destinations).map(\.name))
  var unknown: [String] = []
  let check = { (name: String) in
    if !known.contains(name), !unknown.contains(name) { unknown.append(name) }
  }
  for page in document.pages {
    for link in page.links {
      if case .destination(let name) = link.target { check(name) }
    }
  }
  var pending = Array(document.outline.reversed())
  while let item = pending.popLast() {
    check(item.destination)
    pending += item.children.reversed()
  }
  guard unknown.isEmpty else { throw .unknownDestinations(unknown) }
}

extension PDFBytes {
  fileprivate mutating func link(_ link: Link, box: [Double], structParent: Int) {
    append("<</Type/Annot/Subtype/Link/Rect")
    numbers(box)
    // Flag 4 is Print, which ISO 19005-2, 6.3.2 wants.
    append("/Border[0 0 0]/F 4/Contents")
    text(link.contents)
    if !link.node.isArtifact {
      append("/StructParent ")
      integer(structParent)
    }
    switch link.target {
    case .destination(let name):
      append("/Dest")
      text(name)
    case .uri(let address):
      append("/A<</S/URI/URI")
      string(percentEncoded(address))
      append(">>")
    }
    append(">>")
  }
}

/// The address with everything but ASCII percent-encoded (RFC 3987, 3.1).
private func percentEncoded(_ address: String) -> [UInt8] {
  var bytes: [UInt8] = []
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in address.utf8 {
    if (0x21...0x7E).contains(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
  }
  return bytes
}
