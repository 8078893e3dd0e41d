import Diagnostics
import Drawing

/// Writes the information dictionary and the XMP packet (ISO 32000-1, 14.3), which say the same.
func writeMetadata(
  _ metadata: DocumentMetadata, identifier: [UInt8], claims: [Claim], in file: inout FinishedFile
) -> (info: ObjectNumber, packet: ObjectNumber) {
  let info = file.write { $0.information(metadata, claims) }
  let packet = file.reserve()
  var dictionary = PDFDictionary()
  dictionary["Type"] = .name("Metadata")
  dictionary["Subtype"] = .name("XML")
  // Not compressed, so that programs that know no PDF find it (ISO 19005-2, 6.6.2.1).
  file.setStream(packet, dictionary, Array(packetText(metadata, identifier, claims).utf8))
  return (info, packet)
}

private let producer = "Colophon"

extension PDFBytes {
  fileprivate mutating func information(_ metadata: DocumentMetadata, _ claims: [Claim]) {
    append("<<")
    entry("Title", metadata.title)
    entry("Author", metadata.authors.joined(separator: "; "))
    entry("Subject", metadata.subject ?? "")
    entry("Keywords", metadata.keywords.joined(separator: ", "))
    entry("Creator", producer)
    entry("Producer", producer)
    let date = metadata.pdfDate
    entry("CreationDate", date)
    entry("ModDate", date)
    if claims.contains(where: Claim.press.contains) { append("/Trapped/False") }
    if claims.contains(.pdfX1a) { entry("GTS_PDFXVersion", Claim.pdfX1a.rawValue) }
    append(">>")
  }

  private mutating func entry(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    name(key)
    text(value)
  }
}

extension DocumentMetadata {
  /// The date as PDF writes it (ISO 32000-1, 7.9.4).
  var pdfDate: String { "D:" + calendarDate.filter { $0 != "-" } + "000000Z" }

  /// The date as `2025-12-31`; what is not such a date becomes the first day of 1970, so that the
  /// file stays valid and the same.
  fileprivate var calendarDate: String {
    let parts = date.prefix(10).split(separator: "-")
    let lengths = parts.map(\.count)
    let isDate = lengths == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    return isDate ? String(date.prefix(10)) : "1970-01-01"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

private func packetText(
  _ metadata: DocumentMetadata, _ identifier: [UInt8], _ claims: [Claim]
) -> String {
  let date = metadata.calendarDate + "T00:00:00Z"
  let identity = uuid(identifier)
  let creators = metadata.authors.map { "<rdf:li>\(escapedMarkup($0))</rdf:li>" }.joined()
  var text = """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
     xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
    <dc:format>application/pdf</dc:format>
    <dc:title>\(alternative(metadata.title))</dc:title>
    <dc:language><rdf:Bag><rdf:li>\(escapedMarkup(metadata.language))</rdf:li></rdf:Bag></dc:language>

    """
  if !creators.isEmpty { text += "<dc:creator><rdf:Seq>\(creators)</rdf:Seq></dc:creator>\n" }
  if let subject = metadata.subject, !subject.isEmpty {
    text += "<dc:description>\(alternative(subject))</dc:description>\n"
  }
  if let publisher = metadata.organization, !publisher.isEmpty {
    text +=
      "<dc:publisher><rdf:Bag><rdf:li>\(escapedMarkup(publisher))</rdf:li></rdf:Bag></dc:publisher>\n"
  }
  if !metadata.keywords.isEmpty {
    text +=
      "<pdf:Keywords>\(escapedMarkup(metadata.keywords.joined(separator: ", ")))</pdf:Keywords>\n"
  }
  if claims.contains(where: Claim.press.contains) {
    text += "<pdf:Trapped>False</pdf:Trapped>\n"
  }
  text += """
    <pdf:Producer>\(producer)</pdf:Producer>
    <xmp:CreatorTool>\(producer)</xmp:CreatorTool>
    <xmp:CreateDate>\(date)</xmp:CreateDate>
    <xmp:ModifyDate>\(date)</xmp:ModifyDate>
    <xmp:MetadataDate>\(date)</xmp:MetadataDate>
    <xmpMM:DocumentID>uuid:\(identity)</xmpMM:DocumentID>
    <xmpMM:InstanceID>uuid:\(identity)</xmpMM:InstanceID>
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
    <xmpMM:VersionID>1</xmpMM:VersionID>
    </rdf:Description>

    """
  text += Claim.descriptions(of: claims)
  text += """
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>

    """
  return text
}

private func alternative(_ text: String) -> String {
  "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escapedMarkup(text))</rdf:li></rdf:Alt>"
}

/// The sixteen bytes as RFC 9562 writes a name-based identifier of version 8.
private func uuid(_ bytes: [UInt8]) -> String {
  var bytes = bytes
  bytes[6] = bytes[6] & 0x0F | 0x80
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
  let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
  return groups.map { digits[$0].joined() }.joined(separator: "-")
}
