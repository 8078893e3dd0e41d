import Diagnostics
import Drawing
import Testing

@testable import Typography

/// Every pair of marks at every boundary of runs (E1.6).
@Suite struct LineEdgeTests {
  static let closing = "。．，、；：？！”’」』）］｝】》〉〗〕～·／"
  static let opening = "“‘「『（［｛【《〈〖〔"
  static let all = Array((opening + closing).map(String.init)) + ["——", "……", "中", "A", "5"]

  /// How the right mark's run differs from the left mark's.
  enum Boundary: CaseIterable {
    case none, bold, link, code, size, unbreakable, noteMark
  }

  @Test("No pair of marks parts where GB/T 15834 forbids it", arguments: Boundary.allCases)
  func pairs(boundary: Boundary) throws {
    let world = try World()
    for left in Self.all {
      for right in Self.all {
        let mayPart = try world.mayPart(left, right, at: boundary)
        let expected = Self.mayPart(left, right, at: boundary)
        #expect(mayPart == expected, "\(left)|\(right) at \(boundary)")
      }
    }
  }

  /// The rules in their own words, apart from the code that is tested.
  private static func mayPart(_ left: String, _ right: String, at boundary: Boundary) -> Bool {
    if closing.contains(right) { return false }
    if boundary == .noteMark { return true }
    if opening.contains(left) || left == "／" { return false }
    if left == right && (left == "——" || left == "……") { return false }
    if left == "——" && right == "……" { return false }
    if left == "～" && right == "5" { return true }
    return !(Set(["A", "5"]).isSuperset(of: [left, right]))
  }

  @Test(
    "A note mark stays with the mark before it and never begins a line (E6.1)",
    arguments: ["中", "。", "，", "”", "）", "》", "A", "5"])
  func noteMarks(before: String) throws {
    let world = try World()
    for after in Self.all {
      let paragraph = try world.paragraph([
        ("中文\(before)", 0, []), ("12", 3, .noteMark), ("\(after)中文", 0, []),
      ])
      let note = ("中文" + before).utf16.count
      #expect(!paragraph.mayBreak(before: note), "\(before)¹\(after)")
      #expect(!paragraph.mayBreak(before: note + 1))
    }
  }

  @Test("A run that is not to be divided is not, whatever it holds")
  func unbreakableRuns() throws {
    let world = try World()
    let run = "图 3-2（甲）与，表——乙"
    let paragraph = try world.paragraph([("见", 0, []), (run, 0, .unbreakable), ("等", 0, [])])
    for offset in 2..<run.utf16.count + 1 { #expect(!paragraph.mayBreak(before: offset)) }
    #expect(paragraph.mayBreak(before: 1))
  }

  @Test("Levels differ as CLREQ says: dashes only by strict, the solidus's end only by basic")
  func levels() throws {
    let cases: [(String, String, [LineBreaking])] = [
      ("中", "——", [.none, .basic, .gb]), ("中", "……", [.none, .basic, .gb]),
      ("／", "中", [.none, .basic]), ("中", "／", [.none]), ("中", "，", [.none]),
      ("（", "中", [.none]), ("——", "中", LineBreaking.allCases),
    ]
    for level in LineBreaking.allCases {
      let world = try World(HouseStyle(lineBreaking: level))
      for (left, right, levels) in cases {
        let mayPart = try world.mayPart(left, right, at: .none)
        #expect(mayPart == levels.contains(level), "\(left)|\(right) by \(level)")
      }
      #expect(try !world.paragraph([("中——中", 0, [])]).mayBreak(before: 2))
    }
  }

  @Test(
    "Numbers are not parted from what belongs to them (GB/T 15835, 5.1)",
    arguments: [
      "1358.5亿元", "-5.2%", "±0.3", "US$ 300", "￥5.5万", "CNY 12.5", "15%～30%", "3.5‰", "25℃",
      "12 km", "7.5 GWh", "第 3 章", "第3章", "第二十一条", "（一）", "（12）", "图 3-2", "表 4", "2019—2025年",
      "13万元～17万元", "2025 年", "6 月", "30 日", "120万余人", "0.9 个百分点", "1,234,567吨", "3×10",
      "12:30", "5～8倍", "＋3", "40°C",
    ])
  func numbers(number: String) throws {
    let world = try World()
    let text = "合作" + number + "以及各方"
    let paragraph = try world.paragraph([(text, 0, [])])
    for offset in 3..<2 + number.utf16.count {
      #expect(!paragraph.mayBreak(before: offset), "\(number) at \(offset - 2)")
    }
    #expect(paragraph.mayBreak(before: 2) || "（-".contains(number.prefix(1)))
    #expect(paragraph.mayBreak(before: 2 + number.utf16.count))
  }

  @Test("A row of dashes without end may be divided between pairs, never inside one")
  func endlessDashes() throws {
    let paragraph = try World().paragraph([(String(repeating: "—", count: 400), 0, [])])
    #expect((1..<400).allSatisfy { !paragraph.mayBreak(before: $0) || $0 % 2 == 0 })
    #expect(breakLines(paragraph, LineSettings(measure: 200)).allSatisfy { $0.excess == 0 })
  }
}

extension LineEdgeTests {
  /// Styles for the runs of a test paragraph.
  fileprivate struct World {
    var styles: StyleTable

    init(_ house: HouseStyle = HouseStyle()) throws {
      styles = StyleTable(fonts: try Fixture.fonts(), house: house)
      _ = styles.index(of: TextStyle(role: "body", size: 10))
      _ = styles.index(of: TextStyle(role: "body", size: 10, weight: 700))
      _ = styles.index(of: TextStyle(role: "body", size: 9, features: ["-liga"]))
      _ = styles.index(of: TextStyle(role: "body", size: 6, rise: 4))
    }

    func paragraph(_ runs: [(String, Int, StyledText.RunOptions)]) throws -> Paragraph {
      var source = StyledText()
      for (text, style, options) in runs {
        source.append(text, style: style, node: .artifact, span: .none, options: options)
      }
      guard var workspace = Workspace() else { throw OutOfMemory() }
      return buildParagraph(source, styles: styles, workspace: &workspace)
    }

    /// Whether a line may end between two marks (or after the note mark between them).
    func mayPart(_ left: String, _ right: String, at boundary: Boundary) throws -> Bool {
      let offset = ("中" + left).utf16.count
      switch boundary {
      case .none: return try paragraph([("中\(left)\(right)中", 0, [])]).mayBreak(before: offset)
      case .noteMark:
        let runs =
          [("中\(left)", 0, []), ("3", 3, .noteMark), ("\(right)中", 0, [])]
          as [(String, Int, StyledText.RunOptions)]
        return try paragraph(runs).mayBreak(before: offset + 1)
      case .bold, .link, .code, .size, .unbreakable:
        let style = [.bold: 1, .code: 2, .size: 3][boundary] ?? 0
        let options: StyledText.RunOptions = boundary == .unbreakable ? .unbreakable : []
        let runs =
          [("中\(left)", 0, []), (right, style, options), ("中", 0, [])]
          as [(String, Int, StyledText.RunOptions)]
        return try paragraph(runs).mayBreak(before: offset)
      }
    }
  }
}

extension Paragraph {
  /// Whether a line may end before an offset in the text.
  func mayBreak(before offset: Int) -> Bool {
    guard let index = boxes.firstIndex(where: { Int($0.textStart) == offset }), index > 0 else {
      return false
    }
    return gaps[index - 1].isBreakable
  }
}
