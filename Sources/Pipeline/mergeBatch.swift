internal import Diagnostics
internal import Foundation

/// Joins the manifests of shards and proves that nothing is missing and nothing built twice.
package func mergeBatch(
  _ request: MergeRequest, world: any World = FileWorld()
) -> BuildOutcome {
  var result = BuildOutcome()
  var shards: [PlacedShard] = []
  for folder in request.folders { shards += readShards(folder, world, &result.diagnostics) }
  guard let first = shards.first else {
    result.diagnostics.append(
      Diagnostic(.missingVariant, "there is no batch-…-of-….json in what is to be merged"))
    return result
  }
  result.diagnostics += compare(shards) + findGaps(in: shards) + checkOutputs(of: shards, world)
  guard !result.hasErrors else { return result }
  let figures = shards.flatMap { $0.figures(world) }
  result.diagnostics += checkParity(figures, sharing: request.parity)
  var merged = first.manifest
  merged.shard = BatchManifest.Shard(number: 1, count: 1)
  merged.entries = shards.flatMap(\.manifest.entries).sorted { $0.index < $1.index }
  write(merged, to: request.output ?? first.folder, &result)
  result.summary =
    "\(count(merged.entries.count, "variant")) of \(count(shards.count, "shard")), "
    + count(merged.entries.reduce(0) { $0 + $1.pages }, "page")
  return result
}

/// The manifest of a shard and the folder that it was found in.
private struct PlacedShard {
  var manifest: BatchManifest
  var folder: String

  func figures(_ world: any World) -> [PrintedFigures] {
    manifest.entries.map { entry in
      let record = BuildRecord(in: folder + "/" + entry.name, world: world)
      return PrintedFigures(
        variant: entry.name, parameters: entry.parameters, values: record?.figures ?? [:])
    }
  }
}

private func readShards(
  _ folder: String, _ world: any World, _ diagnostics: inout [Diagnostic]
) -> [PlacedShard] {
  let names = world.files(in: folder).filter { name in
    name.hasPrefix("batch-") && name.hasSuffix(".json") && !name.contains("/")
  }
  if names.isEmpty {
    diagnostics.append(Diagnostic(.missingVariant, "“\(folder)” holds no manifest of a shard"))
  }
  return names.compactMap { name in
    guard case .success(let bytes) = world.read(folder + "/" + name),
      let manifest = BatchManifest(reading: bytes)
    else {
      diagnostics.append(
        Diagnostic(.brokenBatch, "“\(folder)/\(name)” is no manifest of a batch"))
      return nil
    }
    return PlacedShard(manifest: manifest, folder: folder)
  }
}

/// Shards of different batches do not add up to one.
private func compare(_ shards: [PlacedShard]) -> [Diagnostic] {
  guard let first = shards.first?.manifest else { return [] }
  return shards.dropFirst().compactMap { shard in
    let manifest = shard.manifest
    let difference: String? =
      if manifest.report != first.report {
        "is of the report “\(manifest.report)”, not “\(first.report)”"
      } else if manifest.table != first.table {
        "was built from another table of variants"
      } else if manifest.shard.count != first.shard.count {
        "is one of \(manifest.shard.count) shards, not of \(first.shard.count)"
      } else {
        nil
      }
    return difference.map {
      Diagnostic(.shardMismatch, "“\(shard.folder)/\(manifest.fileName)” \($0)")
    }
  }
}

/// What is missing or there twice, among the shards and among the variants.
private func findGaps(in shards: [PlacedShard]) -> [Diagnostic] {
  guard let first = shards.first?.manifest else { return [] }
  let numbers = shards.map(\.manifest.shard.number)
  let indices = shards.flatMap(\.manifest.entries).map(\.index)
  let lacking = (1...max(first.shard.count, 1)).filter { !numbers.contains($0) }
  let entries = shards.flatMap(\.manifest.entries)
  let repeated = repeats(of: indices).compactMap { index in
    entries.first { $0.index == index }.map(\.name)
  }
  let missing = Set(0..<first.variants).subtracting(indices).sorted()
  return lacking.map {
    Diagnostic(.missingVariant, "shard \($0) of \(first.shard.count) is missing")
  }
    + repeats(of: numbers).map {
      Diagnostic(.repeatedVariant, "shard \($0) of \(first.shard.count) is there twice")
    }
    + (missing.isEmpty
      ? []
      : [
        Diagnostic(
          .missingVariant,
          "the variants of rows \(listed(missing.map { String($0 + 1) })) are missing")
      ])
    + repeated.map { Diagnostic(.repeatedVariant, "the variant “\($0)” was built twice") }
    + entries.filter { $0.status == .failed }.map {
      Diagnostic(.variantFailed, "the variant “\($0.name)” was not built")
    }
}

private func repeats(of numbers: [Int]) -> [Int] {
  Dictionary(grouping: numbers) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
}

private func checkOutputs(of shards: [PlacedShard], _ world: any World) -> [Diagnostic] {
  shards.flatMap { shard in
    shard.manifest.entries.flatMap(\.outputs).compactMap { output -> Diagnostic? in
      let path = shard.folder + "/" + output.path
      guard case .success(let bytes) = world.read(path) else {
        return Diagnostic(.missingVariant, "the file “\(path)” is missing")
      }
      guard sha256(bytes) != output.sha256 else { return nil }
      return Diagnostic(.changedOutput, "the file “\(path)” is not the one that was built")
    }
  }
}
