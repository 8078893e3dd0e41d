import Diagnostics
import Drawing
import Geometry
import Manuscript
import Stylesheet
import Testing
import Typography

@testable import Composition

@Suite struct TableTests {
  private func rows(_ count: Int) -> [[String]] { (1...count).map { ["甲\($0)", "\($0).5"] } }

  // MARK: Decimals

  @Test("Points stand under each other, with signs, units, words and notes (E5.6)")
  func decimals() async throws {
    let numbers = ["1234.5", "−0.25", "3.125%", "约12.5", "7.5亿元", "+100.0"]
    let table = Fixture.table(["项", "数"], numbers.map { ["甲", $0] })
    let document = try await Fixture.compose(table).value
    let points = document.pages[0].places(of: ".")
    #expect(points.count == numbers.count)
    for point in points { #expect(abs(point.x - points[0].x) < 0.01, "\(point)") }
  }

  @Test("Whole numbers end where the whole parts of the others do")
  func wholeNumbers() async throws {
    let table = Fixture.table(["项", "数"], [["甲", "15"], ["乙", "3.5"], ["丙", "125"]])
    let page = try await Fixture.compose(table).value.pages[0]
    let fives = page.places(of: "5").filter { !$0.text.contains(".") }
    let three = try #require(page.places(of: "3").first)
    #expect(fives.count == 2)
    for five in fives { #expect(abs(five.x - three.x) < 0.01) }
  }

  @Test("A missing number takes no part and stands where whole numbers end")
  func missing() async throws {
    let table = Fixture.table(["项", "数"], [["甲", "1234.5"], ["乙", "—"], ["丙", "2.25"]])
    let page = try await Fixture.compose(table).value.pages[0]
    let point = try #require(page.places(of: ".").first)
    let dash = try #require(page.texts.first { $0.text == "—" })
    #expect(dash.rect.minX < point.x && point.x - dash.rect.minX < 9)
  }

  @Test(arguments: [
    ("12.5", ".", 2), ("1,234.5", ".", 5), ("1.234,5", ",", 5), ("−3%", ".", 2), ("约12", ".", 3),
    ("12\u{202F}345,6", ",", 6), ("٣٫٥", "٫", 1),
  ])
  func endsOfWholeNumbers(text: String, point: String, end: Int) {
    #expect(endOfWholeNumber(styled(text), decimalPoint: point) == end)
  }

  @Test(arguments: ["第3章", "2024年", "15～30", "1/2", "—", "", "第三季度的数字是12个", "2024-05"])
  func whatIsNoNumber(text: String) {
    #expect(endOfWholeNumber(styled(text), decimalPoint: ".") == nil)
  }

  private func styled(_ text: String) -> StyledText {
    var styled = StyledText()
    styled.append(text, style: 0, node: .artifact, span: .none)
    return styled
  }

  @Test(
    "The side of a column places its numbers as a block",
    arguments: [
      (TableContent.Column.Alignment.fixed(.center), true), (.fixed(.end), true),
      (.fixed(.start), false),
    ])
  func places(alignment: TableContent.Column.Alignment, isAligned: Bool) async throws {
    var table = Fixture.table(["项", "数"], [["甲", "1.25"], ["乙", "1234.5"]])
    table.columns[1].alignment = alignment
    let points = try await Fixture.compose(table).value.pages[0].places(of: ".").map(\.x)
    try #require(points.count == 2)
    #expect((abs(points[0] - points[1]) < 0.01) == isAligned)
  }

  @Test("A head stands over its numbers as the column does, not by their points")
  func headOfNumbers() async throws {
    let table = Fixture.table(["项", "数"], [["甲", "1.25"], ["乙", "12345678.5"]])
    let page = try await Fixture.compose(table).value.pages[0]
    let head = try #require(page.texts.first { $0.text == "数" })
    let last = try #require(page.places(of: "5").map(\.x).max())
    #expect(abs(head.rect.minX + 8 - last) < 6)
    #expect(head.rect.minX + 8 > last)
  }

  // MARK: Heads

  private func spanning() -> TableContent {
    var table = Fixture.table(["国", "额", "增", "注"], [["甲", "1", "2", "无"]])
    table.head = [
      [
        TableContent.Head(title: "国", columns: 0..<1, rowSpan: 2),
        TableContent.Head(title: "出口", columns: 1..<3, rowSpan: 1),
        TableContent.Head(title: "注", columns: 3..<4, rowSpan: 2),
      ],
      [
        TableContent.Head(title: "额", columns: 1..<2, rowSpan: 1),
        TableContent.Head(title: "增", columns: 2..<3, rowSpan: 1),
      ],
    ]
    return table
  }

  @Test("Heads over columns say in the structure how many they span")
  func spans() async throws {
    let document = try await Fixture.compose(spanning()).value
    let heads = document.structure.nodes.filter { $0.role == .headCell }
    #expect(heads.map(\.columnSpan) == [1, 2, 1, 1, 1])
    #expect(heads.map(\.rowSpan) == [2, 1, 2, 1, 1])
    #expect(heads.allSatisfy { $0.scope == .column })
  }

  @Test("A head over columns stands in their middle, with a rule under it alone")
  func groupRule() async throws {
    let page = try await Fixture.compose(spanning()).value.pages[0]
    let lefts = page.rules.filter { $0.from.y == $0.to.y }.map { $0.to.x - $0.from.x }
    #expect(lefts.count == 4)
    let width = try #require(lefts.max())
    #expect(lefts.count { abs($0 - width) < 0.01 } == 3)
    let group = try #require(page.texts.first { $0.text == "出口" })
    let rule = try #require(page.rules.first { $0.to.x - $0.from.x < width - 1 })
    #expect(group.rect.maxY < rule.from.y)
    #expect(rule.from.x < group.rect.minX && rule.to.x > group.rect.maxX)
    let below = page.texts.filter { ["额", "增"].contains($0.text) }
    #expect(below.count == 2 && below.allSatisfy { $0.rect.minY > rule.from.y })
  }

  // MARK: Pages

  @Test("No row stands alone at the head or foot of a page (E7.6)", arguments: 1...24)
  func lonelyRows(count: Int) async throws {
    let before = (0..<count % 12).map { "第\($0)段的文字。" }
    let table = Fixture.table(["头", "数"], rows(count + 3))
    let document = try await Fixture.compose(table, after: before).value
    for page in document.pages {
      let cells = page.texts.filter { $0.text.hasPrefix("甲") }
      #expect(cells.count != 1)
      #expect(cells.isEmpty != page.texts.contains { $0.text == "头" })
    }
  }

  @Test("Sums are carried from page to page", arguments: [false, true])
  func carriedSums(hasTotal: Bool) async throws {
    var table = Fixture.table(["项", "数"], rows(60))
    table.carry = TableContent.Carry(
      columns: [1], sums: (1...60).map { ["\($0 * ($0 + 1) / 2 + $0 / 2).\($0 % 2 * 5)"] })
    if hasTotal { table.rows[59].kind = .total }
    let document = try await Fixture.compose(table).value
    var last = 0
    for (number, page) in document.pages.enumerated() {
      let lines = Dictionary(grouping: page.texts, by: { ($0.rect.maxY * 10).rounded() })
        .values.map { $0.map(\.text).joined(separator: " ") }
      let items = lines.filter { $0.hasPrefix("甲 ") }.compactMap {
        Int($0.split(separator: " ")[1])
      }
      #expect(lines.contains { $0.hasPrefix("承前页") } == (number > 0))
      if number > 0 { #expect(lines.contains("承前页 \(table.carry?.sums[last - 1][0] ?? "")")) }
      last = try #require(items.max())
      let isOpen = last < 60
      #expect(lines.contains("过次页 \(table.carry?.sums[last - 1][0] ?? "")") == isOpen)
      let area = try Fixture.stylesheet().page.typeArea(isVerso: number % 2 == 1)
      for text in page.texts where text.text != page.label.text {
        #expect(area.contains(text.rect, tolerance: 0.6), "\(text)")
      }
    }
    #expect(last == 60)
    let carried = document.pages.flatMap(\.texts).filter { "承前页过次页".contains($0.text) }
    #expect(!carried.isEmpty && carried.allSatisfy(\.node.isArtifact))
  }

  @Test(
    "A row higher than a page goes on with two lines at least on each side (E4.5)",
    arguments: 0..<24)
  func dividedRow(before: Int) async throws {
    let long = (1...(40 + before)).map { "第\($0)句话在这里。" }.joined()
    let short = Array(repeating: ["短", "短"], count: 8)
    let table = Fixture.table(["甲", "乙"], short[..<2] + [["文字", long]] + short)
    let composed = try await Fixture.compose(
      table, after: Array(repeating: "一行文字。", count: before % 5))
    #expect(composed.diagnostics.isEmpty)
    let nodes = composed.value.structure.nodes
    let cell = nodes.indices.filter { nodes[$0].role == .dataCell }[5]
    let pieces = composed.value.pages.map { page in
      page.texts.filter { Int($0.node.index) == cell }
    }.filter { !$0.isEmpty }
    #expect(pieces.count > 1)
    #expect(pieces.joined().map(\.text).joined() == long)
    for piece in pieces { #expect(Set(piece.map { ($0.rect.maxY * 10).rounded() }).count >= 2) }
  }

  @Test("The name of a group never ends a page", arguments: 0..<8)
  func groups(before: Int) async throws {
    var table = Fixture.table(["头", "数"], [])
    for group in 1...20 {
      table.rows.append(TableContent.Row(kind: .group, cells: ["组\(group)"]))
      for row in rows(group % 3 + 1) { table.rows.append(TableContent.Row(cells: row)) }
    }
    let document = try await Fixture.compose(
      table, after: Array(repeating: "一行文字。", count: before)
    ).value
    #expect(document.pages.count > 2)
    for page in document.pages {
      let body = page.texts.filter { !$0.node.isArtifact }
      let last = try #require(body.map(\.rect.maxY).max())
      #expect(!body.contains { $0.text.hasPrefix("组") && abs($0.rect.maxY - last) < 1 })
    }
    let groups = document.structure.nodes.filter { $0.scope == .row }
    #expect(groups.count == 20 && groups.allSatisfy { $0.columnSpan == 2 })
  }

  @Test("No two rules lie on each other where pages divide a table")
  func rulesAtBreaks() async throws {
    var table = Fixture.table(["头", "数"], rows(60))
    table.style = Spanned("grid", at: .none)
    let document = try await Fixture.compose(table).value
    #expect(document.pages.count > 2)
    for page in document.pages {
      let level = page.rules.filter { $0.from.y == $0.to.y }.map { ($0.from.y * 100).rounded() }
      #expect(Set(level).count == level.count)
    }
  }

  @Test func manyRowsAreAsManyItems() async throws {
    let table = Fixture.table(["头", "数"], rows(2000))
    let document = try await Fixture.compose(table).value
    let cells = document.structure.nodes.count { $0.role == .dataCell }
    let drawn = document.pages.flatMap(\.texts).count { $0.text.hasPrefix("甲") }
    #expect(cells == 4000 && drawn == 2000)
  }

  // MARK: Notes and styles

  @Test("A table's notes are numbered as their marks are read, and stand under it (E6.2)")
  func notes() async throws {
    var table = Fixture.table(["项[^z]", "数"], [["甲[^y]", "1.5[^x]"], ["乙", "20.25[^y]"]])
    table.notes = [
      TableContent.Note(key: "x", text: [.text("数注", .none)]),
      TableContent.Note(key: "y", text: [.text("项注", .none)]),
      TableContent.Note(key: "z", text: [.text("头注", .none)]),
    ]
    let document = try await Fixture.compose(table).value
    let texts = document.pages[0].texts.filter { !$0.node.isArtifact }
    let marks = texts.filter { document.structure[$0.node].role == .reference }.map(\.text)
    #expect(marks == ["a", "b", "c", "b"])
    let notes = texts.drop { document.structure[$0.node].role != .label }.map(\.text)
    #expect(notes.joined().filter { !$0.isWhitespace } == "a头注b项注c数注")
    let points = document.pages[0].places(of: ".")
    #expect(points.count == 2 && abs(points[0].x - points[1].x) < 0.01)
  }

  @Test(arguments: [
    ("{n:alpha}", ["a", "z", "aa"]), ("{n:circled}", ["①", "㉑"]), ("{n}）", ["1）"]),
  ])
  func noteLabels(pattern: String, labels: [String]) {
    let notes = TableNotes([], pattern: pattern)
    let numbers = labels.count == 3 ? [0, 25, 26] : [0, 20]
    let shown = zip(numbers, labels).map { number, _ in notes.label(number) }
    #expect(shown == labels.map { $0 == "㉑" ? "21" : $0 })
  }

  @Test("A style draws its rules; an unknown one is an error with a suggestion")
  func styles() async throws {
    var table = Fixture.table(["头", "数"], rows(3))
    let plain = try await Fixture.compose(table)
    #expect(plain.value.pages[0].rules.allSatisfy { $0.from.y == $0.to.y })
    table.style = Spanned("grid", at: .none)
    let grid = try await Fixture.compose(table)
    let upright = Set(grid.value.pages[0].rules.filter { $0.from.x == $0.to.x }.map(\.from.x))
    #expect(upright.count == 3)
    table.style = Spanned("gird", at: .none)
    let unknown = try await Fixture.compose(table)
    #expect(unknown.diagnostics.map(\.code) == [.unknownTableStyle])
    #expect(unknown.diagnostics.flatMap(\.hints) == ["did you mean “grid”?"])
  }
}
