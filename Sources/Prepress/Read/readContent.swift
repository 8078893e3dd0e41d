internal import Geometry

/// Reads what a PDF shows, ours or not.
///
/// - Throws: when it is no PDF, damaged, or encrypted.
package func readContent(of bytes: [UInt8]) throws(PrepressError) -> DocumentContent {
  let file = try PDFFile(bytes)
  guard file.trailer["Encrypt"] == nil else { throw .encrypted }
  let catalog = file.dictionary(file.trailer["Root"]) ?? PDFDictionary()
  let structure = StructureElements(file, catalog: catalog)
  let isTagged = structure.elements.contains { !$0.markers.isEmpty }
  var reader = ContentReader(file, isTagged: isTagged)
  var content = DocumentContent(pages: [], paragraphs: nil)
  var texts: [ObjectNumber: PageTexts] = [:]
  for (index, page) in PageTree(file, catalog: catalog).pages.enumerated() {
    content.pages.append(reader.read(page.dictionary))
    if let number = page.number { texts[number] = PageTexts(page: index, pieces: reader.texts) }
  }
  if isTagged { content.paragraphs = paragraphs(structure, texts) }
  return content
}

/// The text of the marked content of a page by its identifier.
struct PageTexts {
  var page: Int
  var pieces: [Int: String]
}
