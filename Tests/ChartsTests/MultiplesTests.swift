import Charts
import Diagnostics
import Drawing
import Figures
import Geometry
import Seeds
import Testing

/// Small multiples in rows and columns with a meaning, and over pages.
@Suite struct MultiplesTests {
  private func table(rows: Int, columns: Int, _ random: inout SplitMix64) -> DataTable {
    var cells: [DataValue] = []
    for row in 0..<rows {
      for column in 0..<columns {
        // A place may be empty.
        if row > 0, Int.random(in: 0..<6, using: &random) == 0 { continue }
        for category in ["甲", "乙"] {
          let value = ExactDecimal(Int.random(in: 1...99, using: &random))
          cells += [.text("行\(row)"), .text("列\(column)"), .text(category), .number(value)]
        }
      }
    }
    return DataTable(columns: ["r", "c", "n", "v"], cells: cells, span: .none)
  }

  private func draw(_ seed: UInt64, pageHeight: Double? = nil) -> Diagnosed<Chart> {
    var random = SplitMix64(seed: seed)
    var spec = ChartSample.spec(seed % 2 == 0 ? .bar : .line)
    spec.facets = [.init("r", at: .none), .init("c", at: .none)]
    spec.x = .init("n", at: .none)
    spec.y = [.init("v", at: .none)]
    spec.sort = ChartSpec.SortOrder.none
    let rows = Int.random(in: 2...9, using: &random)
    let table = table(rows: rows, columns: Int.random(in: 1...4, using: &random), &random)
    var options = ChartOptions()
    options.pageHeight = pageHeight
    return drawChart(
      spec, table: table, theme: ChartTheme(), width: 440, lettering: FixedLettering(),
      options: options)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `plots of a row share their base line and plots of a column their edge`(seed: UInt64) {
    let drawn = draw(seed * 2)
    let chart = drawn.value
    #expect(!drawn.diagnostics.contains { $0.severity == .error })
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    let bottoms = Set(chart.bars.map { ($0.rect.maxY * 1e4).rounded() })
    let heads = chart.texts.filter { $0.role == .panel }
    let rows = heads.count { $0.line.text.hasPrefix("行") }
    let columns = heads.count { $0.line.text.hasPrefix("列") }
    #expect(bottoms.count == rows)
    let edges = Set(
      chart.bars.filter { $0.datum?.category == 0 }.map { ($0.rect.minX * 1e4).rounded() })
    #expect(edges.count == columns)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `pieces for pages hold every plot once, whole, under the same heads`(seed: UInt64) {
    let whole = draw(seed).value
    let limit = max(whole.size.height * 0.55, 160)
    let chart = draw(seed, pageHeight: limit).value
    guard whole.size.height > limit else {
      #expect(chart.pieces.isEmpty)
      return
    }
    #expect(chart.pieces.count > 1)
    func texts(_ list: DisplayList) -> [String] {
      list.items.compactMap { item in
        guard case .glyphs(let run) = item.content else { return nil }
        return String(decoding: list.text[run.text], as: UTF8.self)
      }
    }
    let pieces = chart.pieces.map { texts($0.list) }
    let rows = pieces.flatMap { $0.filter { $0.hasPrefix("行") } }
    #expect(rows == texts(whole.list).filter { $0.hasPrefix("行") })
    let heads = texts(whole.list).filter { $0.hasPrefix("列") }
    for piece in pieces { #expect(piece.filter { $0.hasPrefix("列") } == heads) }
    for piece in chart.pieces.dropLast() { #expect(piece.size.height <= limit + 1e-9) }
  }

  @Test func `a third direction and a seventh column are refused`() {
    var map = SourceMap()
    let rows = (0..<7).map { "{ a: r, b: c\($0), n: 甲, v: 1 }" }.joined(separator: ", ")
    func codes(_ facet: String) -> [DiagnosticCode] {
      ChartSample.draw(
        yaml: "id: f\ntitle: t\nkind: bar\ndata: [\(rows)]\nx: n\ny: v\nfacet: \(facet)\n",
        map: &map
      ).diagnostics.map(\.code)
    }
    #expect(codes("[a, b]") == [.chartManyPanels])
    #expect(codes("[a, b, n]") == [.chartManyPanels])
    #expect(codes("[a, w]") == [.chartUnknownColumn])
    #expect(!codes("b").contains(.chartManyPanels))
  }
}
