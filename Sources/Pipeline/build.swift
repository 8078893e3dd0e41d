internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Manuscript

/// Builds a report: reads everything, composes it and puts the finished files in place together.
///
/// When there are errors nothing is written and the previous output stays as it was.
package func build(
  _ request: BuildRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  let tasks = threadCount(asked: request.jobs)
  clock.begin("reading")
  var compilation = compile(
    request.report,
    CompileOptions(
      home: request.home, isLocked: request.isLocked,
      parameters: Parameters(request.parameters), tasks: tasks), world: world)
  compilation.name = request.name ?? compilation.name
  if compilation.report.parts.isEmpty && !compilation.hasErrors {
    compilation.diagnostics.append(
      Diagnostic(.nothingToBuild, "“\(request.report)” has no parts to build"))
  }
  let place = request.output + "/" + compilation.name
  compilation.diagnostics += occupation(of: place, report: request.report)
  compilation.input.explainsPages = request.explainsPages
  guard let document = await composed(&compilation, tasks: tasks, &clock), !compilation.hasErrors
  else { return outcome(compilation, clock) }
  compilation.hashFiles()
  let snapshot = compilation
  async let charts = chartFiles(snapshot, request: request, tasks: tasks)
  async let numbers = printedNumbers(on: document, snapshot)
  var files: [OutputFile] = []
  for edition in editions(request, compilation) {
    var edited = document
    if edition == .proof {
      clock.begin("composing the proof")
      let proof = await composeProof(of: document, await numbers, compilation)
      edited = proof.value
      compilation.diagnostics += proof.diagnostics.filter { $0.severity == .error }
    }
    let made = finishedFile(edition, of: edited, compilation, tasks: tasks, &clock)
    compilation.diagnostics += made.diagnostics
    if let file = made.value { files.append(file) }
  }
  clock.begin("drawing charts")
  let images = await charts
  files += images.value
  compilation.diagnostics += images.diagnostics
  if let resolution = request.pageResolution {
    files += pageImages(document, resolution: resolution, &compilation.diagnostics)
  }
  compilation.diagnostics += compilation.unusedAllowances(
    editions: editions(request, compilation), inspectsLines: false)
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  return write(files, await numbers, compilation, document, request, &clock)
}

/// The editions asked for, else those that the report names, else the one for screens.
private func editions(_ request: BuildRequest, _ compilation: Compilation) -> [Edition] {
  let named = compilation.report.declaration.editions.compactMap { Edition(rawValue: $0.value) }
  let wanted = request.editions ?? (named.isEmpty ? [.screen] : named)
  return Edition.allCases.filter(wanted.contains)
}

private func write(
  _ files: [OutputFile], _ numbers: [NumberEntry], _ compilation: Compilation,
  _ document: PagedDocument, _ request: BuildRequest, _ clock: inout PhaseClock
) -> BuildOutcome {
  clock.begin("writing")
  var files = files + findingsFiles(compilation)
  let manifest = Manifest(
    compilation: compilation, request: request, numbers: numbers, document: document, files: files,
    diagnostics: compilation.judged)
  files.append(
    OutputFile(path: "manifest.json", bytes: Array(manifest.json.text(isIndented: true).utf8)))
  var result = outcome(compilation, clock)
  do {
    result.writtenFiles = try writeOutput(files, to: request.output + "/" + compilation.name)
  } catch {
    result.diagnostics.append(
      Diagnostic(.writingFailed, "the output cannot be written: \(error.localizedDescription)"))
  }
  clock.end()
  result.timings = clock.timings
  guard !result.writtenFiles.isEmpty else { return result }
  result.summary = [
    count(document.pages.count, "page"), count(compilation.charts.count, "chart"),
  ].joined(separator: ", ")
  return result
}
