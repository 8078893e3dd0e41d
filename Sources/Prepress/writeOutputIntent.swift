import Compression

/// The device that a file's colours are meant for (ISO 32000-1, 14.11.5).
struct OutputIntent {
  var subtype: String
  var identifier: String
  var information: String
  var profile: [UInt8]
  /// Components of the profile's colours.
  var components: Int

  /// sRGB, for PDF/A.
  static var screen: OutputIntent {
    OutputIntent(
      subtype: "GTS_PDFA1", identifier: "sRGB", information: "sRGB IEC61966-2.1",
      profile: sRGBProfile(), components: 3)
  }

  /// A printing condition, for PDF/X.
  init(_ condition: PressCondition) {
    self.init(
      subtype: "GTS_PDFX", identifier: condition.identifier, information: condition.information,
      profile: condition.profile, components: 4)
  }

  private init(
    subtype: String, identifier: String, information: String, profile: [UInt8], components: Int
  ) {
    self.subtype = subtype
    self.identifier = identifier
    self.information = information
    self.profile = profile
    self.components = components
  }
}

func writeOutputIntent(_ intent: OutputIntent, in file: inout FinishedFile) -> ObjectNumber {
  let profile = file.reserve()
  var dictionary = PDFDictionary()
  dictionary["N"] = .integer(intent.components)
  dictionary["Filter"] = .name("FlateDecode")
  file.setStream(profile, dictionary, Compressor().compress(intent.profile))
  return file.write { bytes in
    bytes.append("<</Type/OutputIntent/S")
    bytes.name(intent.subtype)
    bytes.append("/OutputConditionIdentifier")
    bytes.text(intent.identifier)
    bytes.append("/OutputCondition")
    bytes.text(intent.information)
    bytes.append("/Info")
    bytes.text(intent.information)
    bytes.append("/RegistryName(http://www.color.org)/DestOutputProfile ")
    bytes.reference(profile)
    bytes.append(">>")
  }
}
