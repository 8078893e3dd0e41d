internal import CDeflate

/// Versions of the C libraries that this target wraps, by name.
package func libraryVersions() -> [String: String] { ["libdeflate": LIBDEFLATE_VERSION_STRING] }
