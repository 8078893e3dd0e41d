package import Diagnostics

/// The faces that a layout may use, as `Fonts/fonts.yaml` declares them; nothing else is ever used.
package struct FontCatalogue: Sendable {
  /// One face as a file and an index in it.
  package struct Face: Sendable {
    package var path = ""
    package var index = 0
    package var weight = 400
    package var isItalic = false
    /// SHA-256 of the whole file, hexadecimal.
    package var sha256: String?
    /// SHA-256 of the file's first `headLength` bytes, which hold the checksums of all its tables
    /// (OpenType, "Table directory"): cheap enough for every build.
    package var head: String?
    package var span = SourceSpan.none

    package init() {}
  }

  package static let headLength = 4096

  /// Faces of one design, with the scripts that it is meant for.
  package struct Family: Sendable {
    package var id = ""
    /// Family name as CSS, SVG and fontconfig know it.
    package var name = ""
    package var scripts: [ScriptClass] = []
    /// Debian package that provides the files, named when one is missing.
    package var package: String?
    package var licence: String?
    package var faces: [Face] = []
    package var span = SourceSpan.none

    package init() {}
  }

  /// A voice of the layout: families in order of preference, one for each script.
  package struct Role: Sendable {
    package var name = ""
    package var families: [String] = []
    package var span = SourceSpan.none

    package init() {}
  }

  package var families: [Family] = []
  package var roles: [Role] = []

  package init() {}
}

/// The scripts that choose between the families of a role.
package enum ScriptClass: String, Hashable, Sendable, CaseIterable {
  case latin
  case greek
  case cyrillic
  case han
  case arabic
  case symbols
}
