/// The printing that a print edition is made for.
package struct PressCondition: Sendable, Hashable {
  /// Name in the ICC characterization data registry: `FOGRA39`.
  package var identifier: String
  /// What it means, for people.
  package var information: String
  /// The ICC output profile of the condition.
  package var profile: [UInt8]
  /// How far artwork reaches beyond the trim, in points.
  package var bleed: Double
  /// Whether crop marks, registration marks and a colour bar stand around the page.
  package var hasMarks: Bool
  /// What the file is to name: PDF/X-4 or PDF/X-1a.
  package var standard: Claim

  package init(
    identifier: String, information: String, profile: [UInt8], bleed: Double, hasMarks: Bool,
    standard: Claim = .pdfX4
  ) {
    self.identifier = identifier
    self.information = information
    self.profile = profile
    self.bleed = bleed
    self.hasMarks = hasMarks
    self.standard = standard
  }
}

/// An output profile that a layout can name, where a distribution puts it, and how to know it.
package struct PressProfile: Sendable, Hashable {
  package var identifier: String
  package var information: String
  package var path: String
  /// Of the file, in hexadecimal.
  package var sha256: String
  /// Debian package that has it.
  package var debianPackage: String

  /// Offset on coated paper, ISO 12647-2:2004, 300 % total ink: what printers in Europe and China
  /// take when nothing else is agreed.
  package static let fogra39 = PressProfile(
    identifier: "FOGRA39", information: "ISO Coated v2 300% (basICColor), ISO 12647-2:2004",
    path: "/usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc",
    sha256: "b424c77f40c3423c925536f8ae08634985ccd0fe80eb253d5d229197ded7e886",
    debianPackage: "scribus-data")
}
