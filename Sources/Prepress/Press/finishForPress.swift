package import Drawing

/// Makes a file for the press of painted pages: inks instead of RGB, boxes, marks, an output
/// intent; no structure and no links.
///
/// - Parameters:
///   - painting: the pages, painted with the values that `inks` has assigned.
///   - document: as it was painted; its bleed may be wider than the condition's, so that Cairo
///     cuts nothing off that reaches the bleed.
///   - inks: what the values print as.
///   - condition: the printing condition.
///   - tasks: how many threads may work; the bytes do not depend on it.
/// - Returns: the finished file, which names the condition's standard.
/// - Throws: when the painting is not what Cairo writes, or the profile has not four inks.
package func finishForPress(
  _ painting: RenderedPDF, of document: PagedDocument, inks: InkTable, condition: PressCondition,
  tasks: Int = 1
) throws(PrepressError) -> [UInt8] {
  guard let transform = ColorTransform(profile: condition.profile) else {
    throw .unsuitableProfile(condition.identifier)
  }
  var separation = Separation(inks, through: transform)
  var file = FinishedFile(try PaintedFile(try joinedFile(painting)))
  let tree = try keepReachableObjects(in: &file)
  guard tree.pages.count == document.pages.count, painting.markers.count == tree.pages.count else {
    throw .malformed("it has \(tree.pages.count) pages instead of \(document.pages.count)")
  }
  let frame = PageFrame(tree.pages, of: document)
  try separatePages(
    painting.markers, on: frame, condition, tasks: tasks, in: &file, into: &separation)
  try separateObjects(in: &file, on: frame, condition, into: &separation)
  var catalog = Catalog(pages: tree.root)
  catalog.labels = writePageLabels(of: document, in: &file)
  catalog.outputIntent = writeOutputIntent(OutputIntent(condition), in: &file)
  let identifier = file.contentHash()
  let metadata = writeMetadata(
    document.metadata, identifier: identifier, claims: [condition.standard], in: &file)
  catalog.metadata = metadata.packet
  let root = catalog.write(language: document.metadata.language, in: &file)
  return writeFile(
    file, root: root, info: metadata.info, identifier: identifier,
    version: condition.standard == .pdfX1a ? "1.4" : "1.6")
}

private func separateObjects(
  in file: inout FinishedFile, on frame: PageFrame, _ condition: PressCondition,
  into separation: inout Separation
) throws(PrepressError) {
  var shared = PressResources(in: &file)
  var objects = try ObjectSeparator(file, isOpaque: condition.standard == .pdfX1a)
  try objects.separateStreams(in: &file, into: &separation)
  shared.write(separation.spots, in: &file)
  for (page, number) in frame.numbers.enumerated() {
    var dictionary = try file.painted.dictionary(number)
    PressBoxes(frame, page: page, condition).write(to: &dictionary)
    dictionary["StructParents"] = nil
    file.amend(number, dictionary)
  }
  try objects.separateDictionaries(in: &file, adding: shared, into: &separation)
}

/// The boxes of a page (ISO 32000-1, 14.11.2).
struct PressBoxes {
  let trim: [Double]
  let bleed: [Double]
  let media: [Double]

  init(_ frame: PageFrame, page: Int, _ condition: PressCondition) {
    trim = frame.trim(page: page)
    bleed = PressBoxes.grown(trim, by: condition.bleed)
    media = condition.hasMarks ? PressBoxes.grown(bleed, by: PrinterMarks.reach) : bleed
  }

  private static func grown(_ box: [Double], by margin: Double) -> [Double] {
    [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]
  }

  func write(to page: inout PDFDictionary) {
    page["MediaBox"] = .array(media.map(PDFObject.real))
    page["CropBox"] = nil
    page["BleedBox"] = .array(bleed.map(PDFObject.real))
    page["TrimBox"] = .array(trim.map(PDFObject.real))
  }

  /// Content that keeps artwork within the bleed.
  func clip() -> [UInt8] {
    var bytes = PDFBytes("q ")
    for value in [bleed[0], bleed[1], bleed[2] - bleed[0], bleed[3] - bleed[1]] {
      bytes.number(value)
      bytes.append(" ")
    }
    bytes.append("re W n\n")
    return bytes.bytes
  }

  func marks(_ condition: PressCondition) -> [UInt8] {
    let end = Array("\nQ\n".utf8)
    guard condition.hasMarks else { return end }
    return end + PrinterMarks(trim: trim, bleed: condition.bleed).content()
  }
}
