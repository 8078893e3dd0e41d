extension BatchRun {
  /// Whether a variant that was built would be built the same again: it was asked for the same way,
  /// and its inputs and its files are the recorded ones.
  ///
  /// What a server holds cannot be known without asking it, so that such a report is built again.
  func isCurrent(_ record: BuildRecord, _ request: BuildRequest, _ place: String) -> Bool {
    record.settings == BuildRecord.Settings(request) && record.servers.isEmpty
      && record.outputs.allSatisfy { isUnchanged($0, at: place + "/" + $0.path) }
      && record.inputs.allSatisfy { input in
        inputPlaces(of: input.path).contains { isUnchanged(input, at: $0) }
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
