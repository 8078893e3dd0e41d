extension Rule {
  /// PDF/X-1a (ISO 15930-4:2003, and what of ISO 15930-1:2001 is the same): process and named inks,
  /// and nothing that shines through.
  ///
  /// The standard's text was not at hand: clauses are those of ISO 32000-1 that it restricts, with
  /// the topic.
  static let opaquePressRules: [Rule] = [
    Rule([.pdfX1a], "syntax", "ISO 15930-4, file structure", "Every object can be read.") {
      SharedCheck.readability($0) + SharedCheck.operators($0)
    },
    Rule(
      [.pdfX1a], "identification", "ISO 15930-4, identification",
      "The information dictionary names PDF/X-1a, and a PDF of version 1.4 or lower holds it.",
      identification),
    Rule(
      [.pdfX1a], "object-streams", "ISO 32000-1, 7.5.7 and 7.5.8",
      "Objects and their table are not packed into streams.", objectStreams),
    Rule(
      [.pdfX1a], "trailer", "ISO 32000-1, 14.4", "The trailer has an ID.", SharedCheck.identifier),
    Rule(
      [.pdfX1a], "encryption", "ISO 32000-1, 7.6", "The file is not encrypted.",
      SharedCheck.encryption),
    Rule(
      [.pdfX1a], "metadata", "ISO 15930-4, information dictionary",
      "The information dictionary has a title and the dates of creation and change.", information),
    Rule(
      [.pdfX1a], "trapped", "ISO 15930-4, trapping",
      "Trapped is True or False, and XMP does not say otherwise.", PressCheck.trapped),
    Rule(
      [.pdfX1a], "output-intent", "ISO 32000-1, 14.11.5",
      "There is one GTS_PDFX output intent, with an identifier and a profile of four inks.",
      outputIntent),
    Rule(
      [.pdfX1a], "boxes", "ISO 32000-1, 14.11.2",
      "A page has a TrimBox or an ArtBox and not both, and its boxes nest.", PressCheck.boxes),
    Rule(
      [.pdfX1a], "colour", "ISO 15930-4, colour spaces",
      "Colours are process inks, black or named inks.", colour),
    Rule(
      [.pdfX1a], "transparency", "ISO 32000-1, 11",
      "There are no soft masks, opacities, blend modes and transparency groups.", transparency),
    Rule(
      [.pdfX1a], "fonts", "ISO 32000-1, 9.9", "Every font is embedded.",
      SharedCheck.embeddedFonts),
    Rule(
      [.pdfX1a], "annotations", "ISO 15930-4, annotations",
      "Annotations other than trap networks and printer's marks lie outside the bleed.",
      PressCheck.annotations),
    Rule([.pdfX1a], "actions", "ISO 32000-1, 12.6", "There are no actions and no scripts.") {
      SharedCheck.actions($0, allowing: []) + PressCheck.forms($0)
    },
    Rule(
      [.pdfX1a], "filters", "ISO 32000-1, 7.4",
      "No stream uses LZW, JBIG2, JPEG 2000 or Crypt or lies elsewhere."
    ) {
      SharedCheck.filters($0) + newerFilters($0)
    },
    Rule(
      [.pdfX1a], "foreign-objects", "ISO 32000-1, 8.10.4 and 14.11.7",
      "Nothing is drawn from other files, by OPI or by PostScript.", SharedCheck.foreignObjects),
    Rule(
      [.pdfX1a], "files", "ISO 32000-1, 7.11", "No files are attached or referred to.", files),
    Rule(
      [.pdfX1a], "transfer-functions", "ISO 32000-1, 10.5", "There are no transfer functions.",
      SharedCheck.transferFunctions),
    Rule(
      [.pdfX1a], "halftones", "ISO 32000-1, 10.6.5",
      "Halftones are of type 1 or 5 and have no names.", halftones),
    Rule(
      [.pdfX1a], "optional-content", "ISO 32000-1, 8.11", "There is no optional content."
    ) {
      $0.catalog["OCProperties"] == nil ? [] : [Finding("the file has optional content")]
    },
  ]

  private static func identification(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    let conformance = String(
      decoding: inspection.file.string(inspection.information["GTS_PDFXConformance"]) ?? [],
      as: UTF8.self)
    let isOf2001 =
      inspection.pressVersion == "PDF/X-1:2001" && conformance == "PDF/X-1a:2001"
    if inspection.pressVersion != Claim.pdfX1a.rawValue && !isOf2001 {
      findings.append(Finding("the information dictionary does not name PDF/X-1a"))
    }
    let version = inspection.file.bytes.prefix(8).suffix(3)
    if !version.starts(with: "1.".utf8) || (version.last ?? 0) > UInt8(ascii: "4") {
      findings.append(Finding("the header names no version from 1.0 to 1.4"))
    }
    return findings
  }

  private static func objectStreams(_ inspection: Inspection) -> [Finding] {
    var packed = 0
    inspection.forEachDictionary { _, dictionary, isStream in
      guard isStream, let type = inspection.file.name(dictionary["Type"]) else { return }
      if type == "ObjStm" || type == "XRef" { packed += 1 }
    }
    return packed == 0 ? [] : [Finding("the file has \(packed) object or reference streams")]
  }

  private static func information(_ inspection: Inspection) -> [Finding] {
    ["Title", "CreationDate", "ModDate"].filter {
      inspection.file.string(inspection.information[$0])?.isEmpty ?? true
    }.map { Finding("the information dictionary has no \($0)") }
  }

  private static func outputIntent(_ inspection: Inspection) -> [Finding] {
    let intents = SharedCheck.intents("GTS_PDFX", inspection)
    guard let intent = intents.first, intents.count == 1 else {
      return [Finding("there are \(intents.count) GTS_PDFX output intents instead of one")]
    }
    var findings: [Finding] = []
    for key in ["OutputConditionIdentifier", "Info"]
    where inspection.file.string(intent[key])?.isEmpty ?? true {
      findings.append(Finding("the output intent has no \(key)"))
    }
    guard intent["DestOutputProfile"] != nil else {
      let isRegistered = inspection.file.string(intent["RegistryName"])?.isEmpty == false
      return isRegistered ? findings : findings + [Finding("the output intent has no profile")]
    }
    let profile = SharedCheck.profile(intent, inspection)
    if profile?.kind != "prtr" || profile?.space != "CMYK" || profile?.components != 4 {
      findings.append(Finding("the output intent's profile is not that of a press of four inks"))
    }
    return findings
  }

  private static func colour(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      let content = page.content
      var findings: [Finding] = []
      if content.colors.usesRGB {
        findings.append(
          Finding("RGB in \(content.colors.rgbUsers.joined(separator: ", "))", page: index))
      }
      for family in content.colors.measuredSpaces.sorted() {
        findings.append(Finding("a colour space of kind \(family)", page: index))
      }
      return findings
    }
  }

  private static func transparency(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      var findings = Set(page.content.transparencies.map(\.what)).sorted().map {
        Finding($0, page: index)
      }
      let group = inspection.file.dictionary(page.dictionary["Group"])
      if inspection.file.name(group?["S"]) == "Transparency" {
        findings.append(Finding("the page is a transparency group", page: index))
      }
      return findings
    }
  }

  private static func newerFilters(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, isStream in
      guard isStream else { return }
      for filter in inspection.file.filters(dictionary)
      where ["JPXDecode", "JBIG2Decode"].contains(filter.name) {
        findings.append(Finding("the stream \(number.value) is coded with \(filter.name)"))
      }
    }
    return findings
  }

  private static func files(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, _ in
      if dictionary["EF"] != nil || dictionary["Type"] == .name("Filespec") {
        findings.append(Finding("the object \(number.value) refers to a file"))
      }
    }
    return findings
  }

  private static func halftones(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, _ in
      guard let type = inspection.file.number(dictionary["HalftoneType"]) else { return }
      if (type != 1 && type != 5) || dictionary["HalftoneName"] != nil {
        findings.append(Finding("the halftone \(number.value) is named or of another type"))
      }
    }
    return findings
  }
}
