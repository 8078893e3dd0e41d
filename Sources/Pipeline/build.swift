internal import Charts
internal import Composition
package import Diagnostics
internal import Drawing
internal import Figures
internal import Foundation
internal import Manuscript
internal import Prepress
internal import Rendering
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let unknownChart = DiagnosticCode(
    "pipeline.unknown-chart", "The report has no chart of that id.")

  package static let nothingToBuild = DiagnosticCode(
    "pipeline.nothing-to-build",
    "The report declares no parts, or the source is a chart, which `colophon chart` draws.")

  package static let verdict = DiagnosticCode(
    "typography.verdict",
    "How many violations of the rules of typesetting, how many lines that are only kept by "
      + "relaxing what the house prefers, and how many remarks on the text a check has found.")

  /// The codes of this target.
  package static let pipelineCodes: [DiagnosticCode] =
    [
      .changedFace, .outsideFolder, .missingFile, .unknownLayout, .noHome, .layoutCycle,
      .writingFailed, .unknownChart, .nothingToBuild, .verdict, .transcoded, .missingProfile,
      .changedProfile, .unnamedCondition,
    ] + tableCodes
}

/// Builds a report: reads everything, composes it and puts the finished files in place together.
///
/// When there are errors nothing is written and the previous output stays as it was.
package func build(
  _ request: BuildRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  var compilation = compile(
    request.report, home: request.home, isLocked: request.isLocked, world: world)
  if compilation.report.parts.isEmpty && !compilation.hasErrors {
    compilation.diagnostics.append(
      Diagnostic(.nothingToBuild, "“\(request.report)” has no parts to build"))
  }
  compilation.input.explainsPages = request.explainsPages
  let tasks = max(1, request.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  guard let document = await composed(&compilation, tasks: tasks, &clock), !compilation.hasErrors
  else { return outcome(compilation, clock) }
  let snapshot = compilation
  async let charts = chartFiles(snapshot, request: request, tasks: tasks)
  var files: [OutputFile] = []
  for edition in editions(request, compilation) {
    let made = finishedFile(edition, of: document, compilation, &clock)
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
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  return write(files, compilation, document, request, &clock)
}

/// Draws the charts and composes the pages; nil when the report has errors already.
private func composed(
  _ compilation: inout Compilation, tasks: Int, _ clock: inout PhaseClock
) async -> PagedDocument? {
  let pictures = compilation.images
  let faces = compilation.layout.fonts.faces.map(\.resource)
  async let _ = preparePictures(pictures, faces: faces)
  let drawn = await draw(
    compilation.charts, of: compilation, includesCaption: false, tasks: tasks)
  for chart in drawn {
    compilation.diagnostics += chart.diagnostics
    compilation.input.add(chart)
    compilation.chartData.append(
      (chart.job.block, chart.job.spec.id, chart.job.spec.title, chart.chart.table.csv))
  }
  compilation.diagnostics += compareSiblings(drawn.map { ($0.job.spec, $0.chart) })
  compilation.input.jobs = tasks
  clock.begin("composing")
  guard !compilation.layout.fonts.faces.isEmpty, !compilation.report.parts.isEmpty else {
    return nil
  }
  let composed = await compose(compilation.input)
  compilation.diagnostics += composed.diagnostics
  var document = composed.value
  document.images = compilation.images
  return document
}

/// The editions asked for, else those that the report names, else the one for screens.
private func editions(_ request: BuildRequest, _ compilation: Compilation) -> [Edition] {
  let named = compilation.report.declaration.editions.compactMap { Edition(rawValue: $0.value) }
  let wanted = request.editions ?? (named.isEmpty ? [.screen] : named)
  return Edition.allCases.filter(wanted.contains)
}

/// Paints and finishes one edition; nil when that fails.
private func finishedFile(
  _ edition: Edition, of document: PagedDocument, _ compilation: Compilation,
  _ clock: inout PhaseClock
) -> Diagnosed<OutputFile?> {
  do {
    let bytes: Diagnosed<[UInt8]?>
    switch edition {
    case .print: bytes = try printFile(of: document, compilation, &clock)
    case .screen: bytes = try screenFile(of: document, compilation, &clock)
    }
    let file = bytes.value.map {
      OutputFile(path: "\(compilation.name)-\(edition.rawValue).pdf", bytes: $0)
    }
    return Diagnosed(file, bytes.diagnostics)
  } catch let error as RenderingError {
    return Diagnosed(nil, [error.diagnostic])
  } catch let error as PrepressError {
    return Diagnosed(nil, [error.diagnostic])
  } catch {
    return Diagnosed(nil, [Diagnostic(.paintingFailed, "\(error)")])
  }
}

private func screenFile(
  of document: PagedDocument, _ compilation: Compilation, _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  clock.begin("painting")
  let painted = try renderPDF(document)
  clock.begin("finishing")
  let claims: [Claim] = [.pdfUA1, .pdfA3a]
  let bytes = try finish(
    painted, of: document, claiming: claims, attaching: attachments(of: document, compilation))
  clock.begin("verifying")
  return claimed(bytes, verify(bytes, of: document, against: claims))
}

/// The data of each chart, associated with its figure.
private func attachments(
  of document: PagedDocument, _ compilation: Compilation
) -> [Attachment] {
  let nodes = document.structure.nodes
  let figures = nodes.indices.filter { nodes[$0].role == .figure }
  return compilation.chartData.map { data in
    let figure = figures.first { nodes[$0].span == data.block }
    return Attachment(
      name: "\(data.name).csv", description: data.title, mediaType: "text/csv",
      bytes: Array(data.csv.utf8), node: figure.map { StructureNodeID(index: Int32($0)) })
  }
}

private func printFile(
  of document: PagedDocument, _ compilation: Compilation, _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  let found = pressCondition(of: compilation)
  guard let condition = found.value else { return Diagnosed(nil, found.diagnostics) }
  clock.begin("painting for print")
  let press = try PressDocument(document, compilation.layout.stylesheet)
  let painted = try renderPDF(press.document)
  clock.begin("finishing for print")
  let bytes = try finishForPress(
    painted, of: press.document, inks: press.inks, condition: condition)
  clock.begin("verifying print")
  let preflighted = preflight(
    press.document, inks: press.inks, condition: condition,
    profile: PreflightProfile(compilation.layout.stylesheet.press.limits))
  return claimed(
    bytes, preflighted + verify(bytes, of: press.document, against: [.pdfX4]))
}

/// A file that names a standard is only let out when the rules of that standard pass.
private func claimed(_ bytes: [UInt8], _ findings: [Diagnostic]) -> Diagnosed<[UInt8]?> {
  Diagnosed(findings.contains { $0.severity == .error } ? nil : bytes, findings)
}

private func chartFiles(
  _ compilation: Compilation, request: BuildRequest, tasks: Int
) async -> Diagnosed<[OutputFile]> {
  guard !request.chartFormats.isEmpty else { return Diagnosed([]) }
  let drawn = await draw(
    compilation.charts, of: compilation, includesCaption: true, tasks: tasks)
  let faces = faceSubsets(of: drawn, compilation)
  let results = await withTaskGroup(of: (Int, Diagnosed<[OutputFile]>).self) { group in
    for (index, chart) in drawn.enumerated() {
      group.addTask {
        (
          index,
          images(
            of: chart, compilation, formats: request.chartFormats, resolution: 200, faces: faces)
        )
      }
    }
    var results = [Diagnosed<[OutputFile]>](repeating: Diagnosed([]), count: drawn.count)
    for await (index, files) in group { results[index] = files }
    return results
  }
  let files = results.flatMap(\.value).map {
    OutputFile(path: "charts/" + $0.path, bytes: $0.bytes)
  }
  return Diagnosed(files, results.flatMap(\.diagnostics).filter { $0.severity == .error })
}

private func pageImages(
  _ document: PagedDocument, resolution: Double, _ diagnostics: inout [Diagnostic]
) -> [OutputFile] {
  var files: [OutputFile] = []
  for (index, page) in document.pages.enumerated() {
    let number = String(index + 1)
    let name = String(repeating: "0", count: max(0, 3 - number.count)) + number
    do {
      let bytes = try renderPNG(
        page.list, size: page.size, pixelsPerInch: resolution, faces: document.faces,
        images: document.images)
      files.append(OutputFile(path: "pages/\(name).png", bytes: bytes))
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }
  return files
}

private func write(
  _ files: [OutputFile], _ compilation: Compilation, _ document: PagedDocument,
  _ request: BuildRequest, _ clock: inout PhaseClock
) -> BuildOutcome {
  clock.begin("writing")
  var files = files + findingsFiles(compilation)
  let manifest = Manifest(
    compilation: compilation, document: document, files: files,
    diagnostics: compilation.diagnostics)
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
  result.summary = [
    count(document.pages.count, "page"), count(compilation.charts.count, "chart"),
  ].joined(separator: ", ")
  return result
}

private func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

private func outcome(_ compilation: Compilation, _ clock: PhaseClock) -> BuildOutcome {
  var clock = clock
  clock.end()
  var diagnostics = compilation.diagnostics
  placeMissingGlyphs(&diagnostics, in: compilation.map)
  return BuildOutcome(
    diagnostics: diagnostics, sourceMap: compilation.map,
    sourceFolder: compilation.folder.path, timings: clock.timings)
}

/// Draws charts as images.
package func drawCharts(
  _ request: ChartRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  var compilation = compile(request.source, home: request.home, world: world)
  let known = compilation.charts.map(\.spec.id)
  for id in request.ids where !known.contains(id) {
    compilation.diagnostics.append(
      Diagnostic(.unknownChart, "there is no chart “\(id)”")
        .hinting(suggestion(for: id, among: known)))
  }
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  clock.begin("drawing charts")
  let jobs = compilation.charts.filter { request.ids.isEmpty || request.ids.contains($0.spec.id) }
  let tasks = max(1, request.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  let drawn = await draw(jobs, of: compilation, includesCaption: true, tasks: tasks)
  let faces = faceSubsets(of: drawn, compilation)
  var files: [OutputFile] = []
  for chart in drawn {
    let made = images(
      of: chart, compilation, formats: request.formats, resolution: request.resolution,
      faces: faces)
    compilation.diagnostics += made.diagnostics
    files += made.value
  }
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  var result = outcome(compilation, clock)
  do {
    let folder = request.output ?? "Output/\(compilation.name)/charts"
    result.writtenFiles = try addOutput(files, to: folder)
  } catch {
    result.diagnostics.append(
      Diagnostic(.writingFailed, "the images cannot be written: \(error.localizedDescription)"))
  }
  result.summary = count(drawn.count, "chart")
  return result
}

/// Does all that a build does and writes nothing; a finished PDF is checked against the standards
/// that it names.
package func check(
  _ request: CheckRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  if request.subject.hasSuffix(".pdf") { return checkFile(request, progress: progress, world) }
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  var compilation = compile(
    request.subject, home: request.home, isLocked: request.isLocked, world: world)
  let tasks = max(1, request.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  compilation.input.inspectsLines = true
  let document = await composed(&compilation, tasks: tasks, &clock)
  var result = outcome(compilation, clock)
  result.summary =
    document.map { "\(count($0.pages.count, "page")), \(verdict(on: result.diagnostics))" } ?? ""
  // A sound report has no finding at all, not even that it has none.
  if result.diagnostics.contains(where: { $0.isTypographic }) {
    result.diagnostics.append(
      Diagnostic(.verdict, verdict(on: result.diagnostics), severity: .note))
  }
  return result
}

/// `0 violations, 3 relaxations`, and how many remarks on the text where there are any.
private func verdict(on diagnostics: [Diagnostic]) -> String {
  let violations = diagnostics.count { DiagnosticCode.typographyViolations.contains($0.code) }
  let relaxations = diagnostics.count { $0.code == .lineRelaxation }
  let remarks = diagnostics.count { $0.code == .textRemark }
  return
    ([count(violations, "violation"), count(relaxations, "relaxation")]
    + (remarks > 0 ? [count(remarks, "remark") + " on the text"] : []))
    .joined(separator: ", ")
}

extension Diagnostic {
  /// Whether the finding counts in the verdict on typesetting.
  fileprivate var isTypographic: Bool {
    DiagnosticCode.typographyViolations.contains(code) || code == .lineRelaxation
      || code == .textRemark
  }
}
