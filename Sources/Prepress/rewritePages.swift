import Compression
import Drawing
import Parallelism

/// Puts the artifacts' names into the content of all pages and checks that no marker got lost.
func rewritePageContents(
  _ pages: [ObjectNumber], markers: [[StructureNodeID]], tasks: Int, in file: inout FinishedFile
) throws(PrepressError) {
  let stretches = pages.indices.divided(into: tasks * 4)
  let rewritten = inParallel(stretches, tasks: tasks) { [file] stretch in
    Result { () throws(PrepressError) in
      try rewriteContents(of: stretch, pages, markers: markers, in: file)
    }
  }
  for result in rewritten {
    for content in try result.get() {
      file.setStream(content.number, content.dictionary, content.data)
    }
  }
}

private struct RewrittenContent: Sendable {
  var number: ObjectNumber
  var dictionary: PDFDictionary
  var data: [UInt8]
}

private func rewriteContents(
  of stretch: Range<Int>, _ pages: [ObjectNumber], markers: [[StructureNodeID]],
  in file: FinishedFile
) throws(PrepressError) -> [RewrittenContent] {
  let decompressor = Decompressor()
  let compressor = Compressor()
  var contents: [RewrittenContent] = []
  for page in stretch {
    guard case .reference(let number)? = try file.painted.dictionary(pages[page])["Contents"],
      case .stream(let dictionary, .kept(let range)) = file[number],
      let bytes = decompressor.decompress(file.painted.bytes[range])
    else { throw .malformed("the content of page \(page + 1) cannot be read") }
    let result = rewriteMarkers(bytes, nodes: markers[page])
    guard result.found == markers[page].count else {
      throw .lostMarkers(page: page, drawn: markers[page].count, found: result.found)
    }
    contents.append(
      RewrittenContent(
        number: number, dictionary: dictionary, data: compressor.compress(result.content)))
  }
  return contents
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
