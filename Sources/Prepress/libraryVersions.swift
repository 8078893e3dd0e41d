internal import CLCMS

/// Versions of the C libraries that this target wraps, by name.
package func libraryVersions() -> [String: String] {
  // 2160 stands for 2.16.
  let version = cmsGetEncodedCMMversion()
  return ["lcms2": "\(version / 1000).\(version % 1000 / 10)"]
}
