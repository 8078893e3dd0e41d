extension Rule {
  /// PDF/X-4 (ISO 15930-7:2010).
  ///
  /// The standard's text was not at hand: clauses are those of
  /// ISO 32000-1 that it restricts, with the topic.
  static let pressRules: [Rule] = [
    Rule([.pdfX4], "syntax", "ISO 15930-7, file structure", "Every object can be read.") {
      SharedCheck.readability($0) + SharedCheck.operators($0)
    },
    Rule(
      [.pdfX4], "identification", "ISO 15930-7, identification",
      "The XMP packet names PDF/X-4, and a PDF of version 1.7 or lower holds it.",
      PressCheck.identification),
    Rule(
      [.pdfX4], "trailer", "ISO 32000-1, 14.4", "The trailer has an ID.", SharedCheck.identifier),
    Rule(
      [.pdfX4], "encryption", "ISO 32000-1, 7.6", "The file is not encrypted.",
      SharedCheck.encryption),
    Rule(
      [.pdfX4], "metadata", "ISO 15930-7, metadata",
      "XMP has title, dates, document and instance id, version and rendition class.",
      PressCheck.metadata),
    Rule(
      [.pdfX4], "trapped", "ISO 15930-7, trapping",
      "Trapped is True or False, in the information dictionary and in XMP alike.",
      PressCheck.trapped),
    Rule(
      [.pdfX4], "output-intent", "ISO 32000-1, 14.11.5",
      "There is one GTS_PDFX output intent with an identifier and an embedded output profile.",
      PressCheck.outputIntent),
    Rule(
      [.pdfX4], "boxes", "ISO 32000-1, 14.11.2",
      "A page has a TrimBox or an ArtBox and not both, and its boxes nest.", PressCheck.boxes),
    Rule(
      [.pdfX4], "colour", "ISO 15930-7, colour spaces",
      "Device colours are those of the output intent.", PressCheck.colour),
    Rule(
      [.pdfX4], "blend-space", "ISO 32000-1, 11.6.6",
      "The blend space of pages with transparency is that of the output intent.",
      PressCheck.blendSpace),
    Rule(
      [.pdfX4], "fonts", "ISO 32000-1, 9.9", "Every font is embedded.", SharedCheck.embeddedFonts),
    Rule(
      [.pdfX4], "annotations", "ISO 15930-7, annotations",
      "Annotations other than trap networks and printer's marks lie outside the bleed.",
      PressCheck.annotations),
    Rule([.pdfX4], "actions", "ISO 32000-1, 12.6", "There are no actions and no scripts.") {
      SharedCheck.actions($0, allowing: ["GoTo", "URI"]) + PressCheck.forms($0)
    },
    Rule(
      [.pdfX4], "filters", "ISO 32000-1, 7.4", "No stream uses LZW or Crypt or lies elsewhere.",
      SharedCheck.filters),
    Rule(
      [.pdfX4], "foreign-objects", "ISO 32000-1, 8.10.4 and 14.11.7",
      "Nothing is drawn from other files, by OPI or by PostScript.", SharedCheck.foreignObjects),
    Rule(
      [.pdfX4], "transfer-functions", "ISO 32000-1, 10.5", "There are no transfer functions.",
      SharedCheck.transferFunctions),
    Rule(
      [.pdfX4], "optional-content", "ISO 32000-1, 8.11.4",
      "Optional content has named configurations that do not change by themselves.",
      PressCheck.optionalContent),
  ]
}
