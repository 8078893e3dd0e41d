package import Diagnostics
internal import Foundation
internal import Parallelism

extension DiagnosticCode {
  package static let writingFailed = DiagnosticCode(
    "pipeline.writing-failed",
    "The output folder could not be written: no permission, or no space left. The last good output "
      + "is as it was.")
}

/// Puts a set of files in place together: they are written into a folder beside the final one, which
/// takes its place in one step; when anything fails, or the process dies, the old one stays.
///
/// Nothing is forced to the disk, which would take longer than the rest of a small build: after a
/// power cut the output is built again, and the manifest tells whether it must be.
///
/// - Returns: paths of the written files.
func writeOutput(
  _ files: [OutputFile], to folder: String, renaming: Renaming = .system
) throws -> [String] {
  // A link to a folder elsewhere stays, and leads to the new output.
  let final = URL(fileURLWithPath: FileWorld().realPath(folder) ?? folder)
  let staging = try StagingFolder(
    for: final.lastPathComponent, in: final.deletingLastPathComponent().path, renaming: renaming)
  do {
    for file in files { try staging.write(file) }
    try staging.replace()
  } catch {
    staging.remove()
    throw error
  }
  return files.map { folder + "/" + $0.path }
}

/// Adds files to a folder that may hold others, each put in place by renaming.
///
/// Files that are there with the same bytes stay as they are, so that what is made of them need not be
/// made again.
///
/// - Parameters:
///   - files: the files, by their path in the folder.
///   - folder: the folder, which is made if need be.
///   - isDurable: whether they must outlast a power cut, because no build makes them again.
///   - tasks: how many are written at a time.
/// - Returns: paths of the files, also of those that were there.
/// - Throws: what the system says when a file cannot be written.
func addOutput(
  _ files: [OutputFile], to folder: String, isDurable: Bool = false, tasks: Int = 1
) throws -> [String] {
  let staging = try StagingFolder(for: "colophon", in: URL(fileURLWithPath: folder).path)
  do {
    let written = inParallel(files, tasks: tasks) { file in
      Result {
        if !isDurable, staging.isInPlace(file) { return nil as OutputFile? }
        try staging.write(file)
        return file
      }
    }
    try staging.release(written.compactMap { try $0.get() }, isDurable: isDurable)
  } catch {
    staging.remove()
    throw error
  }
  return files.map { folder + "/" + $0.path }
}
