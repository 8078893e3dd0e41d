extension BatchRun {
  /// Why a variant that was built would not be built the same again; nil when it would: it was asked for
  /// the same way, by the same tools, and its inputs and its files are the recorded ones.
  ///
  /// What a server holds cannot be known without asking it, so that such a report is built again.
  func reasonToRebuild(
    _ record: BuildRecord, _ request: BuildRequest, _ place: String
  ) -> String? {
    if let tool = changedTool(record.tools) { return tool }
    if record.settings != BuildRecord.Settings(request) { return "it is asked for in another way" }
    if let server = record.servers.first { return "what the server “\(server)” holds may be new" }
    if let file = record.outputs.first(where: { !isUnchanged($0, at: place + "/" + $0.path) }) {
      return "“\(file.path)” is not the file that was built"
    }
    let changed = record.inputs.first { input in
      !inputPlaces(of: input.path).contains { isUnchanged(input, at: $0) }
    }
    return changed.map { "“\($0.path)” has changed" }
  }

  /// A tool or library of another version than the one that built, in the order of names.
  private func changedTool(_ built: [String: String]) -> String? {
    let names = Set(built.keys).union(toolVersions.keys).sorted()
    return names.first { built[$0] != toolVersions[$0] }.map { name in
      "\(name) \(built[name] ?? "none") → \(toolVersions[name] ?? "none")"
    }
  }

  private func isUnchanged(_ file: BuildRecord.File, at path: String) -> Bool {
    guard case .success(let bytes) = world.read(path), bytes.count == file.bytes else {
      return false
    }
    return sha256(bytes) == file.sha256
  }

  /// Where a file of the manifest may lie: in the report, or with the layouts and fonts.
  private func inputPlaces(of name: String) -> [String] {
    // A layout of the report's own lies in it by its bare name.
    let own = name.hasPrefix("Layouts/") ? String(name.dropFirst("Layouts/".count)) : name
    return [sourceFolder + "/" + own] + (home.map { [$0 + "/" + name] } ?? [])
  }
}

extension BuildRecord.Settings {
  init(_ request: BuildRequest) {
    version = colophonVersion
    parameters = request.parameters
    editions = (request.editions ?? []).map(\.rawValue)
    charts = request.chartFormats.map(\.rawValue)
    pageResolution = request.pageResolution
    isLocked = request.isLocked
  }
}
