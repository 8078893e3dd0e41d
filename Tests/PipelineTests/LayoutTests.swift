import Composition
import Diagnostics
import Drawing
import Foundation
import Geometry
import RenderingFixtures
import Testing

@testable import Pipeline

/// The layouts that ship, and the example reports set in them.
struct LayoutTests {
  private static let millimetre = 72 / 25.4

  // MARK: GB/T 9704-2012

  /// A document of one long paragraph of Han characters, in the layout's plain part.
  private func pagesOfHan(_ count: Int) async throws -> [Page] {
    let text = String(repeating: "永", count: count)
    let report = SampleReport().adding("chapters/one.md", "# 通知\n\n\(text)\n").adding(
      "report.yaml",
      """
      title: 通知
      layout: gb-9704
      parts:
        - role: chapter
          file: chapters/one.md

      """)
    let compilation = compile("/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    let composed = await compose(compilation.input)
    let findings = compilation.diagnostics + composed.diagnostics
    #expect(findings.map(\.message) == [])
    return composed.value.pages
  }

  /// The places of the glyphs of a page's text by baseline, from the top; furniture is left out.
  private func lines(of page: Page) -> [(y: Double, x: [Double])] {
    var lines: [(y: Double, x: [Double])] = []
    for item in page.list.items where !item.node.isArtifact {
      guard case .glyphs(let run) = item.content else { continue }
      for glyph in page.list.glyphs[run.glyphs] {
        if let last = lines.last, abs(last.y - glyph.y) < 0.01 {
          lines[lines.count - 1].x.append(glyph.x)
        } else {
          lines.append((glyph.y, [glyph.x]))
        }
      }
    }
    return lines
  }

  @Test func aPageOfAnOfficialDocumentHolds22LinesOf28Characters() async throws {
    let pages = try await pagesOfHan(28 * (22 * 3 + 8))
    try #require(pages.count > 3)
    for (index, inside) in [(1, 26.0), (2, 28.0)] {
      let lines = lines(of: pages[index])
      #expect(lines.map(\.x.count) == Array(repeating: 28, count: 22))
      let pitch = 225 / 22.0 * Self.millimetre
      let character = 156 / 28.0 * Self.millimetre
      for (number, line) in lines.enumerated() {
        // The em box stands in the middle of its line, its baseline at 0.88 em.
        let top = line.y - 0.88 * character - (pitch - character) / 2
        #expect(abs(top - 37 * Self.millimetre - Double(number) * pitch) < 0.01)
        for (column, x) in line.x.enumerated() {
          #expect(abs(x - inside * Self.millimetre - Double(column) * character) < 0.01)
        }
      }
    }
  }

  @Test func folioOfAnOfficialDocumentStandsOneCharacterFromTheForeEdge() async throws {
    let pages = try await pagesOfHan(28 * (22 * 3 + 8))
    try #require(pages.count > 3)
    let verso = try folio(of: pages[1])
    let recto = try folio(of: pages[2])
    #expect(verso.text == "— 2 —" && recto.text == "— 3 —")
    // 4号 is 14 pt; the type areas are 26…182 mm and 28…184 mm. A dash is drawn a little shorter
    // than the character that it takes up, in its middle.
    #expect(abs(verso.left - 26 * Self.millimetre - 14) < 1)
    #expect(abs(recto.right - 184 * Self.millimetre + 14) < 1)
    // The dash is drawn 0.3 em above its baseline, 7 mm below the type area.
    let dash = verso.baseline - 0.3 * 14 - 262 * Self.millimetre
    #expect(abs(dash - 7 * Self.millimetre) < 1 * Self.millimetre)
  }

  private struct Folio {
    var text: String
    var left: Double
    var right: Double
    var baseline: Double
  }

  /// The foot of a page without the spaces at its ends.
  private func folio(of page: Page) throws -> Folio {
    var pieces: [(character: Character, x: Double, y: Double)] = []
    for item in page.list.items where item.node == .footer {
      guard case .glyphs(let run) = item.content else { continue }
      let text = String(decoding: page.list.text[run.text], as: UTF8.self)
      let glyphs = page.list.glyphs[run.glyphs]
      try #require(text.count == glyphs.count)
      for (character, glyph) in zip(text, glyphs) { pieces.append((character, glyph.x, glyph.y)) }
    }
    let text = String(pieces.map(\.character))
    let isSpace = { (piece: (character: Character, x: Double, y: Double)) in
      piece.character.isWhitespace
    }
    let first = try #require(pieces.first { !isSpace($0) })
    // What follows the last dash begins where the dash ends.
    let last = try #require(pieces.lastIndex { !isSpace($0) })
    let right = pieces.indices.contains(last + 1) ? pieces[last + 1].x : .nan
    return Folio(
      text: text.trimmingCharacters(in: .whitespaces), left: first.x, right: right,
      baseline: first.y)
  }

  @Test func pointsOfAnOfficialDocumentAreNumberedByTheStandard() async throws {
    let built = try await BuiltExample("gb-9704-sample")
    let text = try built.text()
    for point in ["一、总体要求", "（一）摸清水源和水质底数", "（二）分类整治小型工程", "1.优先并网", "（1）水量"] {
      #expect(text.contains(point), "\(point)")
    }
  }

  // MARK: Layouts and examples

  @Test func aWordThatIsNeverPrintedIsAnError() async throws {
    let spoilt = try SampleReport().replacingInHouse(
      "  continued: 续", with: "  continud: 续", in: "Layouts/council-report/page.yaml")
    let outcome = await spoilt.check()
    #expect(outcome.findings.map { String($0.prefix(19)) } == ["layout.unknown-word"])
    #expect(outcome.hints == ["did you mean “continued”?"])
  }

  @Test(
    "The verdict on the lines of every example report is zero violations",
    arguments: ["belt-and-road-2025", "gb-9704-sample", "six-languages"])
  func noViolations(report: String) async {
    let outcome = await check(
      CheckRequest(subject: LayeredWorld.root + "/Reports/" + report), progress: { _ in })
    let violations = outcome.diagnostics.filter {
      $0.code.id == "typography.violation" || $0.code.id.hasPrefix("composition.")
    }
    #expect(violations.map(\.message) == [])
    let others = outcome.diagnostics.filter { $0.severity != .note }
    #expect(others.map { "\($0.code.id): \($0.message)" } == [])
  }

  @Test(arguments: ["gb-9704", "english-a4", "booklet"])
  func aNewReportBuildsWithoutFindings(layout: String) async throws {
    let template = ReportTemplate(title: "样本", organization: "编写组", layout: layout, year: 2026)
    var sample = SampleReport()
    for path in sample.files.keys { sample.files[path] = nil }
    for file in template.files { sample.files[file.path] = Array(file.text.utf8) }
    #expect(await sample.findings() == [])
  }

  @Test(arguments: ["gb-9704-sample", "six-languages"])
  func theExampleBuildsWithoutFindings(name: String) async throws {
    let built = try await BuiltExample(name)
    #expect(built.outcome.findings == [])
    #expect(built.outcome.writtenFiles.contains { $0.hasSuffix("\(name)-screen.pdf") })
  }

  @Test(.needs("pdftotext")) func eachLanguageHasItsPage() async throws {
    let pages = try await BuiltExample("six-languages").pages()
    // Cover, contents, one page for each language, and the references.
    try #require(pages.count == 9)
    let openings = [
      "水是一切发展的前提", "Water comes before all other development", "L’eau précède tout développement",
      "El agua es anterior a todo desarrollo", "Вода предшествует всякому развитию",
    ]
    for (page, opening) in zip(pages.dropFirst(2), openings) {
      #expect(page.contains(opening.withoutSpace), "\(opening)")
    }
    for mark in ["设施[1]。", "文献[2]", "[1][3]556", "[1,4]", "[1,4-6]"] {
      #expect(pages.contains { $0.contains(mark) }, "\(mark)")
    }
    #expect(pages[8].contains("GESSNERMO,etal.Globalthreats"))
  }
}

/// A report of this repository, built into a folder of its own.
private struct BuiltExample {
  let outcome: BuildOutcome
  private let pdf: [UInt8]
  private let folder: TemporaryFolder

  init(_ name: String) async throws {
    folder = try TemporaryFolder()
    var request = BuildRequest(report: LayeredWorld.root + "/Reports/" + name)
    request.output = folder.url.path
    outcome = await build(request)
    pdf = [UInt8](try folder.contents(of: name)["\(name)-screen.pdf"] ?? Data())
  }

  /// The text of each page without white space.
  func pages() throws -> [String] {
    let result = try Tool.run("pdftotext", ["-raw", "%", "-"], on: pdf)
    try #require(result.status == 0, "pdftotext: \(result.output)")
    let pages = result.output.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    return pages.dropLast().map { String($0).withoutSpace }
  }

  func text() throws -> String { try pages().joined() }
}
