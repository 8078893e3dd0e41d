import Compression
package import Drawing

/// A file that goes along with a document: the data of a chart.
package struct Attachment: Sendable {
  /// Unique in the document: `fig-capacity.csv`.
  package var name: String
  package var description: String
  /// Such as `text/csv`.
  package var mediaType: String
  package var bytes: [UInt8]
  /// The figure that it is the data of; nil for the document as a whole.
  package var node: StructureNodeID?
  /// Whether the document was made from it, rather than shows what it holds.
  package var isSource: Bool

  package init(
    name: String, description: String, mediaType: String, bytes: [UInt8],
    node: StructureNodeID? = nil, isSource: Bool = false
  ) {
    self.name = name
    self.description = description
    self.mediaType = mediaType
    self.bytes = bytes
    self.node = node
    self.isSource = isSource
  }
}

/// The attachments of a file as they stand in it.
struct WrittenAttachments {
  /// The name tree of embedded files; nil without any.
  var names: ObjectNumber?
  var files: [ObjectNumber] = []
  /// The files of each structure node.
  var byNode: [StructureNodeID: [ObjectNumber]] = [:]
}

/// Embeds files (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
func writeAttachments(
  _ attachments: [Attachment], date: String, in file: inout FinishedFile
) -> WrittenAttachments {
  var written = WrittenAttachments()
  var entries: [(key: [UInt8], value: [UInt8])] = []
  let compressor = Compressor()
  for attachment in attachments {
    let stream = file.reserve()
    var parameters = PDFDictionary()
    parameters["Size"] = .integer(attachment.bytes.count)
    parameters["ModDate"] = .string(Array(date.utf8))
    var dictionary = PDFDictionary()
    dictionary["Type"] = .name("EmbeddedFile")
    dictionary["Subtype"] = .name(attachment.mediaType)
    dictionary["Params"] = .dictionary(parameters)
    dictionary["Filter"] = .name("FlateDecode")
    file.setStream(stream, dictionary, compressor.compress(attachment.bytes))
    let specification = file.write { $0.specification(attachment, stream) }
    written.files.append(specification)
    if let node = attachment.node { written.byNode[node, default: []].append(specification) }
    var reference = PDFBytes()
    reference.reference(specification)
    entries.append((PDFBytes.encoded(attachment.name), reference.bytes))
  }
  if !entries.isEmpty { written.names = SortedTree(names: entries).write(in: &file) }
  return written
}

extension PDFBytes {
  fileprivate mutating func specification(_ attachment: Attachment, _ stream: ObjectNumber) {
    append("<</Type/Filespec/AFRelationship/\(attachment.isSource ? "Source" : "Data")/F")
    text(attachment.name)
    append("/UF")
    text(attachment.name)
    append("/Desc")
    text(attachment.description)
    append("/EF<</F ")
    reference(stream)
    append("/UF ")
    reference(stream)
    append(">>>>")
  }
}
