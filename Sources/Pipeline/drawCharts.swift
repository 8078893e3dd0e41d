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
  let tasks = threadCount(asked: request.jobs)
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
  let images = ChartImages(
    compilation, formats: request.formats, resolution: request.resolution)
  let made = files(of: jobs, images, tasks: tasks)
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
  let images = ChartImages(compilation, formats: formats, resolution: 200)
  let drawn = await inParallel(compilation.charts, tasks: tasks) { images.draw($0) }
  let subsets = images.subsets(for: drawn)
  let made = await inParallel(drawn, tasks: tasks) { images.files(of: $0, subsets) }
  let files = made.flatMap(\.value).map {
    OutputFile(path: "charts/" + $0.path, bytes: $0.bytes)
  }
  return Diagnosed(files, made.flatMap(\.diagnostics).filter { $0.severity == .error })
}

/// Draws charts and makes their images, several at a time; the files stand in the order of the
/// charts.
private func files(
  of jobs: [Compilation.ChartJob], _ images: ChartImages, tasks: Int
) -> Diagnosed<[OutputFile]> {
  let made: [Diagnosed<[OutputFile]>]
  if images.holdGlyphs {
    let drawn = inParallel(jobs, tasks: tasks) { images.draw($0) }
    let subsets = images.subsets(for: drawn)
    made = inParallel(drawn, tasks: tasks) { images.files(of: $0, subsets) }
  } else {
    // No chart waits for another, and none is kept.
    let subsets = images.subsets(for: [])
    made = inParallel(jobs, tasks: tasks) { images.files(of: images.draw($0), subsets) }
  }
  return Diagnosed(made.flatMap(\.value), made.flatMap(\.diagnostics))
}
