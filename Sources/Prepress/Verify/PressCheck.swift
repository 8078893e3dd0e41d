/// Checks of files for the press.
enum PressCheck {
  typealias Finding = Rule.Finding

  static func identification(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    if inspection.property("pdfxid:GTS_PDFXVersion")?.hasPrefix("PDF/X-4") != true {
      findings.append(Finding("XMP does not name PDF/X-4"))
    }
    let version = inspection.file.bytes.prefix(8).suffix(3)
    if !version.starts(with: "1.".utf8) || (version.last ?? 0) > UInt8(ascii: "7") {
      findings.append(Finding("the header names no version from 1.0 to 1.7"))
    }
    return findings
  }

  static func metadata(_ inspection: Inspection) -> [Finding] {
    let properties = [
      "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID",
      "xmpMM:InstanceID", "xmpMM:VersionID", "xmpMM:RenditionClass",
    ]
    return properties.filter { !inspection.hasText($0) }.map {
      Finding("XMP has no \($0)")
    }
  }

  static func trapped(_ inspection: Inspection) -> [Finding] {
    let own = inspection.file.name(inspection.information["Trapped"])
    guard let own, own == "True" || own == "False" else {
      return [Finding("Trapped is neither True nor False")]
    }
    let other = inspection.property("pdf:Trapped")
    return other == nil || other == own ? [] : [Finding("Trapped differs from XMP's")]
  }

  static func outputIntent(_ inspection: Inspection) -> [Finding] {
    let intents = SharedCheck.intents("GTS_PDFX", inspection)
    guard let intent = intents.first, intents.count == 1 else {
      return [Finding("there are \(intents.count) GTS_PDFX output intents instead of one")]
    }
    var findings: [Finding] = []
    if inspection.file.string(intent["OutputConditionIdentifier"])?.isEmpty ?? true {
      findings.append(Finding("the output intent has no OutputConditionIdentifier"))
    }
    guard let profile = SharedCheck.profile(intent, inspection) else {
      return findings + [Finding("the output intent has no ICC profile")]
    }
    if profile.kind != "prtr" {
      findings.append(Finding("the output intent's profile has class “\(profile.kind)”"))
    }
    let components = ["CMYK": 4, "RGB ": 3, "GRAY": 1][profile.space]
    if components != profile.components {
      findings.append(Finding("the output intent's profile has not \(profile.components) inks"))
    }
    return findings
  }

  static func isCMYK(_ inspection: Inspection) -> Bool {
    SharedCheck.intents("GTS_PDFX", inspection).first
      .flatMap { SharedCheck.profile($0, inspection) }?.space == "CMYK"
  }

  static func boxes(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page in
      boxes(page.dictionary, inspection.file).map { Finding($0, page: index) }
    }
  }

  private static func boxes(_ page: PDFDictionary, _ file: PDFFile) -> [String] {
    let (trim, art) = (file.box(page["TrimBox"]), file.box(page["ArtBox"]))
    guard let media = file.box(page["MediaBox"]) else { return ["it has no MediaBox"] }
    guard let inner = trim ?? art else { return ["it has neither TrimBox nor ArtBox"] }
    if trim != nil && art != nil { return ["it has both TrimBox and ArtBox"] }
    var messages: [String] = []
    if let bleed = file.box(page["BleedBox"]) {
      if !contains(bleed, inner) { messages.append("the trim reaches beyond the bleed") }
      if !contains(media, bleed) { messages.append("the bleed reaches beyond the medium") }
    }
    if !contains(media, inner) { messages.append("the trim reaches beyond the medium") }
    return messages
  }

  private static func contains(_ outer: [Double], _ inner: [Double]) -> Bool {
    outer[0] <= inner[0] + 0.01 && outer[1] <= inner[1] + 0.01 && outer[2] >= inner[2] - 0.01
      && outer[3] >= inner[3] - 0.01
  }

  static func colour(_ inspection: Inspection) -> [Finding] {
    let isCMYK = isCMYK(inspection)
    return inspection.pages.enumerated().compactMap { index, page in
      let content = page.content
      let spaces = inspection.file.dictionary(
        inspection.file.dictionary(page.dictionary["Resources"])?["ColorSpace"])
      if isCMYK, content.colors.usesRGB, spaces?["DefaultRGB"] == nil {
        return Finding("RGB in \(content.colors.rgbUsers.joined(separator: ", "))", page: index)
      }
      if !isCMYK, content.colors.usesCMYK, spaces?["DefaultCMYK"] == nil {
        return Finding("CMYK, which the output intent is not", page: index)
      }
      return nil
    }
  }

  static func blendSpace(_ inspection: Inspection) -> [Finding] {
    let expected = isCMYK(inspection) ? "DeviceCMYK" : "DeviceRGB"
    return inspection.pages.enumerated().compactMap { index, page in
      guard let group = inspection.file.dictionary(page.dictionary["Group"]),
        let space = inspection.file.name(group["CS"]), space != expected
      else { return nil }
      return Finding("the page's blend space is \(space)", page: index)
    }
  }

  static func annotations(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      let boxes = ["BleedBox", "TrimBox", "ArtBox", "MediaBox"]
      let bleed = boxes.lazy.compactMap { inspection.file.box(page.dictionary[$0]) }.first
      return page.annotations.compactMap { annotation in
        let kind = inspection.file.name(annotation.dictionary["Subtype"]) ?? "?"
        guard kind != "TrapNet", kind != "PrinterMark", let bleed,
          let rect = inspection.file.box(annotation.dictionary["Rect"]),
          rect[0] < bleed[2], rect[2] > bleed[0], rect[1] < bleed[3], rect[3] > bleed[1]
        else { return nil }
        return Finding("an annotation of kind \(kind) lies on it", page: index)
      }
    }
  }

  static func forms(_ inspection: Inspection) -> [Finding] {
    guard let form = inspection.file.dictionary(inspection.catalog["AcroForm"]) else { return [] }
    let hasFields = !(inspection.file.array(form["Fields"]) ?? []).isEmpty
    return hasFields || form["XFA"] != nil ? [Finding("the file has form fields")] : []
  }

  static func optionalContent(_ inspection: Inspection) -> [Finding] {
    guard let properties = inspection.file.dictionary(inspection.catalog["OCProperties"]) else {
      return []
    }
    let configurations =
      [properties["D"] ?? .null] + (inspection.file.array(properties["Configs"]) ?? [])
    return configurations.compactMap { object in
      guard let configuration = inspection.file.dictionary(object) else {
        return Finding("a configuration of optional content is missing")
      }
      if configuration["AS"] != nil { return Finding("optional content changes by itself") }
      if inspection.file.string(configuration["Name"])?.isEmpty ?? true {
        return Finding("a configuration of optional content has no name")
      }
      return nil
    }
  }
}
