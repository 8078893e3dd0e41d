import Geometry
import Testing

@testable import Manuscript

@Suite struct TableWidthTests {
  private func read(_ widths: String) -> Sample {
    Sample(
      "# 题\n\n| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | 2 | 3 |\n\n: 表 {#tbl-a widths=\"\(widths)\"}\n")
  }

  @Test func widthsAreReadColumnByColumn() throws {
    let sample = read("20% auto, 30mm")
    guard case .table(let table)? = sample.blocks.last else { throw ReadingError() }
    #expect(table.widths.map { $0?.value } == [20, nil, 30])
    #expect(sample.findings.isEmpty)
  }

  @Test(arguments: ["20% auto", "20% wide 30%", "-5mm auto auto", "1 2 3"])
  func widthsThatCannotBeRead(widths: String) {
    #expect(read(widths).findings == ["7:21 manuscript.invalid-widths"])
  }

  private struct ReadingError: Error {}
}
