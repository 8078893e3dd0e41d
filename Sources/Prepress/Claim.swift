/// A standard that a file says it conforms to.
package enum Claim: String, Hashable, Sendable, CaseIterable {
  /// ISO 15930-7:2010.
  case pdfX4 = "PDF/X-4"
  /// ISO 15930-4:2003.
  case pdfX1a = "PDF/X-1a:2003"
  /// ISO 14289-1:2014.
  case pdfUA1 = "PDF/UA-1"
  /// ISO 19005-3:2012, level A.
  case pdfA3a = "PDF/A-3a"
  /// ISO 19005-3:2012, level U.
  case pdfA3u = "PDF/A-3u"
  /// ISO 19005-3:2012, level B: what is seen is kept, not what it means.
  case pdfA3b = "PDF/A-3b"

  /// The standards of which a print edition keeps one.
  package static let press: [Claim] = [.pdfX4, .pdfX1a]
  /// The levels of PDF/A-3; a screen edition keeps one of the first two.
  package static let archive: [Claim] = [.pdfA3a, .pdfA3u, .pdfA3b]

  /// What the XMP packet says of it, as properties of one description.
  var properties: String {
    switch self {
    case .pdfX4: "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    case .pdfX1a: "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>"
    case .pdfUA1: "<pdfuaid:part>1</pdfuaid:part>"
    case .pdfA3a:
      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
    case .pdfA3u:
      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>"
    case .pdfA3b:
      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>"
    }
  }

  /// What the codes of its rules begin with: `pdfx`.
  package var family: String {
    switch self {
    case .pdfX4: "pdfx"
    case .pdfX1a: "pdfx1a"
    case .pdfUA1: "pdfua"
    case .pdfA3a, .pdfA3u, .pdfA3b: "pdfa"
    }
  }

  var namespace: String {
    switch self {
    case .pdfX4: "xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
    case .pdfX1a: "xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\""
    case .pdfUA1: "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    case .pdfA3a, .pdfA3u, .pdfA3b: "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    }
  }

  /// The descriptions of these claims in an XMP packet.
  static func descriptions(of claims: [Claim]) -> String {
    var text = ""
    for claim in claims {
      text += "<rdf:Description rdf:about=\"\" \(claim.namespace)>\n\(claim.properties)\n"
      text += "</rdf:Description>\n"
    }
    let isArchived = claims.contains { archive.contains($0) }
    return isArchived && claims.contains(.pdfUA1) ? text + extensionSchema : text
  }

  /// PDF/A must be told of every schema that it does not know (ISO 19005-3, 6.6.2.3).
  private static let extensionSchema = """
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
     xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
     xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>

    """
}
