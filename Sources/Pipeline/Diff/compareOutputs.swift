internal import Comparison
internal import Diagnostics
internal import Foundation

/// Compares two outputs, or two PDFs: pages, texts, figures, charts and what went into them.
///
/// A report is written when the request names a folder for it, whether or not anything differs.
package func compareOutputs(
  _ request: DiffRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> DiffOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  var outcome = DiffOutcome()
  let (oldRead, newRead) = (readOutput(request.old, world), readOutput(request.new, world))
  outcome.build.diagnostics =
    oldRead.diagnostics + newRead.diagnostics + occupation(of: request.output, world)
  guard let old = oldRead.value, let new = newRead.value, !outcome.build.hasErrors else {
    return outcome
  }
  clock.begin("comparing")
  let compared = await compareEditions(old, new, request)
  outcome.build.diagnostics += compared.diagnostics
  guard !outcome.build.hasErrors else { return outcome }
  let comparison = joined(compared.value.map(\.comparison), old, new)
  outcome.isSame = comparison.isSame
  outcome.text = summarize(comparison)
  outcome.json = comparisonJSON(comparison).text(isIndented: true)
  if let folder = request.output {
    clock.begin("writing")
    write(comparison, compared.value.map(\.pictures), to: folder, &outcome.build)
  }
  clock.end()
  outcome.build.timings = clock.timings
  outcome.build.summary = tally(comparison)
  return outcome
}

/// A report takes the place of its folder: nothing but an older report may be lost by that.
private func occupation(of folder: String?, _ world: any World) -> [Diagnostic] {
  guard let folder else { return [] }
  let others = world.files(in: folder).filter { path in
    path != "index.html" && !(path.hasPrefix("pages/") && path.hasSuffix(".png"))
  }
  guard let first = others.first else { return [] }
  return [
    Diagnostic(.occupiedFolder, "“\(folder)” holds other files, such as “\(first)”")
      .hinting("name a folder that is new or holds an older report of diff")
  ]
}

private func compareEditions(
  _ old: ComparedOutput, _ new: ComparedOutput, _ request: DiffRequest
) async -> Diagnosed<[ComparedEdition]> {
  let pairs = commonEditions(old, new)
  guard !pairs.isEmpty else {
    let message = "“\(old.name)” and “\(new.name)” have no edition in common"
    return Diagnosed([], [Diagnostic(.noCommonEdition, message)])
  }
  let work = FileManager.default.temporaryDirectory
    .appendingPathComponent("colophon-diff-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: work) }
  do {
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  } catch {
    let message = "no temporary folder: \(error.localizedDescription)"
    return Diagnosed([], [Diagnostic(.writingFailed, message)])
  }
  var settings = EditionSettings(
    workFolder: work, threshold: request.threshold,
    tasks: threadCount(asked: request.jobs),
    keepsPictures: request.output != nil, comparesText: true)
  var result = Diagnosed<[ComparedEdition]>([])
  for pair in pairs {
    let edition = await compareEdition(pair.old, pair.new, settings)
    result.diagnostics += edition.diagnostics
    if let value = edition.value { result.value.append(value) }
    settings.comparesText = false
    settings.guide = settings.guide ?? edition.value?.comparison
  }
  return result
}

private func joined(
  _ editions: [EditionComparison], _ old: ComparedOutput, _ new: ComparedOutput
) -> OutputComparison {
  var comparison = OutputComparison(oldName: old.name, newName: new.name)
  comparison.title = new.record?.title ?? ""
  comparison.language = new.record?.language ?? ""
  comparison.editions = editions
  if let before = old.record, let after = new.record {
    comparison.records = compareRecords(before, after)
    comparison.placeFigures()
  }
  return comparison
}

private func write(
  _ comparison: OutputComparison, _ pictures: [[PagePictures?]], to folder: String,
  _ outcome: inout BuildOutcome
) {
  let files = writeReport(comparison, pictures: pictures).map {
    OutputFile(path: $0.path, bytes: $0.bytes)
  }
  do {
    outcome.writtenFiles = try writeOutput(files, to: folder)
  } catch {
    outcome.diagnostics.append(
      Diagnostic(.writingFailed, "the report cannot be written: \(error.localizedDescription)"))
  }
}

/// `changed: 2 pages, 3 paragraphs, 1 figure`.
private func tally(_ comparison: OutputComparison) -> String {
  guard !comparison.isSame else { return "no difference" }
  let pages = comparison.editions.reduce(0) { $0 + $1.changedPages.count }
  let paragraphs = comparison.editions.reduce(0) { $0 + $1.paragraphCount }
  let counts: [(Int, String)] = [
    (pages, "page"), (paragraphs, "paragraph"), (comparison.records.figures.count, "figure"),
    (comparison.records.charts.count, "chart"),
  ]
  let parts = counts.filter { $0.0 > 0 }.map { count($0.0, $0.1) }
  return "changed: " + (parts.isEmpty ? "outputs" : parts.joined(separator: ", "))
}
