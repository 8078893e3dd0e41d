import Drawing
import Foundation
import Geometry
import Prepress
import Rendering
import RenderingFixtures

/// The sample report as a print edition, and as a screen edition with its claims.
enum PressSample {
  static let hasProfile = FileManager.default.isReadableFile(atPath: PressProfile.fogra39.path)

  static func condition(
    hasMarks: Bool = true, standard: Claim = .pdfX4
  ) throws -> PressCondition {
    PressCondition(
      identifier: "FOGRA39", information: "Coated",
      profile: Array(try Data(contentsOf: URL(fileURLWithPath: PressProfile.fogra39.path))),
      bleed: 9, hasMarks: hasMarks, standard: standard)
  }

  static func print(
    _ document: PagedDocument, hasMarks: Bool = true, standard: Claim = .pdfX4
  ) throws -> [UInt8] {
    var document = document
    document.bleed = 11
    var inks = InkTable()
    inks.assign(to: &document, palette: [])
    return try finishForPress(
      try renderPDF(document), of: document, inks: inks,
      condition: try condition(hasMarks: hasMarks, standard: standard))
  }

  static func print() throws -> [UInt8] { try print(try SampleReport().document) }

  /// The sample without its opacity, as PDF/X-1a.
  static func opaque() throws -> [UInt8] {
    var document = try SampleReport().document
    for page in document.pages.indices {
      document.pages[page].list.items.removeAll {
        switch $0.content {
        case .beginGroup, .endGroup: true
        default: false
        }
      }
    }
    return try print(document, standard: .pdfX1a)
  }

  static func screen(_ archive: Claim = .pdfA3a) throws -> [UInt8] {
    let document = try SampleReport().document
    return try finish(try renderPDF(document), of: document, claiming: [.pdfUA1, archive])
  }

  /// The editions as text that can be edited, made once.
  static let editable = Result {
    (
      print: try plain(try print()), opaque: try plain(try opaque()),
      screen: try plain(try screen())
    )
  }

  private static func plain(_ bytes: [UInt8]) throws -> [UInt8] {
    try Tool.transform("qpdf", ["--qdf", "--object-streams=disable", "%", "@"], on: bytes)
  }
}
