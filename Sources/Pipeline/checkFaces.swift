package import Diagnostics
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let changedFace = DiagnosticCode(
    "pipeline.changed-face",
    "A font file differs from the one that the font catalogue records, so that lines and pages may "
      + "differ from those of other machines. Install the recorded version, or record this one.")
}

/// Compares the beginnings of a catalogue's font files with their recorded checksums.
func checkFaces(_ catalogue: FontCatalogue, world: any World) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var checked: Set<String> = []
  for family in catalogue.families {
    for face in family.faces where checked.insert(face.path).inserted {
      guard let isSame = isUnchanged(face, world), !isSame else { continue }
      diagnostics.append(
        Diagnostic(
          .changedFace, "\(face.path) differs from the recorded font file",
          severity: .warning, at: face.span,
          hints: family.package.map { ["the catalogue records the file of the package \($0)"] }
            ?? []))
    }
  }
  return diagnostics
}

/// Nil where nothing is recorded or there is no file, which opening the face reports.
private func isUnchanged(_ face: FontCatalogue.Face, _ world: any World) -> Bool? {
  guard let recorded = face.head,
    let bytes = world.read(face.path, first: FontCatalogue.headLength)
  else { return nil }
  return sha256(bytes) == recorded
}
