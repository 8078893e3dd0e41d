internal import Comparison
package import Diagnostics
internal import Foundation

extension DiagnosticCode {
  package static let occupiedOutput = DiagnosticCode(
    "pipeline.occupied-output",
    "The output takes the place of its folder, and what is there is no output of an earlier build: it "
      + "would be lost. Name another folder with --output, or move what is there.")
}

/// What forbids that an output takes the place of a folder: only an earlier output may be lost by it,
/// and never the report itself.
func occupation(of folder: String, report: String) -> [Diagnostic] {
  let world = FileWorld()
  guard let place = world.realPath(folder) else { return [] }
  if let source = world.realPath(report), (source + "/").hasPrefix(place + "/") {
    return [
      Diagnostic(.occupiedOutput, "the output would take the place of the report, “\(folder)”")
        .hinting("name another folder with --output")
    ]
  }
  guard world.isFolder(place) else {
    return [Diagnostic(.occupiedOutput, "“\(folder)”, where the output goes, is a file")]
  }
  let entries = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
  if case .success(let bytes) = world.read(place + "/manifest.json"), OutputRecord(bytes) != nil {
    return []
  }
  return entries.sorted().first.map { first in
    [
      Diagnostic(
        .occupiedOutput,
        "“\(folder)”, where the output goes, holds no output but other files, such as “\(first)”")
    ]
  } ?? []
}
