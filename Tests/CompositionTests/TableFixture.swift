import Diagnostics
import Drawing
import Geometry
import Manuscript
import Stylesheet
import Testing

@testable import Composition

extension Fixture {
  /// Composes a chapter with one data table, after some paragraphs; its layout has a style `grid`.
  static func compose(
    _ table: TableContent, after paragraphs: [String] = []
  ) async throws -> Diagnosed<PagedDocument> {
    let block = "```table\nid: tbl-a\n```\n"
    let markdown = (["# 标题"] + paragraphs + [block]).joined(separator: "\n\n")
    var map = SourceMap()
    let files = ReportFiles(paths: { [] }, read: { _ in .success(Array(markdown.utf8)) })
    let report = Report.read(single: "text.md", from: files, into: &map).value
    var sheet = try stylesheet()
    var grid = sheet.table
    grid.columnRule = RuleStyle(thickness: 0.5, color: .black)
    grid.sideRule = grid.columnRule
    grid.rowRule = grid.columnRule
    sheet.tables["grid"] = grid
    var input = CompositionInput(report: report, stylesheet: sheet, fonts: try fonts())
    for case .dataTable(let block) in report.parts[0].blocks { input.tables[block.span] = table }
    return await Composition.compose(input)
  }

  /// A table of columns with one head each.
  static func table(_ titles: [String], _ rows: [[String]]) -> TableContent {
    TableContent(
      title: [.text("表题", .none)],
      columns: titles.map { _ in TableContent.Column(alignment: .natural) },
      head: [
        titles.enumerated().map {
          TableContent.Head(title: $1, columns: $0..<$0 + 1, rowSpan: 1)
        }
      ],
      rows: rows.map { TableContent.Row(cells: $0) })
  }
}

extension Page {
  /// Where a character stands in each glyph run that has it, by the run's text.
  func places(of character: Character) -> [(text: String, x: Double)] {
    var found: [(text: String, x: Double)] = []
    for item in list.items {
      guard case .glyphs(let run) = item.content else { continue }
      var byte = run.text.lowerBound
      var glyph = run.glyphs.lowerBound
      for cluster in list.clusters[run.clusters] {
        let bytes = list.text[byte..<byte + Int(cluster.bytes)]
        if String(decoding: bytes, as: UTF8.self) == String(character) {
          found.append(
            (String(decoding: list.text[run.text], as: UTF8.self), list.glyphs[glyph].x))
        }
        byte += Int(cluster.bytes)
        glyph += Int(cluster.glyphs)
      }
    }
    return found
  }

  /// Straight strokes, as their ends.
  var rules: [(from: Point, to: Point)] {
    list.items.compactMap { item in
      guard case .stroke(let path, _, _) = item.content, let box = list.paths[path].bounds
      else { return nil }
      return (Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.maxY))
    }
  }
}

extension TableContent.Head {
  init(title: String, columns: Range<Int>, rowSpan: Int) {
    self.init(title: [.text(title, .none)], columns: columns, rowSpan: rowSpan)
  }
}
