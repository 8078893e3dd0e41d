/// Checks that more than one standard makes.
enum SharedCheck {
  typealias Finding = Rule.Finding

  static func identifier(_ inspection: Inspection) -> [Finding] {
    let parts = inspection.file.array(inspection.file.trailer["ID"]) ?? []
    return parts.count == 2 ? [] : [Finding("the trailer has no ID")]
  }

  static func encryption(_ inspection: Inspection) -> [Finding] {
    inspection.file.trailer["Encrypt"] == nil ? [] : [Finding("the file is encrypted")]
  }

  static func readability(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    if inspection.file.unreadable > 0 {
      findings.append(Finding("\(inspection.file.unreadable) objects cannot be read"))
    }
    if inspection.file.isRepaired {
      findings.append(Finding("the table of objects is damaged"))
    }
    if inspection.file.hasPreamble {
      findings.append(Finding("something stands before the header"))
    }
    for (index, page) in inspection.pages.enumerated() where page.content.isUnreadable {
      findings.append(Finding("its content cannot be read", page: index))
    }
    if inspection.hasBrokenPageTree { findings.append(Finding("the page tree loops")) }
    if inspection.pages.isEmpty { findings.append(Finding("the file has no pages")) }
    return findings
  }

  static func operators(_ inspection: Inspection) -> [Finding] {
    inspection.pages.enumerated().flatMap { index, page in
      page.content.unknownOperators.sorted().map {
        Finding("the operator “\($0)” is not defined", page: index)
      }
    }
  }

  static func embeddedFonts(_ inspection: Inspection) -> [Finding] {
    inspection.fonts.filter(\.isMissing).map {
      Finding("the font \($0.name) is not embedded", page: $0.page)
    }
  }

  static func meanings(_ inspection: Inspection) -> [Finding] {
    inspection.fonts.compactMap { font in
      let codes = font.meaningless
      guard let first = codes.first else { return nil }
      let message = "the font \(font.name) shows \(codes.count) glyphs without a character, "
      return Finding(message + "the first with code \(first)", page: font.page)
    }
  }

  static func missingGlyphs(_ inspection: Inspection) -> [Finding] {
    inspection.fonts.filter { $0.isComposite && $0.codes.contains(0) }.map {
      Finding("the font \($0.name) shows the glyph .notdef", page: $0.page)
    }
  }

  static func filters(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, isStream in
      guard isStream else { return }
      for filter in inspection.file.filters(dictionary)
      where ["LZWDecode", "LZW", "Crypt"].contains(filter.name) {
        findings.append(Finding("the stream \(number.value) is coded with \(filter.name)"))
      }
      if dictionary["F"] != nil || dictionary["FFilter"] != nil {
        findings.append(Finding("the data of stream \(number.value) lies in another file"))
      }
    }
    return findings
  }

  static func transferFunctions(_ inspection: Inspection) -> [Finding] {
    var numbers: Set<ObjectNumber> = []
    inspection.forEachDictionary { number, dictionary, _ in
      if dictionary["Type"] == .name("ExtGState"), hasTransfer(dictionary) {
        numbers.insert(number)
      }
      // A state need not say what it is (ISO 32000-1, 8.4.5).
      guard let states = inspection.file.dictionary(dictionary["ExtGState"]) else { return }
      for entry in states.entries {
        guard let state = inspection.file.dictionary(entry.value), hasTransfer(state) else {
          continue
        }
        if case .reference(let own) = entry.value {
          numbers.insert(own)
        } else {
          numbers.insert(number)
        }
      }
    }
    return numbers.sorted().map {
      Finding("the graphics state \($0.value) has a transfer function")
    }
  }

  private static func hasTransfer(_ state: PDFDictionary) -> Bool {
    state["TR"] != nil || state["HTP"] != nil
      || state["TR2"].map { $0 != .name("Default") } ?? false
  }

  static func images(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, isStream in
      guard isStream, dictionary["Subtype"] == .name("Image") else { return }
      if dictionary["Alternates"] != nil || dictionary["OPI"] != nil {
        findings.append(Finding("the image \(number.value) has another image in its place"))
      }
      if dictionary["Interpolate"] == .boolean(true) {
        findings.append(Finding("the image \(number.value) is interpolated"))
      }
    }
    return findings
  }

  static func foreignObjects(_ inspection: Inspection) -> [Finding] {
    var findings: [Finding] = []
    inspection.forEachDictionary { number, dictionary, isStream in
      guard isStream, let subtype = inspection.file.name(dictionary["Subtype"]) else { return }
      let isReference = subtype == "Form" && (dictionary["Ref"] != nil || dictionary["OPI"] != nil)
      let isScript = subtype == "PS" || dictionary["Subtype2"] == .name("PS")
      if isReference || isScript {
        findings.append(Finding("the object \(number.value) draws what is not in the file"))
      }
    }
    return findings
  }

  // MARK: Output intents

  static func intents(_ subtype: String, _ inspection: Inspection) -> [PDFDictionary] {
    (inspection.file.array(inspection.catalog["OutputIntents"]) ?? []).compactMap {
      inspection.file.dictionary($0)
    }.filter { inspection.file.name($0["S"]) == subtype }
  }

  /// The class and colour space that an ICC profile's header names (ICC.1, 7.2), such as `prtr` and
  /// `CMYK`.
  static func profile(
    _ intent: PDFDictionary, _ inspection: Inspection
  ) -> (kind: String, space: String, components: Int)? {
    guard let data = inspection.file.data(intent["DestOutputProfile"]), data.count >= 128,
      data[36..<40].elementsEqual("acsp".utf8),
      let stream = inspection.file.dictionary(intent["DestOutputProfile"])
    else { return nil }
    let text = { (range: Range<Int>) in String(decoding: data[range], as: UTF8.self) }
    return (text(12..<16), text(16..<20), Int(exactly: stream["N"]?.number ?? 0) ?? 0)
  }
}
