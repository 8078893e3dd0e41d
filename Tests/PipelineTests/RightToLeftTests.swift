import Composition
import Diagnostics
import Drawing
import Geometry
import Stylesheet
import Testing

@testable import Pipeline

/// What stands beside text that runs from right to left stands mirrored.
@Suite struct RightToLeftTests {
  private static let chapter = """
    # خاتمة

    والحصول على [مياه]{.index} الشرب المأمونة والنقية.

    ```table
    id: tbl-a
    title: نسبة السكان
    data:
      - { y: أ, v: 10 }
    unit: "%"
    source: الأمم المتحدة
    ```
    """

  /// The pages, and the type area of a recto.
  private func compose() async throws -> (pages: [Page], area: Rect) {
    let report = SampleReport().adding("chapters/one.md", Self.chapter).adding(
      "report.yaml",
      """
      title: المياه
      language: ar
      layout: english-a4
      parts:
        - role: contents
        - role: list-of-tables
        - role: conclusion
          file: chapters/one.md
        - role: index

      """)
    let compilation = compile("/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    let composed = await Composition.compose(compilation.input)
    let findings = compilation.diagnostics + composed.diagnostics
    try #require(findings.map(\.message) == [])
    return (composed.value.pages, compilation.input.stylesheet.page.typeArea(isVerso: false))
  }

  /// The extent of the lines of a page that hold a text.
  private func extents(of text: String, on page: Page) -> [ClosedRange<Double>] {
    var lines: [Double: (text: String, x: [Double])] = [:]
    for item in page.list.items {
      guard case .glyphs(let run) = item.content else { continue }
      for glyph in page.list.glyphs[run.glyphs] {
        lines[glyph.y, default: ("", [])].x.append(glyph.x)
      }
      if let first = page.list.glyphs[run.glyphs].first {
        lines[first.y]?.text += String(decoding: page.list.text[run.text], as: UTF8.self)
      }
    }
    return lines.values.filter { $0.text.contains(text) }.map { line in
      (line.x.min() ?? 0)...(line.x.max() ?? 0)
    }
  }

  @Test func captionsAndSourcesBeginAtTheRightAndUnitsStandAtTheLeft() async throws {
    let (pages, area) = try await compose()
    let page = pages[2]
    let (left, right) = (area.minX, area.maxX)
    for text in ["الجدول", "المصدر"] {
      let line = try #require(extents(of: text, on: page).first, "\(text)")
      #expect(line.upperBound > right - 12 && line.lowerBound > left + 60, "\(text)")
    }
    let unit = try #require(extents(of: "الوحدة", on: page).first)
    #expect(unit.lowerBound < left + 12 && unit.upperBound < right - 60)
  }

  @Test func aBookBoundOnItsRightHasItsFoliosAndMarginsTheOtherWayRound() async throws {
    let report = SampleReport().adding(
      "chapters/one.md",
      "# خاتمة\n\n" + String(repeating: "والحصول على مياه الشرب.\n\n", count: 240)
    ).adding(
      "report.yaml",
      """
      title: المياه
      language: ar
      layout: english-a4
      parts:
        - role: chapter
          file: chapters/one.md

      """)
    let compilation = compile("/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    let pages = await Composition.compose(compilation.input).value.pages
    // The layout is in English: what it prints of itself is in the report's language.
    #expect(!extents(of: "الفصل 1", on: pages[0]).isEmpty)
    let geometry = compilation.input.stylesheet.page
    #expect(geometry.isMirrored)
    // The inside, which the binding takes, is at the right of a recto.
    let (recto, verso) = (geometry.typeArea(isVerso: false), geometry.typeArea(isVerso: true))
    let inside = geometry.margins.left
    #expect(abs(geometry.size.width - recto.maxX - inside) < 0.01)
    #expect(abs(verso.minX - inside) < 0.01)
    try #require(pages.count > 3)
    for (index, page) in pages.enumerated().dropFirst() {
      let area = geometry.typeArea(isVerso: index % 2 == 1)
      let folio = try #require(extents(of: page.label.text, on: page).last)
      // Rectos have it at the left, outside.
      let isAtLeft = abs(folio.lowerBound - area.minX) < 1
      #expect(isAtLeft == (index % 2 == 0), "page \(page.label.text)")
    }
  }

  @Test func theOpenerStandsAtTheRight() async throws {
    let (pages, area) = try await compose()
    let fills = pages[2].list.items.compactMap { item -> Rect? in
      guard case .fill(let path, _) = item.content else { return nil }
      return pages[2].list.paths[path].bounds
    }
    #expect(fills.count == 1 && fills.allSatisfy { abs($0.maxX - area.maxX) < 0.1 })
  }

  @Test func entriesOfListsHaveTheirPagesAtTheLeft() async throws {
    let pages = try await compose().pages
    for page in pages[0...1] {
      let link = try #require(page.links.first)
      let left = link.rect.minX
      // Page numbers are the leftmost glyphs; titles end at the right.
      let lines = extents(of: "1", on: page).filter { $0.upperBound > link.rect.maxX - 40 }
      #expect(!lines.isEmpty && lines.allSatisfy { abs($0.lowerBound - left) < 3 })
    }
  }
}
