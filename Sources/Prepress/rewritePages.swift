import Compression
import Drawing

/// Puts the artifacts' names into the content of all pages and checks that no marker got lost.
func rewritePageContents(
  _ pages: [ObjectNumber], markers: [[StructureNodeID]], in file: inout FinishedFile
) throws(PrepressError) {
  let decompressor = Decompressor()
  let compressor = Compressor()
  for (page, number) in pages.enumerated() {
    guard case .reference(let content)? = try file.painted.dictionary(number)["Contents"],
      case .stream(let dictionary, .kept(let range)) = file[content],
      let bytes = decompressor.decompress(file.painted.bytes[range])
    else { throw .malformed("the content of page \(page + 1) cannot be read") }
    let result = rewriteMarkers(bytes, nodes: markers[page])
    guard result.found == markers[page].count else {
      throw .lostMarkers(page: page, drawn: markers[page].count, found: result.found)
    }
    file.setStream(content, dictionary, compressor.compress(result.content))
  }
}

/// Writes the page dictionaries with boxes, links, and tab order by structure.
func rewritePages(
  of document: PagedDocument, annotations: [Annotation], on frame: PageFrame,
  in file: inout FinishedFile
) throws(PrepressError) {
  var links: [[PDFObject]] = Array(repeating: [], count: frame.numbers.count)
  for annotation in annotations { links[annotation.page].append(.reference(annotation.number)) }
  for (page, number) in frame.numbers.enumerated() {
    var dictionary = try file.painted.dictionary(number)
    let trim = PDFObject.array(frame.trim(page: page).map(PDFObject.real))
    dictionary["MediaBox"] = trim
    dictionary["TrimBox"] = trim
    dictionary["StructParents"] = .integer(page)
    dictionary["Tabs"] = .name("S")
    if !links[page].isEmpty { dictionary["Annots"] = .array(links[page]) }
    file.write(number) { $0.dictionary(dictionary) }
  }
}
