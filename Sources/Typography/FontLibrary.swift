package import Diagnostics
package import Drawing

extension DiagnosticCode {
  package static let missingFace = DiagnosticCode(
    "font.missing-face",
    "A face that the font catalogue names is not on this machine. Install the package that the "
      + "message names; no other face is used in its place.")
  package static let unknownRole = DiagnosticCode(
    "font.unknown-role", "A style asks for a font role that the font catalogue does not declare.")
  package static let missingGlyph = DiagnosticCode(
    "font.missing-glyph",
    "No face of the font role has a glyph for the character. Add a family that has it to the role "
      + "in the font catalogue, or change the character.")

  /// The codes of this target.
  package static let typographyCodes: [DiagnosticCode] = [
    .missingFace, .unknownRole, .missingGlyph, .missingHyphenation,
  ]
}

/// The faces of a catalogue, opened, and the roles that choose among them.
package struct FontLibrary: Sendable {
  /// All faces in catalogue order; `FaceID` indexes them.
  package let faces: [Face]
  private let roles: [String: [FontFamily]]

  /// One family of a role with its faces.
  struct FontFamily: Sendable {
    var scripts: [ScriptClass]
    var members: [(face: FaceID, weight: Int, isItalic: Bool)]
  }

  package init(faces: [Face], roles: [String: [(scripts: [ScriptClass], faces: [FaceID])]]) {
    self.faces = faces
    self.roles = roles.mapValues { families in
      families.map { family in
        FontFamily(
          scripts: family.scripts,
          members: family.faces.map { id in
            let resource = faces[Int(id.index)].resource
            return (id, resource.weight, resource.isItalic)
          })
      }
    }
  }

  /// Opens the faces of a catalogue that its roles use.
  ///
  /// A face that is missing is an error that names its package; nothing stands in for it.
  package static func open(_ catalogue: FontCatalogue) -> Diagnosed<FontLibrary> {
    var faces: [Face] = []
    var diagnostics: [Diagnostic] = []
    var families: [String: (scripts: [ScriptClass], faces: [FaceID])] = [:]
    let used = Set(catalogue.roles.flatMap(\.families))
    for family in catalogue.families where used.contains(family.id) {
      var members: [FaceID] = []
      for declared in family.faces {
        let resource = FaceResource(
          path: declared.path, index: declared.index, family: family.name,
          weight: declared.weight, isItalic: declared.isItalic)
        if let face = Face(resource) {
          members.append(FaceID(index: UInt16(faces.count)))
          faces.append(face)
        } else {
          diagnostics.append(missing(declared, of: family))
        }
      }
      families[family.id] = (family.scripts, members)
    }
    var roles: [String: [(scripts: [ScriptClass], faces: [FaceID])]] = [:]
    for role in catalogue.roles { roles[role.name] = role.families.compactMap { families[$0] } }
    return Diagnosed(FontLibrary(faces: faces, roles: roles), diagnostics)
  }

  private static func missing(
    _ face: FontCatalogue.Face, of family: FontCatalogue.Family
  ) -> Diagnostic {
    Diagnostic(
      .missingFace, "face \(family.name) \(face.weight) is not at \(face.path)", at: face.span,
      hints: family.package.map { ["install the Debian package \($0)"] } ?? [])
  }

  package var roleNames: [String] { roles.keys.sorted() }

  /// Whether any face of a role has a character.
  package func covers(_ scalar: UInt32, role: String) -> Bool {
    resolve(role: role, weight: 400, isItalic: false).chain.contains {
      face($0).glyph(for: scalar) != nil
    }
  }

  package func face(_ id: FaceID) -> Face { faces[Int(id.index)] }

  /// The faces of a role for one weight and slope, in order of preference; empty for an unknown
  /// role.
  ///
  /// The nearest weight is taken where the exact one is not declared, and an upright face
  /// where a family has no italic: slopes are never synthesized.
  func resolve(role: String, weight: Int, isItalic: Bool) -> ResolvedFaces {
    let chain = (roles[role] ?? []).compactMap { family -> (FaceID, [ScriptClass])? in
      let best = family.members.min { left, right in
        let leftMiss = (left.isItalic == isItalic ? 0 : 1000) + abs(left.weight - weight)
        let rightMiss = (right.isItalic == isItalic ? 0 : 1000) + abs(right.weight - weight)
        return leftMiss < rightMiss
      }
      return best.map { ($0.face, family.scripts) }
    }
    let first = { (script: ScriptClass) in chain.first { $0.1.contains(script) }?.0 }
    return ResolvedFaces(
      chain: chain.map(\.0), latin: first(.latin) ?? chain.first?.0,
      han: first(.han) ?? chain.first?.0)
  }
}

/// The faces that a style sets its text in.
struct ResolvedFaces: Sendable {
  var chain: [FaceID]
  var latin: FaceID?
  var han: FaceID?
}
