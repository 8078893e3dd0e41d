internal import Charts
internal import Declarations
internal import Diagnostics
internal import Foundation
internal import Parallelism
internal import Rendering

/// Draws charts as images.
package func drawCharts(
  _ request: ChartRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  let tasks = max(1, request.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  var compilation = compile(
    request.source,
    CompileOptions(
      home: request.home, parameters: Parameters(request.parameters), tasks: tasks), world: world)
  let known = compilation.charts.map(\.spec.id)
  for id in request.ids where !known.contains(id) {
    compilation.diagnostics.append(
      Diagnostic(.unknownChart, "there is no chart “\(id)”")
        .hinting(suggestion(for: id, among: known)))
  }
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  clock.begin("drawing charts")
  let jobs = compilation.charts.filter { request.ids.isEmpty || request.ids.contains($0.spec.id) }
  let made = imageFiles(
    of: jobs, compilation, formats: request.formats, resolution: request.resolution, tasks: tasks)
  compilation.diagnostics += made.diagnostics
  guard !compilation.hasErrors else { return outcome(compilation, clock) }
  var result = outcome(compilation, clock)
  do {
    let folder = request.output ?? "Output/\(compilation.name)/charts"
    result.writtenFiles = try addOutput(made.value, to: folder, tasks: tasks)
  } catch {
    result.diagnostics.append(
      Diagnostic(.writingFailed, "the images cannot be written: \(error.localizedDescription)"))
  }
  result.summary = count(jobs.count, "chart")
  return result
}

/// Draws a report's charts as images, beside the painting of its pages: threads of their own would
/// hold that up, which takes longer.
func chartFiles(
  _ compilation: Compilation, request: BuildRequest, tasks: Int
) async -> Diagnosed<[OutputFile]> {
  let formats = request.chartFormats
  guard !formats.isEmpty else { return Diagnosed([]) }
  let drawn = await drawImages(of: compilation.charts, compilation, tasks: tasks)
  let faces = faceSubsets(of: drawn, for: formats, compilation)
  let made = await inParallel(drawn, tasks: tasks) { chart in
    images(of: chart, compilation, formats: formats, resolution: 200, faces: faces)
  }
  let files = made.flatMap(\.value).map {
    OutputFile(path: "charts/" + $0.path, bytes: $0.bytes)
  }
  return Diagnosed(files, made.flatMap(\.diagnostics).filter { $0.severity == .error })
}

/// Draws charts and makes their images, several at a time; the files stand in the order of the
/// charts.
private func imageFiles(
  of jobs: [Compilation.ChartJob], _ compilation: Compilation, formats: [ChartRequest.Format],
  resolution: Double, tasks: Int
) -> Diagnosed<[OutputFile]> {
  let drawn = draw(jobs, of: compilation, includesCaption: true, tasks: tasks)
  let faces = faceSubsets(of: drawn, for: formats, compilation)
  let results = inParallel(drawn, tasks: tasks) { chart in
    images(of: chart, compilation, formats: formats, resolution: resolution, faces: faces)
  }
  return Diagnosed(results.flatMap(\.value), results.flatMap(\.diagnostics))
}
