package import Drawing

/// Makes a finished PDF of painted pages: structure, links, outline, labels, metadata and boxes.
///
/// The painted bytes are read once and written once; structure elements and the like are written
/// straight as bytes.
///
/// - Parameters:
///   - painting: the painted pages with their markers.
///   - document: what was painted.
///   - claims: the standards that the file is to name; `verify` tells whether it may.
///   - attachments: files that go along.
///   - inkProfile: the profile of pictures of four inks, asked for when there is one.
///   - tasks: how many threads may work.
/// - Returns: the finished file.
/// - Throws: when the painting is not what Cairo writes, or links lead nowhere.
package func finish(
  _ painting: RenderedPDF, of document: PagedDocument, claiming claims: [Claim] = [],
  attaching attachments: [Attachment] = [], inkProfile: () -> [UInt8]? = { nil }, tasks: Int = 1
) throws(PrepressError) -> [UInt8] {
  var file = FinishedFile(try PaintedFile(try joinedFile(painting)))
  let tree = try keepReachableObjects(in: &file)
  let pages = tree.pages
  guard pages.count == document.pages.count, painting.markers.count == pages.count else {
    throw .malformed("it has \(pages.count) pages instead of \(document.pages.count)")
  }
  try rewritePageContents(pages, markers: painting.markers, tasks: tasks, in: &file)
  calibrateInks(in: &file, inkProfile)
  let frame = PageFrame(pages, of: document)
  let annotations = try writeLinks(of: document, on: frame, in: &file)
  try rewritePages(of: document, annotations: annotations, on: frame, in: &file)
  var catalog = Catalog(pages: tree.root)
  let attached = writeAttachments(attachments, date: document.metadata.pdfDate, in: &file)
  catalog.files = attached
  catalog.structure = writeStructure(
    of: document, markers: painting.markers, annotations: annotations, files: attached.byNode,
    on: frame, in: &file)
  catalog.outline = writeOutline(document.outline, in: &file)
  catalog.destinations = writeDestinations(of: document, on: frame, in: &file)
  catalog.labels = writePageLabels(of: document, in: &file)
  if claims.contains(where: Claim.archive.contains) {
    catalog.outputIntent = writeOutputIntent(.screen, in: &file)
  }
  let identifier = file.contentHash()
  let metadata = writeMetadata(
    document.metadata, identifier: identifier, claims: claims, in: &file)
  catalog.metadata = metadata.packet
  let root = catalog.write(language: document.metadata.language, in: &file)
  return writeFile(file, root: root, info: metadata.info, identifier: identifier)
}
