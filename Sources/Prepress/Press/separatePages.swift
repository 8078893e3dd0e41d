import Compression
import Drawing
import Parallelism

/// Separates the content of pages, cuts it at the bleed and draws the marks around it.
///
/// Inks are numbered in the order of their first use, so that one thread separates; what takes
/// longer, inflating and deflating, several do.
func separatePages(
  _ markers: [[StructureNodeID]], on frame: PageFrame, _ condition: PressCondition, tasks: Int,
  in file: inout FinishedFile, into separation: inout Separation
) throws(PrepressError) {
  var contents: [PageContentStream] = []
  for stretch in inflatedContents(of: frame, tasks: tasks, in: file) {
    contents += try stretch.get()
  }
  for page in contents.indices {
    let separated = separateContent(contents[page].bytes, into: &separation)
    guard separated.markers == markers[page].count else {
      throw .lostMarkers(page: page, drawn: markers[page].count, found: separated.markers)
    }
    let boxes = PressBoxes(frame, page: page, condition)
    contents[page].bytes = boxes.clip() + separated.content + boxes.marks(condition)
  }
  for stretch in deflated(contents, tasks: tasks) {
    for content in stretch { file.setStream(content.number, content.dictionary, content.bytes) }
  }
}

private struct PageContentStream: Sendable {
  var number: ObjectNumber
  var dictionary: PDFDictionary
  var bytes: [UInt8]
}

private func inflatedContents(
  of frame: PageFrame, tasks: Int, in file: FinishedFile
) -> [Result<[PageContentStream], PrepressError>] {
  let numbers = frame.numbers
  return inParallel(numbers.indices.divided(into: tasks * 4), tasks: tasks) { stretch in
    Result { () throws(PrepressError) in
      let decompressor = Decompressor()
      var contents: [PageContentStream] = []
      for page in stretch {
        guard
          case .reference(let content)? = try file.painted.dictionary(numbers[page])["Contents"],
          case .stream(let dictionary, .kept(let range)) = file[content],
          let bytes = decompressor.decompress(file.painted.bytes[range])
        else { throw .malformed("the content of page \(page + 1) cannot be read") }
        contents.append(PageContentStream(number: content, dictionary: dictionary, bytes: bytes))
      }
      return contents
    }
  }
}

private func deflated(_ contents: [PageContentStream], tasks: Int) -> [[PageContentStream]] {
  inParallel(contents.indices.divided(into: tasks * 4), tasks: tasks) { stretch in
    let compressor = Compressor()
    return contents[stretch].map { content in
      var content = content
      content.bytes = compressor.compress(content.bytes)
      return content
    }
  }
}
