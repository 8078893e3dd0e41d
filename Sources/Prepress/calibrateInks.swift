import Compression

/// Gives pictures of four inks the profile of the printing condition, so that a screen knows what they
/// look like: PDF/A has no device colours but those of its output intent (ISO 19005-3, 6.2.4.3).
///
/// - Parameters:
///   - file: a file that shows them.
///   - profile: gives the profile when there is such a picture; without one they stay as they are.
func calibrateInks(in file: inout FinishedFile, _ profile: () -> [UInt8]?) {
  var space: PDFObject?
  for index in file.contents.indices {
    guard case .stream(var dictionary, let data) = file.contents[index],
      dictionary["Subtype"] == .name("Image"), dictionary["ColorSpace"] == .name("DeviceCMYK"),
      let own = space ?? profile().map({ writeSpace($0, in: &file) })
    else { continue }
    space = own
    dictionary["ColorSpace"] = own
    file.setStream(ObjectNumber(value: index), dictionary, data)
  }
}

private func writeSpace(_ profile: [UInt8], in file: inout FinishedFile) -> PDFObject {
  let number = file.reserve()
  var dictionary = PDFDictionary()
  dictionary["N"] = .integer(4)
  dictionary["Filter"] = .name("FlateDecode")
  file.setStream(number, dictionary, Compressor().compress(profile))
  return .array([.name("ICCBased"), .reference(number)])
}
