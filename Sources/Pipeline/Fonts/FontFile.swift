internal import Prepress
internal import Typography

/// A file that the catalogue records, held against what lies on this machine.
struct FontFile: Sendable {
  enum State: String, Sendable {
    case recorded = "as recorded"
    case changed
    case missing
    /// There, but the catalogue has no checksum of it.
    case unrecorded
  }

  var roles: [String]
  var family: String
  var weight: String
  var path: String
  var licence: String
  var package: String?
  var state: State
  /// SHA-256 of the file as it is; nil where there is none.
  var found: String?
  var face: FontCatalogue.Face?
}

/// Every face of a catalogue, then the profile of the standard printing condition.
func fontFiles(of catalogue: FontCatalogue, _ world: any World) -> [FontFile] {
  var sums: [String: String?] = [:]
  func sum(_ path: String) -> String? {
    if let known = sums[path] { return known }
    let found = (try? world.read(path).get()).map(sha256)
    sums[path] = .some(found)
    return found
  }
  let faces = catalogue.families.flatMap { family in
    let roles = catalogue.roles.filter { $0.families.contains(family.id) }.map(\.name)
    return family.faces.map { face in
      let found = sum(face.path)
      return FontFile(
        roles: roles, family: family.name,
        weight: "\(face.weight)\(face.isItalic ? " italic" : "")", path: face.path,
        licence: family.licence ?? "unknown", package: family.package,
        state: state(recorded: face.sha256, found: found), found: found, face: face)
    }
  }
  let profile = PressProfile.fogra39
  let found = sum(profile.path)
  return faces + [
    FontFile(
      roles: ["print"], family: profile.identifier, weight: "ICC", path: profile.path,
      licence: "unknown", package: profile.debianPackage,
      state: state(recorded: profile.sha256, found: found), found: found)
  ]
}

private func state(recorded: String?, found: String?) -> FontFile.State {
  guard let found else { return .missing }
  guard let recorded else { return .unrecorded }
  return found == recorded ? .recorded : .changed
}
