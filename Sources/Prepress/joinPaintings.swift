import Drawing

/// Joins the files that a document was painted into to one, as Cairo would have written it.
///
/// The first page of each file is left out. What several files have alike is written once: the fonts,
/// which that page has made the same in all of them, and pictures.
///
/// - Throws: when a file is not what Cairo writes.
func joinedFile(_ painting: RenderedPDF) throws(PrepressError) -> [UInt8] {
  guard !painting.continuations.isEmpty else { return painting.bytes }
  var joiner = PaintingJoiner()
  for bytes in [painting.bytes] + painting.continuations { try joiner.add(bytes) }
  return joiner.file()
}

private struct PaintingJoiner {
  /// What makes two resources the same.
  private struct Resource: Hashable {
    var value: PDFObject
    var data: ArraySlice<UInt8>?
  }

  private static let catalog = ObjectNumber(value: 1)
  private static let tree = ObjectNumber(value: 2)

  private var output = PDFBytes("%PDF-1.5\n")
  /// By object number; 0 for what is not written yet.
  private var offsets = [0, 0, 0]
  private var pages: [PDFObject] = []
  private var resources: [Resource: ObjectNumber] = [:]
  /// The numbers that objects of the file at hand have got.
  private var numbers: [ObjectNumber: ObjectNumber] = [:]

  mutating func add(_ bytes: [UInt8]) throws(PrepressError) {
    let file = try PaintedFile(bytes)
    numbers = [:]
    guard case .reference(let root)? = file.trailer["Root"],
      case .reference(let tree)? = try file.dictionary(root)["Pages"],
      case .array(let kids)? = try file.dictionary(tree)["Kids"]
    else { throw .malformed("it has no pages") }
    for kid in kids.dropFirst() {
      guard case .reference(let page) = kid else { throw .malformed("a page is no object") }
      try addPage(try file.dictionary(page), of: file)
    }
  }

  /// Contents stay apart even where two pages look the same: finishing rewrites each.
  private mutating func addPage(
    _ page: PDFDictionary, of file: PaintedFile
  ) throws(PrepressError) {
    var page = page
    page["Parent"] = nil
    if case .reference(let content)? = page["Contents"] {
      let object = try file.object(content)
      let number = write(try resource(object, of: file), object, of: file)
      numbers[content] = number
    }
    guard case .dictionary(var copy) = try renumbered(.dictionary(page), of: file) else { return }
    copy["Parent"] = .reference(PaintingJoiner.tree)
    let number = reserve()
    begin(number)
    output.dictionary(copy)
    output.append("\nendobj\n")
    pages.append(.reference(number))
  }

  private mutating func renumbered(
    _ value: PDFObject, of file: PaintedFile
  ) throws(PrepressError) -> PDFObject {
    switch value {
    case .reference(let number): return .reference(try copy(number, of: file))
    case .array(let elements):
      var copies: [PDFObject] = []
      for element in elements { copies.append(try renumbered(element, of: file)) }
      return .array(copies)
    case .dictionary(var dictionary):
      for entry in dictionary.entries {
        dictionary[entry.key] = try renumbered(entry.value, of: file)
      }
      return .dictionary(dictionary)
    default: return value
    }
  }

  /// The number of an object in the joined file, which has what it refers to before it.
  private mutating func copy(
    _ number: ObjectNumber, of file: PaintedFile
  ) throws(PrepressError) -> ObjectNumber {
    if let known = numbers[number] { return known }
    let object = try file.object(number)
    let resource = try resource(object, of: file)
    let copy = resources[resource] ?? write(resource, object, of: file)
    resources[resource] = copy
    numbers[number] = copy
    return copy
  }

  private mutating func resource(
    _ object: PaintedFile.Object, of file: PaintedFile
  ) throws(PrepressError) -> Resource {
    var value = object.value
    if let stream = object.stream, case .dictionary(var dictionary) = value {
      dictionary["Length"] = .integer(stream.count)
      value = .dictionary(dictionary)
    }
    return Resource(
      value: try renumbered(value, of: file), data: object.stream.map { file.bytes[$0] })
  }

  private mutating func write(
    _ resource: Resource, _ object: PaintedFile.Object, of file: PaintedFile
  ) -> ObjectNumber {
    let number = reserve()
    begin(number)
    // Cairo's own digits, wherever they can stay: they say more of a number than ours.
    if resource.value == object.value {
      output.append(file.bytes[object.source])
    } else {
      output.object(resource.value)
    }
    if let data = resource.data {
      output.append("\nstream\n")
      output.append(data)
      output.append("\nendstream")
    }
    output.append("\nendobj\n")
    return number
  }

  private mutating func reserve() -> ObjectNumber {
    offsets.append(0)
    return ObjectNumber(value: offsets.count - 1)
  }

  private mutating func begin(_ number: ObjectNumber) {
    offsets[number.value] = output.count
    output.integer(number.value)
    output.append(" 0 obj\n")
  }

  /// Adds the page tree, the catalogue and the table (ISO 32000-1, 7.5.4).
  consuming func file() -> [UInt8] {
    begin(PaintingJoiner.tree)
    output.append("<</Type /Pages /Count \(pages.count) /Kids ")
    output.object(.array(pages))
    output.append(">>\nendobj\n")
    begin(PaintingJoiner.catalog)
    output.append("<</Type /Catalog /Pages 2 0 R>>\nendobj\n")
    let start = output.count
    output.append("xref\n0 \(offsets.count)\n0000000000 65535 f \n")
    for offset in offsets.dropFirst() {
      let digits = String(offset)
      output.append(String(repeating: "0", count: max(0, 10 - digits.count)) + digits)
      output.append(" 00000 n \n")
    }
    output.append("trailer\n<</Size \(offsets.count) /Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n")
    return output.bytes
  }
}
