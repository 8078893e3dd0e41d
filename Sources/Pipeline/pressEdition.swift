package import Diagnostics
internal import Drawing
internal import Prepress
internal import Rendering
internal import Stylesheet

extension DiagnosticCode {
  package static let missingProfile = DiagnosticCode(
    "pipeline.missing-profile",
    "The print edition needs the ICC profile of its printing condition. The default, FOGRA39, is in "
      + "Debian's package scribus-data; a layout names another one as press: { profile: … }.")
  package static let changedProfile = DiagnosticCode(
    "pipeline.changed-profile",
    "The ICC profile is not the one whose checksum is recorded, so the print edition would not be "
      + "the same on every machine.")
  package static let unnamedCondition = DiagnosticCode(
    "pipeline.unnamed-condition",
    "A layout that names a profile of its own must name the printing condition too, as the ICC "
      + "registry does.")
}

/// Finds the printing condition of a layout, with its profile.
func pressCondition(of compilation: Compilation) -> Diagnosed<PressCondition?> {
  let sheet = compilation.layout.stylesheet
  let standard = PressProfile.fogra39
  let profile = readProfile(sheet.press, compilation)
  guard let bytes = profile.value else { return Diagnosed(nil, profile.diagnostics) }
  let condition = PressCondition(
    identifier: sheet.press.condition?.value ?? standard.identifier,
    information: sheet.press.information ?? sheet.press.condition?.value ?? standard.information,
    profile: bytes, bleed: sheet.page.bleed, hasMarks: sheet.press.hasMarks,
    standard: sheet.press.standard == .x1a ? .pdfX1a : .pdfX4)
  return Diagnosed(condition, profile.diagnostics)
}

private func readProfile(
  _ press: PressStyle, _ compilation: Compilation
) -> Diagnosed<[UInt8]?> {
  let world = compilation.folder.world
  guard let named = press.profile else {
    guard press.condition.map({ $0.value == PressProfile.fogra39.identifier }) ?? true else {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            .missingProfile, "there is no profile of “\(press.condition?.value ?? "")”",
            at: press.condition?.span ?? .none)
        ])
    }
    return standardProfile(world)
  }
  guard press.condition != nil else {
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .unnamedCondition, "the condition of profile “\(named.value)” is not named",
          at: named.span)
      ])
  }
  guard let bytes = profile(named.value, of: compilation.layout.folders, world) else {
    return Diagnosed(
      nil, [Diagnostic(.missingProfile, "there is no profile “\(named.value)”", at: named.span)])
  }
  if let sum = press.sha256, sum.value != sha256(bytes) {
    let message = "the profile “\(named.value)” has another checksum"
    return Diagnosed(nil, [Diagnostic(.changedProfile, message, at: sum.span)])
  }
  return Diagnosed(bytes)
}

/// The profile that a layout names: of the system by its path, or in a folder of the layout.
func profile(_ name: String, of folders: [String], _ world: any World) -> [UInt8]? {
  if name.hasPrefix("/usr/share/") && !name.contains("..") { return try? world.read(name).get() }
  return folders.lazy.compactMap { try? Folder(world: world, path: $0).read(name).get() }.first
}

private func standardProfile(_ world: any World) -> Diagnosed<[UInt8]?> {
  let standard = PressProfile.fogra39
  guard case .success(let bytes) = world.read(standard.path) else {
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .missingProfile, "the profile of \(standard.identifier) is not installed",
          hints: ["install the package \(standard.debianPackage), which has “\(standard.path)”"])
      ])
  }
  guard sha256(bytes) == standard.sha256 else {
    let message = "“\(standard.path)” has another checksum than the one recorded"
    return Diagnosed(nil, [Diagnostic(.changedProfile, message)])
  }
  return Diagnosed(bytes)
}

/// A document with the values that it is painted with for the press.
struct PressDocument: Sendable {
  var document: PagedDocument
  var inks = InkTable()

  /// Cairo cuts artwork to whole points at the edge of its page, so that the page is painted a
  /// little larger than the bleed.
  private static let margin = 2.0

  init(_ document: PagedDocument, _ stylesheet: Stylesheet) throws(RenderingError) {
    self.document = document
    for index in document.images.indices {
      self.document.images[index] = try decodeJPEG(document.images[index])
    }
    self.document.bleed += PressDocument.margin
    let palette = stylesheet.colors.sorted { $0.key < $1.key }.map(\.value)
    inks.assign(to: &self.document, palette: palette)
  }
}

extension PreflightProfile {
  /// The usual limits with those that a layout sets.
  init(_ limits: PressLimits) {
    self.init(
      coverage: limits.coverage, lineWidth: limits.lineWidth,
      reversedTextSize: limits.reversedTextSize, resolution: limits.resolution)
  }
}
