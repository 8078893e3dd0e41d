/// A file with everything that rules look at, gathered once.
struct Inspection {
  struct Page {
    var number: ObjectNumber?
    /// With what it inherits from the page tree.
    var dictionary: PDFDictionary
    var content: PageContent
    var annotations: [(number: ObjectNumber?, dictionary: PDFDictionary)]
  }

  let file: PDFFile
  let catalog: PDFDictionary
  let information: PDFDictionary
  /// The XMP packet as text; empty when there is none.
  let packet: String
  let pages: [Page]
  /// Whether the page tree loops or is larger than that of any document.
  let hasBrokenPageTree: Bool
  let structure: StructureElements
  let fonts: [InspectedFont]

  init(_ bytes: [UInt8]) throws(PrepressError) {
    let file = try PDFFile(bytes)
    self.file = file
    catalog = file.dictionary(file.trailer["Root"]) ?? PDFDictionary()
    information = file.dictionary(file.trailer["Info"]) ?? PDFDictionary()
    packet = file.data(catalog["Metadata"]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    structure = StructureElements(file, catalog: catalog)
    let tree = PageTree(file, catalog: catalog)
    hasBrokenPageTree = tree.isBroken
    pages = Inspection.pages(tree, of: file)
    fonts = InspectedFont.fonts(of: pages, in: file)
  }

  /// Reads what all pages paint, with one budget, as they may share content that swells.
  private static func pages(_ tree: PageTree, of file: PDFFile) -> [Page] {
    var budget = ContentInspector.budget
    return tree.pages.map { page($0.dictionary, $0.number, in: file, &budget) }
  }

  private static func page(
    _ dictionary: PDFDictionary, _ number: ObjectNumber?, in file: PDFFile,
    _ budget: inout WorkBudget
  ) -> Page {
    let objects = file.array(dictionary["Annots"]) ?? []
    budget.spend(ContentInspector.operationCost * objects.count)
    let annotations = (budget.isSpent ? [] : objects).compactMap { object in
      file.dictionary(object).map { dictionary -> (ObjectNumber?, PDFDictionary) in
        if case .reference(let number) = object { return (number, dictionary) }
        return (nil, dictionary)
      }
    }
    return Page(
      number: number, dictionary: dictionary,
      content: ContentInspector.inspect(dictionary, in: file, &budget), annotations: annotations)
  }

  /// The text of a property in the packet, as an element or as an attribute; nil without it.
  func property(_ name: String) -> String? {
    if let start = packet.firstRange(of: "<\(name)>"),
      let end = packet[start.upperBound...].firstRange(of: "</\(name)>")
    {
      return String(packet[start.upperBound..<end.lowerBound])
    }
    for quote in ["\"", "'"] {
      guard let start = packet.firstRange(of: "\(name)=\(quote)"),
        let end = packet[start.upperBound...].firstRange(of: quote)
      else { continue }
      return String(packet[start.upperBound..<end.lowerBound])
    }
    return nil
  }

  /// Whether a property says something, apart from markup and white space.
  func hasText(_ name: String) -> Bool {
    var isMarkup = false
    return (property(name) ?? "").contains { character in
      if character == "<" { isMarkup = true }
      defer { if character == ">" { isMarkup = false } }
      return !isMarkup && !character.isWhitespace
    }
  }

  /// Calls `body` with every dictionary of the file, those within others too, and the object that
  /// it is or lies in.
  func forEachDictionary(_ body: (ObjectNumber, PDFDictionary, _ isStream: Bool) -> Void) {
    for (index, object) in file.objects.enumerated() {
      guard let object else { continue }
      let number = ObjectNumber(value: index)
      if case .dictionary(let dictionary) = object.value {
        body(number, dictionary, object.stream != nil)
        for entry in dictionary.entries { Inspection.visit(entry.value, number, body) }
      } else {
        Inspection.visit(object.value, number, body)
      }
    }
  }

  /// Calls `body` with every array of the file, those within others too.
  func forEachArray(_ body: ([PDFObject]) -> Void) {
    for object in file.objects {
      if let object { Inspection.visit(object.value, body) }
    }
  }

  private static func visit(_ object: PDFObject, _ body: ([PDFObject]) -> Void) {
    switch object {
    case .dictionary(let dictionary): for entry in dictionary.entries { visit(entry.value, body) }
    case .array(let elements):
      body(elements)
      for element in elements { visit(element, body) }
    default: break
    }
  }

  private static func visit(
    _ object: PDFObject, _ number: ObjectNumber, _ body: (ObjectNumber, PDFDictionary, Bool) -> Void
  ) {
    switch object {
    case .dictionary(let dictionary):
      body(number, dictionary, false)
      for entry in dictionary.entries { visit(entry.value, number, body) }
    case .array(let elements):
      for element in elements { visit(element, number, body) }
    default: break
    }
  }

  /// What the information dictionary says of PDF/X; empty when it says nothing.
  var pressVersion: String {
    String(decoding: file.string(information["GTS_PDFXVersion"]) ?? [], as: UTF8.self)
  }

  /// The claims that the file makes.
  var claims: [Claim] {
    var claims: [Claim] = []
    if property("pdfxid:GTS_PDFXVersion")?.hasPrefix("PDF/X-4") ?? false { claims.append(.pdfX4) }
    if pressVersion.hasPrefix("PDF/X-1") { claims.append(.pdfX1a) }
    if property("pdfuaid:part") == "1" { claims.append(.pdfUA1) }
    if property("pdfaid:part") == "3" {
      switch property("pdfaid:conformance") {
      case "A": claims.append(.pdfA3a)
      case "B": claims.append(.pdfA3b)
      default: claims.append(.pdfA3u)
      }
    }
    return claims
  }

  /// Standards that the file names and that there are no rules of, for people: `PDF/A-2b`.
  var otherStandards: [String] {
    var standards: [String] = []
    if let part = property("pdfaid:part"), part != "3" {
      standards.append("PDF/A-\(part)\(property("pdfaid:conformance")?.lowercased() ?? "")")
    }
    if let part = property("pdfuaid:part"), part != "1" { standards.append("PDF/UA-\(part)") }
    let press = property("pdfxid:GTS_PDFXVersion") ?? pressVersion
    if press.hasPrefix("PDF/X-"), !press.hasPrefix("PDF/X-4"), !press.hasPrefix("PDF/X-1") {
      standards.append(press)
    }
    return standards.map { String($0.prefix(40)) }
  }
}
