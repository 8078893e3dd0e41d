internal import CCMark

/// Versions of the C libraries that this target wraps, by name.
package func libraryVersions() -> [String: String] {
  ["cmark-gfm": unsafe String(cString: cmark_version_string())]
}
