package import Diagnostics

/// Why a painted file could not be finished.
package enum PrepressError: Error, Hashable, Sendable {
  /// The painted file is not what Cairo writes.
  case malformed(String)
  /// The page's content has other markers than were drawn, so that its text would get lost from
  /// the structure.
  case lostMarkers(page: Int, drawn: Int, found: Int)
  /// An ICC profile that is not that of a device with four process inks.
  case unsuitableProfile(String)
  /// Links or outline entries that lead nowhere.
  case unknownDestinations([String])
  /// The file can only be read with a key.
  case encrypted

  package var diagnostic: Diagnostic {
    switch self {
    case .malformed(let what):
      Diagnostic(.unreadablePainting, "the painted pages cannot be read: \(what)")
    case .lostMarkers(let page, let drawn, let found):
      Diagnostic(
        .lostMarkers, "page \(page + 1) was painted in \(drawn) marked parts, but holds \(found)",
        hints: ["an image on this page may use a blend mode that PDF lacks"])
    case .unsuitableProfile(let name):
      Diagnostic(
        .unsuitableProfile, "the profile of “\(name)” is not that of a device with four inks")
    case .unknownDestinations(let names):
      Diagnostic(
        .unknownDestination, "links lead to “\(names.joined(separator: "”, “"))”, which is nowhere")
    case .encrypted: Diagnostic(.unreadableFile, "the file is encrypted")
    }
  }
}

extension DiagnosticCode {
  package static let unreadablePainting = DiagnosticCode(
    "prepress.unreadable-painting",
    "The PDF that Cairo painted does not have the form that finishing relies on. This is a defect "
      + "of Colophon or a version of Cairo that it does not know.")
  package static let lostMarkers = DiagnosticCode(
    "prepress.lost-markers",
    "Some content of a page is no longer marked with the structure it belongs to, so the file would "
      + "not be accessible. Usually an SVG uses a compositing operator that PDF does not have.")
  package static let unknownDestination = DiagnosticCode(
    "prepress.unknown-destination", "A link or outline entry leads to a place that no page has.")

  package static let unsuitableProfile = DiagnosticCode(
    "prepress.unsuitable-profile",
    "The print edition needs an ICC profile of class prtr for CMYK. The one that the layout names "
      + "is damaged or of another kind.")

  /// The codes of this target.
  package static let prepressCodes: [DiagnosticCode] =
    [
      .unreadablePainting, .lostMarkers, .unknownDestination, .unsuitableProfile,
      .unreadableFile, .lostStructure,
    ] + ruleCodes + preflightCodes
}
