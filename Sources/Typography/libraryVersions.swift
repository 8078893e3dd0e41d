internal import CFriBidi
internal import CHarfBuzz
internal import CLineBreak

/// Versions of the C libraries that this target wraps, by name; libhyphen does not tell its own.
package func libraryVersions() -> [String: String] {
  [
    "fribidi": FRIBIDI_VERSION,
    "harfbuzz": unsafe String(cString: hb_version_string()),
    "icu": unsafe String(cString: colophon_icu_version()),
  ]
}
