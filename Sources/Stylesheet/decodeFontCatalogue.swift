package import Declarations
package import Diagnostics
package import Typography

extension FontCatalogue: Declared {
  package static let fields: [Field<FontCatalogue>] = [
    Field("families", .dictionary(.object(FontCatalogue.Family.self)), "Families by id.") {
      catalogue, families in
      catalogue.families = families.map { named in
        var family = named.value
        family.id = named.key.name
        family.span = named.key.span
        return family
      }
    },
    Field("roles", .dictionary(.list(.string)), "Families of each role, in order of preference.") {
      catalogue, roles in
      catalogue.roles = roles.map { named in
        var role = FontCatalogue.Role()
        role.name = named.key.name
        role.span = named.key.span
        role.families = named.value
        return role
      }
    },
  ]
}

extension FontCatalogue.Family: Declared {
  package static let fields: [Field<FontCatalogue.Family>] = [
    Field("name", .string, "Family name as CSS and SVG know it.", isRequired: true) {
      $0.name = $1
    },
    Field("scripts", .list(.choice(ScriptClass.self)), "Scripts that the family is meant for.") {
      $0.scripts = $1
    },
    Field("package", .string, "Debian package that holds the files.") { $0.package = $1 },
    Field("licence", .string, "SPDX identifier of the licence.") { $0.licence = $1 },
    Field("faces", .list(.object(FontCatalogue.Face.self)), "The faces of the family.") {
      $0.faces = $1
    },
  ]
}

extension FontCatalogue.Face: Declared {
  package static let fields: [Field<FontCatalogue.Face>] = [
    Field("file", .spanned(.string), "Font file.", isRequired: true) {
      $0.path = $1.value
      $0.span = $1.span
    },
    Field("index", .integer, "Position of the face in a collection.") { $0.index = $1 },
    Field("weight", .integer, "CSS weight, 100 to 900.") { $0.weight = $1 },
    Field("italic", .boolean, "Whether the face is italic.") { $0.isItalic = $1 },
    Field("sha256", .string, "SHA-256 of the file.") { $0.sha256 = $1 },
    Field("head", .string, "SHA-256 of the file's first 4096 bytes.") { $0.head = $1 },
  ]
}

/// Reads `fonts.yaml`; a role that names an undeclared family is an error.
package func decodeFontCatalogue(_ yaml: YAMLValue) -> Diagnosed<FontCatalogue> {
  var result = yaml.decode(FontCatalogue.self)
  let known = result.value.families.map(\.id)
  for role in result.value.roles {
    for family in role.families where !known.contains(family) {
      result.diagnostics.append(
        Diagnostic(
          .invalidValue, "role “\(role.name)” names the unknown family “\(family)”", at: role.span
        ).hinting(suggestion(for: family, among: known)))
    }
  }
  return result
}
