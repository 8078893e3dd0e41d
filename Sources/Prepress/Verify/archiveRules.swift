extension Rule {
  /// PDF/A-3, levels B, U and A (ISO 19005-3:2012; its clauses 6.1 to 6.7 are those of ISO 19005-2).
  static let archiveRules: [Rule] = [
    Rule(Claim.archive, "syntax", "6.1 and 6.2.2", "Every object and operator can be read.") {
      SharedCheck.readability($0) + SharedCheck.operators($0)
    },
    Rule(
      Claim.archive, "header", "6.1.2",
      "The file begins with %PDF-1.n and a comment of four bytes.",
      header),
    Rule(Claim.archive, "trailer", "6.1.3", "The trailer has an ID and no Encrypt.") {
      SharedCheck.identifier($0) + SharedCheck.encryption($0)
    },
    Rule(
      Claim.archive, "filters", "6.1.7", "No stream uses LZW or lies elsewhere.",
      SharedCheck.filters),
    Rule(
      Claim.archive, "output-intent", "6.2.3", "The GTS_PDFA1 output intent has a profile.",
      outputIntent),
    Rule(
      Claim.archive, "colour", "6.2.4.3", "Device colours are those of the output intent.",
      deviceColour),
    Rule(
      Claim.archive, "graphics-state", "6.2.5", "There are no transfer functions.",
      SharedCheck.transferFunctions),
    Rule(
      Claim.archive, "images", "6.2.8", "Images have no alternates and are not interpolated.",
      SharedCheck.images),
    Rule(
      Claim.archive, "foreign-objects", "6.2.9",
      "Nothing is drawn from other files or by PostScript.",
      SharedCheck.foreignObjects),
    Rule(
      Claim.archive, "blend-space", "6.2.10",
      "A page with transparency has a blend space or an intent.",
      pageGroups),
    Rule(
      Claim.archive, "fonts", "6.2.11.4.1", "Every font is embedded.", SharedCheck.embeddedFonts),
    Rule(
      [.pdfA3a, .pdfA3u], "unicode", "6.2.11.7.2", "Every glyph has a character.",
      SharedCheck.meanings),
    Rule(
      Claim.archive, "notdef", "6.2.11.8", "The glyph .notdef is not shown.",
      SharedCheck.missingGlyphs),
    Rule(
      Claim.archive, "annotations", "6.3.2", "Annotations are printed and not hidden.",
      annotationFlags),
    Rule(Claim.archive, "actions", "6.5.1", "There are no actions but navigation.") {
      SharedCheck.actions(
        $0, allowing: ["GoTo", "GoToR", "GoToE", "URI", "Thread", "Named", "SubmitForm"])
    },
    Rule(
      Claim.archive, "metadata", "6.6.2.1",
      "The catalogue has an XMP packet, without bytes or encoding.",
      metadataStream),
    Rule(
      Claim.archive, "identification", "6.6.4", "XMP names part 3 and a level.", identification
    ),
    Rule([.pdfA3a], "level", "6.6.4", "XMP names level A.") {
      $0.property("pdfaid:conformance") == "A" ? [] : [Finding("XMP does not name PDF/A-3a")]
    },
    Rule(
      Claim.archive, "extension-schema", "6.6.2.3",
      "Schemas that PDF/A does not know are described.",
      extensionSchema),
    Rule([.pdfA3a], "marked", "6.7.2.2", "MarkInfo says that the file is marked.") {
      isMarked($0) ? [] : [Finding("MarkInfo does not say that the file is marked")]
    },
    Rule([.pdfA3a], "structure", "6.7.3.3", "The file has a structure tree.") {
      $0.structure.elements.isEmpty ? [Finding("there is no structure")] : []
    },
    Rule([.pdfA3a], "language", "6.7.4", "The catalogue names the language.", language),
    Rule(
      Claim.archive, "files", "6.8", "Attached files have names, a kind and a relationship.",
      attachedFiles),
  ]

  static func isMarked(_ inspection: Inspection) -> Bool {
    inspection.file.dictionary(inspection.catalog["MarkInfo"])?["Marked"] == .boolean(true)
  }

  static func language(_ inspection: Inspection) -> [Finding] {
    let language = inspection.file.string(inspection.catalog["Lang"]) ?? []
    let isTag =
      !language.isEmpty
      && language.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        .allSatisfy { part in
          (1...8).contains(part.count)
            && part.allSatisfy {
              Character(Unicode.Scalar($0)).isLetter || (0x30...0x39).contains($0)
            }
        }
    return isTag ? [] : [Finding("the catalogue names no language")]
  }

  private static func header(_ inspection: Inspection) -> [Finding] {
    let bytes = inspection.file.bytes
    guard bytes.prefix(7).elementsEqual("%PDF-1.".utf8), bytes.count > 16,
      (0x30...0x37).contains(bytes[7])
    else { return [Finding("the header is not %PDF-1.n")] }
    let comment = bytes.dropFirst(8).drop { $0 == 0x0A || $0 == 0x0D }.prefix(5)
    let isBinary =
      comment.first == UInt8(ascii: "%") && comment.dropFirst().count == 4
      && comment.dropFirst().allSatisfy { $0 > 127 }
    return isBinary ? [] : [Finding("no comment of four bytes follows the header")]
  }

  private static func outputIntent(_ inspection: Inspection) -> [Finding] {
    guard let intent = SharedCheck.intents("GTS_PDFA1", inspection).first else {
      return usesDeviceColour(inspection) ? [Finding("there is no GTS_PDFA1 output intent")] : []
    }
    guard let profile = SharedCheck.profile(intent, inspection) else {
      return [Finding("the output intent has no ICC profile")]
    }
    let components = ["CMYK": 4, "RGB ": 3, "GRAY": 1][profile.space]
    let isSuitable = components == profile.components && ["prtr", "mntr"].contains(profile.kind)
    return isSuitable ? [] : [Finding("the output intent's profile does not suit")]
  }

  /// The device spaces that a page uses and has no default in place of (ISO 32000-1, 8.6.5.6).
  private static func deviceSpaces(
    of page: Inspection.Page, _ inspection: Inspection
  ) -> Set<String> {
    let resources = inspection.file.dictionary(page.dictionary["Resources"])
    let spaces = inspection.file.dictionary(resources?["ColorSpace"])
    let colors = page.content.colors
    let uses = [("RGB", colors.usesRGB), ("Gray", colors.usesGray), ("CMYK", colors.usesCMYK)]
    return Set(uses.filter { $0.1 && spaces?["Default\($0.0)"] == nil }.map(\.0))
  }

  private static func usesDeviceColour(_ inspection: Inspection) -> Bool {
    inspection.pages.contains { !deviceSpaces(of: $0, inspection).isEmpty }
  }

  private static func deviceColour(_ inspection: Inspection) -> [Finding] {
    let intent = SharedCheck.intents("GTS_PDFA1", inspection).first
    let space = intent.flatMap { SharedCheck.profile($0, inspection) }?.space
    return inspection.pages.enumerated().compactMap { index, page in
      let used = deviceSpaces(of: page, inspection)
      if used.contains("RGB"), space != "RGB " {
        return Finding("RGB, which the output intent is not", page: index)
      }
      if used.contains("CMYK"), space != "CMYK" {
        return Finding("CMYK, which the output intent is not", page: index)
      }
      return nil
    }
  }

  private static func pageGroups(_ inspection: Inspection) -> [Finding] {
    guard SharedCheck.intents("GTS_PDFA1", inspection).isEmpty else { return [] }
    return inspection.pages.enumerated().compactMap { index, page in
      let group = inspection.file.dictionary(page.dictionary["Group"])
      guard page.content.usesTransparency, group?["CS"] == nil else { return nil }
      return Finding("it has transparency and no blend space", page: index)
    }
  }

  private static func annotationFlags(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page -> [Finding] in
      page.annotations.compactMap { annotation in
        guard annotation.dictionary["Subtype"] != .name("Popup") else { return nil }
        let flags = Int(exactly: inspection.file.number(annotation.dictionary["F"]) ?? 0) ?? 0
        // Bits: 1 invisible, 2 hidden, 4 print, 32 no view, 256 toggle no view.
        return flags & 4 == 4 && flags & (1 | 2 | 32 | 256) == 0
          ? nil : Finding("an annotation is not to be printed or is hidden", page: index)
      }
    }
  }

  private static func metadataStream(_ inspection: Inspection) -> [Finding] {
    let packet = inspection.packet
    if packet.isEmpty { return [Finding("the catalogue has no XMP packet")] }
    guard let start = packet.firstRange(of: "<?xpacket "),
      let end = packet[start.upperBound...].firstRange(of: "?>")
    else { return [Finding("XMP stands in no packet")] }
    let header = packet[start.upperBound..<end.lowerBound]
    return ["bytes=", "encoding="].filter { header.contains($0) }.map {
      Finding("the XMP packet's header has \($0)")
    }
  }

  private static func identification(_ inspection: Inspection) -> [Finding] {
    let isNamed =
      inspection.property("pdfaid:part") == "3"
      && ["A", "U", "B"].contains(inspection.property("pdfaid:conformance"))
    return isNamed ? [] : [Finding("XMP does not name PDF/A-3")]
  }

  private static func extensionSchema(_ inspection: Inspection) -> [Finding] {
    let isUsed = inspection.property("pdfuaid:part") != nil
    let isDescribed = inspection.packet.contains(
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>")
    return isUsed && !isDescribed ? [Finding("XMP uses pdfuaid and does not describe it")] : []
  }

  private static func attachedFiles(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, isStream in
      if isStream, dictionary["Type"] == .name("EmbeddedFile"),
        inspection.file.name(dictionary["Subtype"]) == nil
      {
        findings.append(Finding("the attached file \(number.value) has no kind"))
      }
      guard dictionary["EF"] != nil else { return }
      for key in ["F", "UF", "AFRelationship"] where dictionary[key] == nil {
        findings.append(Finding("the file specification \(number.value) has no \(key)"))
      }
    }
    return findings
  }
}
