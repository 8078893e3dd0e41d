extension Rule {
  /// PDF/UA-1 (ISO 14289-1:2014) with the failure conditions of the Matterhorn Protocol 1.1 that a
  /// machine can find.
  static let accessRules: [Rule] = [
    Rule([.pdfUA1], "syntax", "ISO 32000-1, 7", "Every object can be read.") {
      SharedCheck.readability($0) + SharedCheck.encryption($0)
    },
    Rule([.pdfUA1], "identification", "5; Matterhorn 06-002", "XMP names part 1 of PDF/UA.") {
      $0.property("pdfuaid:part") == "1" ? [] : [Finding("XMP does not name PDF/UA-1")]
    },
    Rule([.pdfUA1], "marked", "7.1; Matterhorn 01-007", "The file is marked, without suspects.") {
      let info = $0.file.dictionary($0.catalog["MarkInfo"])
      let isGood = isMarked($0) && info?["Suspects"] != .boolean(true)
      return isGood ? [] : [Finding("MarkInfo does not say that the file is marked")]
    },
    Rule(
      [.pdfUA1], "content", "7.1; Matterhorn 01-003, 01-004, 01-005",
      "All content is tagged or an artifact, and neither lies in the other.", content),
    Rule(
      [.pdfUA1], "structure", "7.1; Matterhorn 01-005",
      "Tagged content leads to the structure.", contentAndStructure),
    Rule(
      [.pdfUA1], "roles", "7.1; Matterhorn 02-001, 02-003, 02-004",
      "Structure types are standard or mapped to standard ones.", roles),
    Rule(
      [.pdfUA1], "title", "7.1; Matterhorn 06-003, 07-001, 07-002", "The title is shown.", title),
    Rule(
      [.pdfUA1], "language", "7.2; Matterhorn 11-006", "The catalogue names the language.", language
    ),
    Rule(
      [.pdfUA1], "headings", "7.4.2; Matterhorn 14-002, 14-003, 14-006, 14-007",
      "Headings begin with level 1 and skip no level.", headings),
    Rule(
      [.pdfUA1], "figures", "7.3; Matterhorn 13-004",
      "Figures have alternate text and a bounding box.", figures),
    Rule(
      [.pdfUA1], "formulas", "7.7; Matterhorn 17-002", "Formulas have alternate text."
    ) {
      withoutText("Formula", $0)
    },
    Rule(
      [.pdfUA1], "tables", "7.2 and 7.5; Matterhorn 09-004, 15-003",
      "Tables have rows of cells, regular, with head cells that have a scope.", tables),
    Rule(
      [.pdfUA1], "lists", "7.2; Matterhorn 09-005",
      "Lists hold items, items hold labels and bodies.", lists),
    Rule(
      [.pdfUA1], "contents", "7.2; Matterhorn 09-006", "Tables of contents hold entries.", contents),
    Rule(
      [.pdfUA1], "notes", "7.9; Matterhorn 19-003, 19-004", "Notes have ids of their own.", notes),
    Rule(
      [.pdfUA1], "links", "7.18; Matterhorn 28-002, 28-004, 28-011",
      "Annotations are described and belong to a Link or Annot element.", annotations),
    Rule(
      [.pdfUA1], "tab-order", "7.18.3; Matterhorn 28-008, 28-009",
      "Pages with annotations are walked by structure.", tabOrder),
    Rule([.pdfUA1], "fonts", "7.21.4.1; Matterhorn 31-009", "Every font is embedded.") {
      SharedCheck.embeddedFonts($0)
    },
    Rule([.pdfUA1], "unicode", "7.21.7; Matterhorn 31-027", "Every glyph has a character.") {
      SharedCheck.meanings($0)
    },
    Rule(
      [.pdfUA1], "notdef", "7.21.8; Matterhorn 31-030", "The glyph .notdef is not shown.",
      SharedCheck.missingGlyphs),
    Rule(
      [.pdfUA1], "files", "7.11; Matterhorn 21-001", "File specifications have F and UF.", files),
    Rule(
      [.pdfUA1], "foreign-objects", "7.20; Matterhorn 30-001", "There are no reference XObjects.",
      SharedCheck.foreignObjects),
  ]

  private static func content(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      var findings: [Finding] = []
      if page.content.unmarked > 0 {
        findings.append(
          Finding("\(page.content.unmarked) drawings are neither tagged nor artifacts", page: index)
        )
      }
      if page.content.misnested > 0 {
        findings.append(Finding("artifacts and tagged content lie in each other", page: index))
      }
      return findings
    }
  }

  /// Every piece of a page's content that is marked has its element.
  private static func contentAndStructure(_ inspection: Inspection) -> [Finding] {
    if inspection.structure.rootDictionary == nil { return [Finding("there is no structure tree")] }
    if inspection.structure.isBroken { return [Finding("the structure tree loops")] }
    let known = inspection.structure.markersByPage
    return inspection.pages.enumerated().compactMap { index, page in
      let own = page.number.flatMap { known[$0] } ?? []
      let lost = page.content.markers.subtracting(own).count
      return lost > 0 ? Finding("\(lost) pieces of content have no element", page: index) : nil
    }
  }

  private static let standardRoles: Set<String> = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
  ]

  private static func roles(_ inspection: Inspection) -> [Finding] {
    var wrong: [String] = []
    for element in inspection.structure.elements {
      let isMapped = standardRoles.contains(element.role) && element.role != element.standardRole
      let isUnknown = !standardRoles.contains(element.standardRole)
      if isMapped || isUnknown, !wrong.contains(element.role), wrong.count < 10 {
        wrong.append(element.role)
      }
    }
    return wrong.map { Finding("the structure type “\($0)” is not standard") }
  }

  private static func title(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    if !inspection.hasText("dc:title") { findings.append(Finding("XMP has no title")) }
    let preferences = inspection.file.dictionary(inspection.catalog["ViewerPreferences"])
    if preferences?["DisplayDocTitle"] != .boolean(true) {
      findings.append(Finding("the title is not shown in the window"))
    }
    return findings
  }

  private static func headings(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    var last = 0
    var unnumbered = false
    for element in inspection.structure.elements {
      if element.standardRole == "H" { unnumbered = true }
      guard element.standardRole.count == 2, element.standardRole.first == "H",
        let level = element.standardRole.last?.wholeNumberValue
      else { continue }
      if level > last + 1 {
        let before = last == 0 ? "is the first" : "follows one of level \(last)"
        findings.append(Finding("a heading of level \(level) \(before)"))
      }
      last = level
    }
    if unnumbered, last > 0 { findings.append(Finding("headings are of both kinds, H and Hn")) }
    return findings
  }

  private static func text(_ inspection: Inspection, _ dictionary: PDFDictionary) -> Bool {
    ["Alt", "ActualText"].contains {
      !(inspection.file.string(dictionary[$0])?.isEmpty ?? true)
    }
  }

  private static func withoutText(_ role: String, _ inspection: Inspection) -> [Finding] {
    inspection.structure.elements.filter {
      $0.standardRole == role && !text(inspection, $0.dictionary)
    }.map { _ in Finding("a \(role) has no alternate text") }
  }

  private static func figures(_ inspection: Inspection) -> [Finding] {
    let boxless = inspection.structure.elements.filter { element in
      element.standardRole == "Figure" && attribute("BBox", element.dictionary, inspection) == nil
    }
    return withoutText("Figure", inspection)
      + boxless.map { _ in Finding("a Figure has no bounding box") }
  }

  /// An attribute of an element itself or of its classes (ISO 32000-1, 14.7.5).
  static func attribute(
    _ name: String, _ element: PDFDictionary, _ inspection: Inspection
  ) -> PDFObject? {
    let file = inspection.file
    let classes = file.dictionary(inspection.structure.rootDictionary?["ClassMap"])
    let shared = file.list(element["C"]).flatMap { object in
      file.name(object).map { file.list(classes?[$0]) } ?? []
    }
    return (file.list(element["A"]) + shared).lazy.compactMap { file.dictionary($0)?[name] }.first
  }

  private static func lists(_ inspection: Inspection) -> [Finding] {
    kids(of: "L", may: ["LI", "L", "Caption"], inspection)
      + kids(of: "LI", may: ["Lbl", "LBody"], inspection)
      + parents(of: ["LI"], must: ["L"], inspection)
      + parents(of: ["LBody"], must: ["LI"], inspection)
  }

  private static func contents(_ inspection: Inspection) -> [Finding] {
    kids(of: "TOC", may: ["TOCI", "TOC", "Caption"], inspection)
      + parents(of: ["TOCI"], must: ["TOC"], inspection)
  }

  static func kids(
    of role: String, may allowed: Set<String>, _ inspection: Inspection
  ) -> [Finding] {
    let structure = inspection.structure
    return structure.elements.indices.flatMap { index -> [Finding] in
      guard structure.elements[index].standardRole == role else { return [] }
      return structure.roles(ofKids: index).filter { !allowed.contains($0) }
        .map { Finding("a \(role) element holds a \($0)") }
    }
  }

  static func parents(
    of roles: Set<String>, must allowed: Set<String>, _ inspection: Inspection
  ) -> [Finding] {
    let elements = inspection.structure.elements
    return elements.filter { roles.contains($0.standardRole) }.compactMap { element in
      let parent = element.parent.map { elements[$0].standardRole } ?? "no element"
      return allowed.contains(parent)
        ? nil : Finding("a \(element.standardRole) element stands in \(parent)")
    }
  }

  private static func notes(_ inspection: Inspection) -> [Finding] {
    var known: Set<[UInt8]> = []
    return inspection.structure.elements.filter { $0.standardRole == "Note" }.compactMap { note in
      guard let identifier = inspection.file.string(note.dictionary["ID"]), !identifier.isEmpty
      else { return Finding("a Note has no ID") }
      return known.insert(identifier).inserted ? nil : Finding("two Notes have the same ID")
    }
  }

  private static func annotations(_ inspection: Inspection) -> [Finding] {
    var owners: [ObjectNumber: StructureElements.Element] = [:]
    for element in inspection.structure.elements {
      for annotation in element.annotations { owners[annotation] = element }
    }
    return inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      page.annotations.compactMap { number, annotation in
        guard isShown(annotation, on: page.dictionary, inspection.file) else { return nil }
        return complaint(annotation, number.flatMap { owners[$0] }, inspection).map {
          Finding($0, page: index)
        }
      }
    }
  }

  /// What is hidden or lies beside the page needs neither element nor description (ISO 14289-1,
  /// 7.18.1).
  private static func isShown(
    _ annotation: PDFDictionary, on page: PDFDictionary, _ file: PDFFile
  ) -> Bool {
    let flags = Int(exactly: file.number(annotation["F"]) ?? 0) ?? 0
    let isHidden = flags & 2 != 0
    guard !isHidden, let rect = file.box(annotation["Rect"]),
      let crop = file.box(page["CropBox"]) ?? file.box(page["MediaBox"])
    else { return !isHidden }
    return rect[0] < crop[2] && rect[2] > crop[0] && rect[1] < crop[3] && rect[3] > crop[1]
  }

  private static func complaint(
    _ annotation: PDFDictionary, _ owner: StructureElements.Element?, _ inspection: Inspection
  ) -> String? {
    let kind = inspection.file.name(annotation["Subtype"]) ?? "?"
    if kind == "PrinterMark" || kind == "Popup" { return nil }
    let wanted = kind == "Link" ? "Link" : kind == "Widget" ? "Form" : "Annot"
    if owner?.standardRole != wanted {
      return "an annotation of kind \(kind) is in no \(wanted) element"
    }
    if kind == "Widget" { return nil }
    // Links must have Contents (7.18.5); others may be described by their element.
    let contents = inspection.file.string(annotation["Contents"]) ?? []
    let alternate = kind == "Link" ? [] : inspection.file.string(owner?.dictionary["Alt"]) ?? []
    return contents.isEmpty && alternate.isEmpty
      ? "an annotation of kind \(kind) has no description" : nil
  }

  private static func tabOrder(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().compactMap { index, page in
      page.annotations.isEmpty || page.dictionary["Tabs"] == .name("S")
        ? nil : Finding("its tab order is not that of the structure", page: index)
    }
  }

  private static func files(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, _ in
      guard dictionary["EF"] != nil else { return }
      for key in ["F", "UF"] where dictionary[key] == nil {
        findings.append(Finding("the file specification \(number.value) has no \(key)"))
      }
    }
    return findings
  }
}
