import Diagnostics
import Drawing
import Seeds
import Testing

@testable import Typography

/// Justified Chinese on a strict grid (E7.9).
@Suite struct GridTests {
  @Test(
    "Every Han character is drawn a whole number of em from its line's start", arguments: 0..<60)
  func cells(seed: Int) throws {
    let world = try GridWorld(seed: UInt64(seed), count: 160)
    let list = world.fixture.drawn(world.settings)
    let lines = breakLines(world.fixture.paragraph, world.settings)
    var count = 0
    for (text, x) in list.placedCharacters where (0x4E00...0x9FFF).contains(text) {
      count += 1
      #expect(abs(x / 10 - (x / 10).rounded()) < 0.001, "\(text) at \(x)")
    }
    #expect(count > 50)
    #expect(lines.allSatisfy { $0.excess == 0 })
  }

  @Test("The inspector agrees, and finds nothing else", arguments: 0..<60)
  func verdict(seed: Int) throws {
    let world = try GridWorld(seed: UInt64(seed), count: 160)
    let lines = breakLines(world.fixture.paragraph, world.settings)
    let findings = inspect(
      world.fixture.paragraph, lines, world.settings, styles: world.fixture.styles)
    #expect(findings.isEmpty, "\(world.fixture.paragraph.source.string): \(findings)")
  }

  @Test("The inspector sees a character that is moved off its cell")
  func moved() throws {
    let world = try GridWorld(text: "中文，中文Word中文")
    var lines = breakLines(world.fixture.paragraph, world.settings)
    lines[0].gridSpaces[2] += 3
    let findings = inspect(
      world.fixture.paragraph, lines, world.settings, styles: world.fixture.styles)
    #expect(findings.map(\.rule).contains("E7.9"))
  }

  @Test("Lines are as wide as total fit took them for, and cost no more than greedy ones")
  func totalFit() throws {
    for seed in UInt64(0)..<60 {
      let world = try GridWorld(seed: seed, count: 120)
      let paragraph = world.fixture.paragraph
      var breaker = LineBreaker(paragraph, world.settings)
      let found = breaker.best()
      #expect(breaker.demerits(of: found.breaks) == found.demerits)
      let greedy = try #require(breaker.demerits(of: paragraph.greedyGridBreaks(world.settings)))
      #expect(found.demerits <= greedy * (1 + 1e-9))
    }
  }

  @Test("The breaks cost as little as the best of all ways", arguments: UInt64(0)..<60)
  func bruteForce(seed: UInt64) throws {
    var world = try GridWorld(seed: seed, count: 11)
    world.settings.measure = 60
    var breaker = LineBreaker(world.fixture.paragraph, world.settings)
    let found = breaker.best()
    let ends = world.fixture.paragraph.gridBreakpoints(world.settings).map(\.box)
    let least = (0..<(1 << (ends.count - 1))).compactMap { choice in
      let chosen = ends.indices.filter { $0 == ends.count - 1 || choice >> $0 & 1 == 1 }
      return breaker.demerits(of: chosen.map { ends[$0] })
    }.min()
    #expect(abs(found.demerits - (try #require(least))) <= found.demerits * 1e-9)
  }

  @Test("Each line's Latin stands apart from Han by an eighth to nine eighths of an em")
  func sane() throws {
    let world = try GridWorld(text: String(repeating: "中文GDP文Wi-Fi中5G文2035年", count: 12))
    let lines = breakLines(world.fixture.paragraph, world.settings)
    for line in lines {
      for seam in world.fixture.paragraph.seams(of: line, world.fixture.styles)
      where seam.kind == .hanLatin {
        #expect((0.124...1.126).contains(seam.space))
      }
    }
  }

  @Test("Ten thousand letters among Han are set with work in proportion to them")
  func longRun() throws {
    let text = "中" + String(repeating: "word ", count: 2_000) + "文"
    let world = try GridWorld(text: text)
    var breaker = LineBreaker(world.fixture.paragraph, world.settings)
    _ = breaker.best()
    #expect(breaker.work < 2_000 * 60)
  }
}

/// A paragraph of Han, Latin, numbers and marks at random on a grid of 20 cells.
private struct GridWorld {
  var fixture: ParagraphFixture
  var settings = LineSettings(measure: 200, indent: 20, shortestLastLine: 20)

  init(text: String) throws {
    fixture = try ParagraphFixture(
      [ParagraphFixture.Part(text: text)], house: HouseStyle(grid: .strict))
  }

  init(seed: UInt64, count: Int) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "中", "文", "国", "发", "展", "GDP", "Wi-Fi", "2035年", "35.8%", "，", "。", "（", "）", "“文”",
      "《中》", "、", "——", "……", " new words ", "·",
    ]
    let texts = (0..<count).map { _ in
      random.next() % 3 == 0 ? pieces[Int(random.next() % UInt64(pieces.count))] : "中"
    }
    // No three marks in a row: what they may do is another rule (E1.7).
    var text = "中"
    for piece in texts where !piece.isMark || !text.endsWithMark { text += piece }
    try self.init(text: text + "文中")
  }
}

extension String {
  fileprivate var isMark: Bool {
    first.map { !$0.isLetter && !$0.isNumber && $0 != " " } ?? false
  }

  fileprivate var endsWithMark: Bool {
    last.map { !$0.isLetter && !$0.isNumber } ?? false
  }
}

extension Paragraph {
  /// As many pieces on each line as fit.
  fileprivate func greedyGridBreaks(_ settings: LineSettings) -> [Int] {
    let points = gridBreakpoints(settings)
    var breaks: [Int] = []
    var start = 0
    for (number, point) in points.enumerated() {
      let next = number + 1 < points.count ? points[number + 1].box : nil
      let fits = next.map {
        let indent = start == 0 ? settings.indent : 0
        return gridLine(settings, start..<$0 + 1, indent: indent).excess == 0
      }
      guard fits != true || point.isForced else { continue }
      breaks.append(point.box)
      start = point.box + 1
    }
    return breaks
  }
}

extension DisplayList {
  /// The scalars of all glyph runs with the places of their glyphs.
  fileprivate var placedCharacters: [(UInt32, Double)] {
    items.flatMap { item -> [(UInt32, Double)] in
      guard case .glyphs(let run) = item.content else { return [] }
      var glyph = run.glyphs.lowerBound
      var byte = run.text.lowerBound
      return run.clusters.map { index in
        let cluster = clusters[index]
        let bytes = text[byte..<byte + Int(cluster.bytes)]
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
        defer {
          glyph += Int(cluster.glyphs)
          byte += Int(cluster.bytes)
        }
        return (scalar, glyphs[glyph].x)
      }
    }
  }
}
