package import Diagnostics
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let changedFace = DiagnosticCode(
    "pipeline.changed-face",
    "A font file differs from the one that the font catalogue records, so that lines and pages may "
      + "differ from those of other machines. Install the recorded version, or record this one. With "
      + "--locked it is an error.")
}

/// Compares the font files of a catalogue with their recorded checksums: the beginning of each file,
/// or all of it when the build is locked.
func checkFaces(
  _ catalogue: FontCatalogue, isLocked: Bool, world: any World
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var checked: Set<String> = []
  for family in catalogue.families {
    for face in family.faces where checked.insert(face.path).inserted {
      guard let isSame = isUnchanged(face, isLocked: isLocked, world), !isSame else { continue }
      diagnostics.append(
        Diagnostic(
          .changedFace, "\(face.path) differs from the recorded font file",
          severity: isLocked ? .error : .warning, at: face.span,
          hints: family.package.map { ["the catalogue records the file of the package \($0)"] }
            ?? []))
    }
  }
  return diagnostics
}

/// Nil where nothing is recorded or there is no file, which opening the face reports.
private func isUnchanged(
  _ face: FontCatalogue.Face, isLocked: Bool, _ world: any World
) -> Bool? {
  if isLocked, let recorded = face.sha256 {
    guard case .success(let bytes) = world.read(face.path) else { return nil }
    return sha256(bytes) == recorded
  }
  guard let recorded = face.head,
    let bytes = world.read(face.path, first: FontCatalogue.headLength)
  else { return nil }
  return sha256(bytes) == recorded
}
