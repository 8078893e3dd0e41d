package import Diagnostics
internal import Foundation
internal import Typography

extension DiagnosticCode {
  package static let unrecordedFace = DiagnosticCode(
    "pipeline.unrecorded-face",
    "The font catalogue has no checksum of a face, so that no one would see it change. Add the "
      + "sha256 that the hint gives.")
}

/// `colophon fonts`: shows, checks or locks what text is set in.
package func inspectFonts(
  _ request: FontsRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("reading")
  let subject = subject(of: request, world)
  var result = BuildOutcome(
    diagnostics: subject.diagnostics, sourceMap: subject.value.map,
    sourceFolder: subject.value.folder)
  clock.begin("checking")
  let catalogue = subject.value.catalogue
  let files = fontFiles(of: catalogue, world)
  switch request.action {
  case .list: result.text = table(of: files)
  case .check: result.diagnostics += findings(on: files)
  case .lock:
    result.diagnostics += findings(on: files).filter { $0.severity == .error }
    if !result.hasErrors { write(subject.value, world, into: &result) }
  }
  if request.action == .check { result.summary = count(files.count, "file") + " checked" }
  clock.end()
  result.timings = clock.timings
  return result
}

private func write(_ subject: FontsSubject, _ world: any World, into result: inout BuildOutcome) {
  let lock = recordLock(
    of: subject.catalogue, press: subject.press, folders: subject.layoutFolders, world: world)
  do {
    result.writtenFiles = try addOutput(
      [OutputFile(path: Lock.name, bytes: Array(lock.text.utf8))], to: subject.folder,
      isDurable: true)
    result.summary = "\(subject.folder)/\(Lock.name) written"
  } catch {
    result.diagnostics.append(
      Diagnostic(.writingFailed, "the lock cannot be written: \(error.localizedDescription)"))
  }
}

private func findings(on files: [FontFile]) -> [Diagnostic] {
  files.compactMap { file in
    let span = file.face?.span ?? .none
    switch file.state {
    case .recorded: return nil
    case .unrecorded:
      return Diagnostic(
        .unrecordedFace, "\(file.path) has no recorded checksum", severity: .warning, at: span,
        hints: ["sha256: \(file.found ?? "")"])
    case .missing:
      // Without the profile everything but the print edition can be made.
      return Diagnostic(
        file.face == nil ? .missingProfile : .missingFace, "\(file.path) does not exist",
        severity: file.face == nil ? .warning : .error, at: span,
        hints: file.package.map { ["install the Debian package \($0)"] } ?? [])
    case .changed:
      return Diagnostic(
        file.face == nil ? .changedProfile : .changedFace,
        "\(file.path) differs from the recorded file: its SHA-256 is \(file.found ?? "")", at: span)
    }
  }
}

/// The catalogue in columns, for people.
private func table(of files: [FontFile]) -> String {
  let head = ["role", "family", "weight", "file", "licence", "state"]
  let rows =
    [head]
    + files.map { file in
      let roles = file.roles.isEmpty ? "–" : file.roles.joined(separator: ", ")
      return [roles, file.family, file.weight, file.path, file.licence, file.state.rawValue]
    }
  let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let cells = zip(row, widths).map { cell, width in
      cell + String(repeating: " ", count: width - cell.count)
    }
    return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces) + "\n"
  }.joined()
}
