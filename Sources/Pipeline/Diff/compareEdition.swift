internal import Comparison
internal import Diagnostics
internal import Foundation
internal import Parallelism

/// An edition compared, with the pictures of its pages that differ.
struct ComparedEdition: Sendable {
  var comparison: EditionComparison
  /// By the index of the page in the comparison; nil for pages that were not painted.
  var pictures: [PagePictures?] = []
}

/// How an edition is compared.
struct EditionSettings: Sendable {
  /// The folder for copies of the files that Poppler reads.
  var workFolder: URL
  var poppler = Poppler()
  var threshold: Double
  var tasks: Int
  var keepsPictures: Bool
  /// Whether texts are compared: once is enough, since editions differ only in looks.
  var comparesText: Bool
  /// The comparison of the edition before.
  var guide: EditionComparison?
}

/// Compares two PDFs: pages first, then words, then by pictures those pages that seem to differ.
func compareEdition(
  _ old: ComparedOutput.Document, _ new: ComparedOutput.Document, _ settings: EditionSettings
) async -> Diagnosed<ComparedEdition?> {
  let (oldRead, newRead) = (read(old, "old", settings), read(new, "new", settings))
  guard let before = oldRead.value, let after = newRead.value else {
    return Diagnosed(nil, oldRead.diagnostics + newRead.diagnostics)
  }
  var comparison = EditionComparison(
    name: new.edition, oldPages: before.content.pages.count, newPages: after.content.pages.count)
  guard old.bytes != new.bytes else { return Diagnosed(ComparedEdition(comparison: comparison)) }
  comparison.pages = comparePages(
    before.content, after.content, guide: settings.guide)
  if settings.comparesText {
    comparison.comparesText = true
    comparison.texts = compareText(
      before.content.paragraphs, after.content.paragraphs,
      areWhole: before.content.isTagged && after.content.isTagged)
  }
  return await painted(comparison, before, after, settings)
}

private struct ReadDocument: Sendable {
  var path: String
  var file: String
  var content: EditionContent
}

/// Reads from a copy, so that a file that changes meanwhile is one file still.
private func read(
  _ document: ComparedOutput.Document, _ side: String, _ settings: EditionSettings
) -> Diagnosed<ReadDocument?> {
  let name = "\(side)-\(document.edition.isEmpty ? "document" : document.edition).pdf"
  let file = settings.workFolder.appendingPathComponent(name)
  do {
    try Data(document.bytes).write(to: file)
    let content = try readEdition(document.bytes, at: file.path, settings.poppler)
    return Diagnosed(ReadDocument(path: document.path, file: file.path, content: content))
  } catch let error as ReadingError {
    return Diagnosed(nil, [finding(error, document.path)])
  } catch {
    return Diagnosed(
      nil, [Diagnostic(.writingFailed, "no temporary file: \(error.localizedDescription)")])
  }
}

private func finding(_ error: ReadingError, _ path: String) -> Diagnostic {
  switch error {
  case .encrypted: .unreadable(path, "is encrypted").hinting("save a copy without a password")
  case .damaged: .unreadable(path, "is no PDF, or damaged")
  case .poppler(let failure): finding(failure, path)
  }
}

private func finding(_ failure: Poppler.Failure, _ path: String) -> Diagnostic {
  switch failure {
  case .missing(let program):
    Diagnostic(.noPoppler, "“\(program)” is not installed")
      .hinting("apt-get install poppler-utils")
  case .failed: .unreadable(path, "cannot be read")
  case .endless: .unreadable(path, "takes too long to read")
  }
}

// MARK: Painting

/// Paints the pages that differ and drops those that only seemed to.
private func painted(
  _ comparison: EditionComparison, _ old: ReadDocument, _ new: ReadDocument,
  _ settings: EditionSettings
) async -> Diagnosed<ComparedEdition?> {
  let painter = PagePainter(
    poppler: settings.poppler, oldPath: old.file, newPath: new.file,
    keepsPictures: settings.keepsPictures)
  let wanted = comparison.pages.indices.filter { index in
    let page = comparison.pages[index]
    if page.kind == .changed { return settings.keepsPictures || page.isJudgedByLook }
    return settings.keepsPictures && (page.kind == .added || page.kind == .removed)
  }
  var result = ComparedEdition(comparison: comparison)
  result.pictures = Array(repeating: nil, count: comparison.pages.count)
  var findings: [Diagnostic] = []
  let paintings = await inParallel(wanted, tasks: settings.tasks) { index in
    let page = comparison.pages[index]
    return Result { () throws(Poppler.Failure) in
      try painter.paint(
        page, oldSize: page.old.flatMap { old.content.pages[$0].size },
        newSize: page.new.flatMap { new.content.pages[$0].size })
    }
  }
  for (index, painting) in zip(wanted, paintings) {
    switch painting {
    case .success(let (difference, pictures)):
      result.settle(index, difference, pictures, threshold: settings.threshold)
    case .failure(let failure): findings.append(finding(failure, new.path))
    }
  }
  return Diagnosed(findings.isEmpty ? result : nil, Array(findings.prefix(1)))
}

extension ComparedEdition {
  fileprivate mutating func settle(
    _ index: Int, _ difference: PictureDifference?, _ pictures: PagePictures, threshold: Double
  ) {
    comparison.pages[index].difference = difference
    let page = comparison.pages[index]
    if page.isJudgedByLook, let difference, difference.share <= threshold {
      comparison.pages[index].kind = .same
    } else {
      self.pictures[index] = pictures
    }
  }
}

extension PageChange {
  /// Whether a picture can show that it only seems to differ.
  fileprivate var isJudgedByLook: Bool { kind == .changed && !hasOtherWords && !hasOtherSize }
}
