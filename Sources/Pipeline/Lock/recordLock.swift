internal import Compression
internal import Diagnostics
internal import Figures
internal import Manuscript
internal import Prepress
internal import Rendering
internal import Stylesheet
internal import Typography

/// Versions of Colophon and of every library that can change a byte of the output, by name.
let toolVersions: [String: String] = [
  Compression.libraryVersions(), Figures.libraryVersions(), Manuscript.libraryVersions(),
  Prepress.libraryVersions(), Rendering.libraryVersions(), Typography.libraryVersions(),
].reduce(into: ["colophon": colophonVersion]) { all, some in all.merge(some) { first, _ in first } }

/// Records what this machine has of all that a build may stand on; what it lacks is left out.
///
/// - Parameters:
///   - catalogue: every face of it is recorded, since a layout may use any.
///   - press: the printing condition of the report's layout, if a report is meant.
///   - folders: folders of that layout.
///   - world: where the files are.
/// - Returns: a lock that this machine keeps.
func recordLock(
  of catalogue: FontCatalogue, press: PressStyle? = nil, folders: [String] = [], world: any World
) -> Lock {
  var lock = Lock()
  lock[.tools] = toolVersions.mapValues { Spanned($0, at: .none) }
  for face in catalogue.families.flatMap(\.faces) where lock[.faces][face.path] == nil {
    lock[.faces][face.path] = checksum(of: face.path, at: face.span, world)
  }
  lock[.profiles][PressProfile.fogra39.path] = checksum(of: PressProfile.fogra39.path, world)
  if let named = press?.profile, let bytes = profile(named.value, of: folders, world) {
    lock[.profiles][named.value] = Spanned(sha256(bytes), at: named.span)
  }
  for path in Hyphenation.files { lock[.hyphenation][path] = checksum(of: path, world) }
  return lock
}

private func checksum(
  of path: String, at span: SourceSpan = .none, _ world: any World
) -> Spanned<String>? {
  (try? world.read(path).get()).map { Spanned(sha256($0), at: span) }
}
