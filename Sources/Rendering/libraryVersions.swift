internal import CCairo
internal import CFontconfig
internal import CRSVG

/// Versions of the C libraries that this target wraps, by name.
package func libraryVersions() -> [String: String] {
  let fontconfig = FcGetVersion()
  return [
    "cairo": unsafe String(cString: cairo_version_string()),
    "fontconfig": "\(fontconfig / 10_000).\(fontconfig / 100 % 100).\(fontconfig % 100)",
    "freetype": freetypeVersion(),
    "librsvg": (0..<3).map { String(crsvg_version($0)) }.joined(separator: "."),
  ]
}

private func freetypeVersion() -> String {
  var library: FT_Library?
  guard unsafe FT_Init_FreeType(&library) == 0 else { return "unknown" }
  defer { unsafe FT_Done_FreeType(library) }
  var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
  unsafe FT_Library_Version(library, &major, &minor, &patch)
  return "\(major).\(minor).\(patch)"
}
