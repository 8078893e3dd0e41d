internal import Diagnostics
internal import Figures
internal import Foundation

/// A variant that has been built, found built, or failed.
struct BuiltVariant: Sendable {
  var entry: BatchManifest.Entry
  var isKept = false
  var diagnostics: [Diagnostic] = []
  var map = SourceMap()
  var figures: [String: Decimal] = [:]
}

/// Builds the variants of a batch.
struct BatchRun: Sendable {
  let request: BatchRequest
  let world: any World
  /// Name of the report, which is also that of its folder of variants.
  let report: String
  /// The folder that gets a folder for each variant.
  let folder: String
  let home: String?
  /// The report's own folder.
  let sourceFolder: String

  init(request: BatchRequest, world: any World) {
    self.request = request
    self.world = world
    let url = URL(fileURLWithPath: request.build.report)
    let isFolder = world.isFolder(request.build.report)
    report = isFolder ? url.lastPathComponent : url.deletingPathExtension().lastPathComponent
    sourceFolder =
      isFolder ? request.build.report : url.deletingLastPathComponent().relativePath
    folder = request.build.output + "/" + report
    home = request.build.home ?? findHome(above: request.build.report, world)
  }

  /// Builds variants, at most as many at a time as threads were asked for.
  ///
  /// - Returns: the results in the order of the variants.
  func build(
    _ variants: [Variant], progress: (_ completed: Int, _ total: Int) -> Void
  ) async -> [BuiltVariant] {
    let tasks = threadCount(asked: request.build.jobs)
    return await withTaskGroup(of: (Int, BuiltVariant).self) { group in
      var results = [BuiltVariant?](repeating: nil, count: variants.count)
      var next = 0
      func start() {
        guard next < variants.count else { return }
        let index = next
        next += 1
        group.addTask { (index, await build(variants[index])) }
      }
      for _ in 0..<tasks { start() }
      var completed = 0
      for await (index, built) in group {
        results[index] = built
        completed += 1
        progress(completed, variants.count)
        start()
      }
      return results.compactMap { $0 }
    }
  }

  private func build(_ variant: Variant) async -> BuiltVariant {
    let request = buildRequest(for: variant)
    let place = folder + "/" + variant.name
    var reasons: [Diagnostic] = []
    if !self.request.rebuildsAll, let record = BuildRecord(in: place, world: world) {
      guard let reason = reasonToRebuild(record, request, place) else {
        return built(variant, record, isKept: true)
      }
      reasons = [Diagnostic(.rebuiltVariant, "built again: \(reason)", severity: .note)]
    }
    let outcome = await Pipeline.build(request, world: world)
    let record = outcome.hasErrors ? nil : BuildRecord(in: place, world: world)
    var result = built(variant, record, isKept: false)
    // Of all texts that were read those stay that findings point into, however many variants there are.
    result.diagnostics = reasons + result.map.adopt(outcome.diagnostics, from: outcome.sourceMap)
    result.entry.errors = outcome.diagnostics.count(where: \.isFailure)
    result.entry.warnings = outcome.diagnostics.count {
      $0.severity == .warning && $0.allowance == nil
    }
    return result
  }

  /// Threads go to the variants: one each.
  private func buildRequest(for variant: Variant) -> BuildRequest {
    var build = request.build
    build.output = folder
    build.name = variant.name
    build.home = home
    build.jobs = 1
    build.parameters.merge(variant.parameters) { _, cell in cell }
    return build
  }

  private func built(_ variant: Variant, _ record: BuildRecord?, isKept: Bool) -> BuiltVariant {
    let outputs = record?.outputs.map {
      BatchManifest.Output(
        path: variant.name + "/" + $0.path, bytes: $0.bytes, sha256: $0.sha256)
    }
    return BuiltVariant(
      entry: BatchManifest.Entry(
        index: variant.index, name: variant.name, parameters: variant.parameters,
        status: record == nil ? .failed : .complete, pages: record?.pages ?? 0,
        outputs: outputs ?? [], errors: 0, warnings: 0),
      isKept: isKept, figures: record?.figures ?? [:])
  }
}
