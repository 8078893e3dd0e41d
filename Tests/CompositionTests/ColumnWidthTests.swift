import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing
import Typography

@testable import Composition

/// Column widths, against a search over every division on a coarse grid and as properties.
@Suite struct ColumnWidthTests {
  /// The sum of the square roots of lines.
  private func cost(_ texts: [[Double]], _ widths: [Double], padding: Double) -> Double {
    zip(texts, widths).reduce(0) { sum, column in
      column.0.reduce(sum) { sum, text in
        guard text > column.1 + 1e-9 else { return sum + 1 }
        return sum + max((text - padding) / (column.1 - padding) + 0.5, 2).squareRoot()
      }
    }
  }

  /// The least cost of any division of the room into fortieths.
  private func cheapest(
    _ texts: [[Double]], _ least: [Double], room: Double, padding: Double
  ) -> Double {
    var best = Double.infinity
    for first in 0...40 {
      for second in 0...(40 - first) {
        let steps = [first, second, 40 - first - second]
        let widths = zip(least, steps).map { $0 + Double($1) * room / 40 }
        best = min(best, cost(texts, widths, padding: padding))
      }
    }
    return best
  }

  @Test("No division of the measure breaks texts with less harm", arguments: 0..<60)
  func oracle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let least = (0..<3).map { _ in Double.random(in: 12...30, using: &random) }
    let texts = least.map { least in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Double.random(in: least...(Bool.random(using: &random) ? 60 : 400), using: &random)
      }
    }
    let measure = 200.0
    let widths = shareWidth(measure, least: least, texts: texts, padding: 10)
    let wide = texts.map { $0.map { $0 * 65 / 64 } }
    let room = measure - least.reduce(0, +)
    // Widths are weighed in steps of a sixty-fourth, and depth leaves a trace in the costs.
    #expect(
      cost(texts, widths, padding: 10)
        <= cheapest(wide, least, room: room, padding: 10) + 0.1)
  }

  @Test("Columns keep their least, and together the measure", arguments: 0..<60)
  func bounds(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let least = (0..<count).map { _ in Double.random(in: 0...15, using: &random) }
    let texts = least.map { least in
      (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Double.random(in: 1...900, using: &random) + least
      }
    }
    let widths = shareWidth(200, least: least, texts: texts, padding: 4)
    #expect(widths.reduce(0, +) <= 200.01)
    for (width, least) in zip(widths, least) { #expect(width >= least - 0.01) }
  }

  @Test("Long texts that ask for the same get about the same")
  func fairness() {
    let long = [[500.0, 800, 300], [800.0, 300, 500], [20.0]]
    let widths = shareWidth(300, least: [20, 20, 20], texts: long, padding: 10)
    #expect(abs(widths[0] - widths[1]) < 2)
    #expect(widths[2] == 20)
  }

  @Test("A column of short cells stays whole beside a long text")
  func shortBesideLong() {
    let widths = shareWidth(
      300, least: [10, 10], texts: [Array(repeating: 60, count: 8), [4000.0]], padding: 10)
    #expect(widths[0] >= 60)
  }

  @Test("A table of very many cells has few widths to weigh")
  func work() {
    var random = SplitMix64(seed: 7)
    let texts = (0..<60_000).map { _ in Double.random(in: 0.1...1e6, using: &random) }
    let counted = countWidths(texts)
    #expect(counted.count <= 64 * 16)
    #expect(counted.reduce(0) { $0 + $1.count } == 60_000)
    #expect(zip(counted, counted.dropFirst()).allSatisfy { $0.steps < $1.steps })
  }

  // MARK: Set tables

  private static let words = ["合作", "共建国家", " infrastructure ", "于2024年，", "达12.5%，", "贸易"]

  @Test("Tables fill the measure and divide no word that fits", arguments: 0..<30)
  func setTables(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var styles = StyleTable(fonts: try Fixture.fonts())
    let style = styles.index(of: TextStyle(role: "body", size: 8))
    let count = Int.random(in: 1...4, using: &random)
    let cells = (0..<Int.random(in: 2...8, using: &random)).map { _ in
      (0..<count).map { column in
        var text = StyledText()
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          text.append(
            Self.words.randomElement(using: &random) ?? "", style: style, node: .artifact,
            span: .none)
        }
        return TableSetting.Cell(text: text, columns: column..<column + 1)
      }
    }
    let setting = TableSetting(
      columns: (0..<count).map { _ in TableSetting.Column(alignment: .start) },
      head: [TableSetting.Row(cells: cells[0])],
      rows: cells.dropFirst().map { TableSetting.Row(cells: $0) }, measure: 320, padding: 4,
      decimalPoint: ".", isMirrored: false)
    guard var workspace = Workspace() else {
      Issue.record("no workspace")
      return
    }
    let set = setTable(setting, styles: styles, workspace: &workspace)
    #expect(set.excess == 0)
    #expect(abs(set.columnWidths.reduce(0, +) - 320) < 0.01)
    for cell in (set.head + set.rows).flatMap(\.cells) {
      #expect(cell.text.lines.allSatisfy { $0.excess == 0 })
    }
  }

  @Test("A table whose words cannot stand side by side is one finding")
  func tooManyColumns() async throws {
    let head = "|" + String(repeating: " 很长的英文extraordinary |", count: 9)
    let rule = "|" + String(repeating: "---|", count: 9)
    let composed = try await Fixture.compose("# 标题\n\n\(head)\n\(rule)\n\(head)\n\(head)\n")
    #expect(composed.diagnostics.map(\.code) == [.tableTooWide])
    #expect(composed.diagnostics.allSatisfy { $0.severity == .error && $0.span != .none })
  }

  @Test("Declared widths stand; what they leave goes to the others")
  func declaredWidths() async throws {
    let document = try await Fixture.compose(
      """
      # 标题

      | 一 | 二 | 三 |
      |:---|:---|:---|
      | 甲 | 乙 | 丙 |

      : 表 {#tbl-w widths="50% auto 40pt"}
      """
    ).value
    let starts = document.pages[0].texts.filter { "甲乙丙".contains($0.text) }.map(\.rect.minX)
    try #require(starts.count == 3)
    #expect(abs(starts[1] - starts[0] - 100) < 0.01)
    #expect(abs(starts[2] - starts[1] - 60) < 0.01)
  }
}
