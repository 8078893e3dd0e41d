internal import Declarations
internal import Charts
internal import Diagnostics
internal import Foundation
internal import Rendering

/// Draws charts as images.
package func drawCharts(
  _ request: ChartRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  var compilation = compile(
    request.source,
    CompileOptions(home: request.home, parameters: Parameters(request.parameters)), world: world)
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

func chartFiles(
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
