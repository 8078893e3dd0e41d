import Foundation
import RenderingFixtures
import Testing

@testable import Prepress

/// Each edition as the programs of others read it: none has anything to say.
@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
struct ReaderTests {
  enum Edition: String, CaseIterable {
    case print
    case opaque
    case screen

    func bytes() throws -> [UInt8] {
      switch self {
      case .print: try PressSample.print()
      case .opaque: try PressSample.opaque()
      case .screen: try PressSample.screen()
      }
    }
  }

  @Test(
    .enabled(if: Tool.isInstalled("qpdf"), "qpdf is not installed"), arguments: Edition.allCases)
  func qpdf(_ edition: Edition) throws {
    let (status, output) = try Tool.run("qpdf", ["--check", "%"], on: try edition.bytes())
    #expect(status == 0 && !output.contains("WARNING"), "\(output)")
  }

  @Test(
    .enabled(if: Tool.isInstalled("pdftops"), "poppler-utils is not installed"),
    arguments: Edition.allCases)
  func poppler(_ edition: Edition) throws {
    let bytes = try edition.bytes()
    let painted = try Tool.run("pdftops", ["%", "/dev/null"], on: bytes)
    #expect(painted.status == 0 && painted.output.isEmpty, "\(painted.output)")
    let structure = try Tool.run("pdfinfo", ["-struct-text", "%"], on: bytes).output
    #expect(!structure.contains("Syntax"), "\(structure)")
  }

  @Test(
    .enabled(if: Tool.isInstalled("mutool"), "mupdf-tools is not installed"),
    arguments: Edition.allCases)
  func mupdf(_ edition: Edition) throws {
    let (status, output) = try Tool.run(
      "mutool", ["draw", "-N", "-q", "-o", "/dev/null", "%"], on: try edition.bytes())
    #expect(status == 0 && output.isEmpty, "\(output)")
  }

  @Test(
    .enabled(if: Tool.isInstalled("gs"), "ghostscript is not installed"),
    arguments: Edition.allCases)
  func ghostscript(_ edition: Edition) throws {
    let options = [
      "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-dPDFSTOPONERROR", "-sDEVICE=nullpage",
      "%",
    ]
    let (status, output) = try Tool.run("gs", options, on: try edition.bytes())
    #expect(status == 0 && output.isEmpty, "\(output)")
  }
}
