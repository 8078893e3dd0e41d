internal import Diagnostics
internal import Foundation

/// Builds one report for each row of a table, as many at a time as there are threads.
///
/// A variant that fails leaves the others alone, and one whose inputs have not changed since it was
/// built is kept, so that a batch that was stopped goes on where it was.
package func batch(
  _ request: BatchRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading the table")
  var result = BuildOutcome()
  let read = readVariants(request.table, into: &result.sourceMap, world: world)
  result.diagnostics = read.diagnostics
  guard let table = read.value, check(request, table, &result), !result.hasErrors else {
    return result
  }
  clock.begin("building")
  let chosen = table.variants.filter { request.shard.holds($0) }
  let run = BatchRun(request: request, world: world)
  result.sourceFolder = run.sourceFolder
  let built = await run.build(chosen) { progress(Progress("building", completed: $0, total: $1)) }
  var findings = BatchFindings(map: result.sourceMap)
  for variant in built { findings.add(variant) }
  result.sourceMap = findings.map
  result.diagnostics += findings.diagnostics(of: chosen.count)
  result.diagnostics += checkParity(built.map(PrintedFigures.init), sharing: request.parity)
  clock.begin("writing")
  write(
    BatchManifest(
      report: run.report, table: table, shard: request.shard, entries: built.map(\.entry)),
    to: run.folder, &result)
  result.summary = summary(built)
  clock.end()
  result.timings = clock.timings
  return result
}

/// Whether what the request says of the table is true.
private func check(
  _ request: BatchRequest, _ table: VariantTable, _ result: inout BuildOutcome
) -> Bool {
  guard let parity = request.parity, !table.columns.contains(parity) else { return true }
  result.diagnostics.append(
    Diagnostic(.unknownVariantColumn, "the table has no column “\(parity)”")
      .hinting(suggestion(for: parity, among: table.columns)))
  return false
}

/// Puts the manifest of a batch beside its variants.
func write(_ manifest: BatchManifest, to folder: String, _ result: inout BuildOutcome) {
  let bytes = Array(manifest.json.text(isIndented: true).utf8)
  do {
    result.writtenFiles = try addOutput(
      [OutputFile(path: manifest.fileName, bytes: bytes)], to: folder)
  } catch {
    result.diagnostics.append(
      Diagnostic(
        .writingFailed, "the batch's manifest cannot be written: \(error.localizedDescription)"))
  }
}

private func summary(_ built: [BuiltVariant]) -> String {
  let kept = built.count { $0.isKept }
  let failed = built.count { $0.entry.status == .failed }
  let pages = built.reduce(0) { $0 + ($1.isKept ? 0 : $1.entry.pages) }
  let parts = [
    count(built.count - kept - failed, "variant") + " built", kept > 0 ? "\(kept) kept" : nil,
    failed > 0 ? "\(failed) failed" : nil, count(pages, "page"),
  ]
  return parts.compactMap { $0 }.joined(separator: ", ")
}

extension BatchRequest.Shard {
  /// Rows go round: neighbours, which are often alike, land on different machines.
  func holds(_ variant: Variant) -> Bool { variant.index % count == number - 1 }
}
