package import Diagnostics
internal import Foundation

extension DiagnosticCode {
  package static let writingFailed = DiagnosticCode(
    "pipeline.writing-failed",
    "The output folder could not be written: no permission, or no space left. The last good output "
      + "is as it was.")
}

/// Puts a set of files in place together: they are written into a folder beside the final one, which
/// is exchanged by renaming; when anything fails the old one stays.
///
/// - Returns: paths of the written files.
func writeOutput(_ files: [OutputFile], to folder: String) throws -> [String] {
  let manager = FileManager.default
  let final = URL(fileURLWithPath: folder)
  let parent = final.deletingLastPathComponent()
  let name = final.lastPathComponent
  let staging = parent.appendingPathComponent(".\(name).new")
  let retired = parent.appendingPathComponent(".\(name).old")
  try manager.createDirectory(at: parent, withIntermediateDirectories: true)
  for leftover in [staging, retired] where manager.fileExists(atPath: leftover.path) {
    try manager.removeItem(at: leftover)
  }
  do {
    for file in files {
      let target = staging.appendingPathComponent(file.path)
      try manager.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
    }
    if manager.fileExists(atPath: final.path) { try manager.moveItem(at: final, to: retired) }
    try manager.moveItem(at: staging, to: final)
    if manager.fileExists(atPath: retired.path) { try manager.removeItem(at: retired) }
  } catch {
    try? manager.removeItem(at: staging)
    if !manager.fileExists(atPath: final.path) { try? manager.moveItem(at: retired, to: final) }
    throw error
  }
  return files.map { folder + "/" + $0.path }
}

/// Adds files to a folder that may hold others, each put in place by renaming.
func addOutput(_ files: [OutputFile], to folder: String) throws -> [String] {
  let url = URL(fileURLWithPath: folder)
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  for file in files {
    try Data(file.bytes).write(to: url.appendingPathComponent(file.path), options: .atomic)
  }
  return files.map { folder + "/" + $0.path }
}
