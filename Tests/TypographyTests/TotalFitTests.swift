import Seeds
import Testing

@testable import Typography

/// Small worlds of boxes and gaps, in which every way of breaking can be tried.
@Suite struct TotalFitTests {
  @Test("The breaks cost as little as the best of all ways", arguments: UInt64(0)..<400)
  func bruteForce(seed: UInt64) throws {
    var world = World(seed: seed, count: 10)
    let settings = world.settings()
    var breaker = LineBreaker(world.paragraph, settings)
    let found = breaker.best()
    let least = try #require(world.allBreaks().compactMap(breaker.demerits(of:)).min())
    #expect(abs(found.demerits - least) <= least * 1e-9)
    #expect(breaker.demerits(of: found.breaks) == found.demerits)
  }

  @Test("The breaks never cost more than those of a greedy breaker", arguments: UInt64(0)..<200)
  func greedy(seed: UInt64) throws {
    var world = World(seed: seed, count: 120)
    let settings = world.settings()
    var breaker = LineBreaker(world.paragraph, settings)
    let found = breaker.best()
    let greedy = try #require(breaker.demerits(of: world.paragraph.greedyBreaks(settings)))
    #expect(found.demerits <= greedy * (1 + 1e-9))
  }

  @Test("A variant has the lines asked for and is the best of them", arguments: UInt64(0)..<200)
  func variants(seed: UInt64) throws {
    var world = World(seed: seed, count: 10)
    let settings = world.settings()
    var breaker = LineBreaker(world.paragraph, settings)
    let best = breaker.best()
    let broken = breakLinesWithVariants(world.paragraph, settings)
    #expect(broken.lines.count == best.breaks.count)
    // A line beyond the tolerance alone costs this much.
    let limit = LineCost.demerits(ratio: LineVariant.tolerance, penalty: 0)
    for (looseness, variant) in [(-1, broken.shorter), (1, broken.longer)] {
      let costs = world.allBreaks().filter { $0.count == best.breaks.count + looseness }
        .compactMap { breaker.demerits(of: $0) }
      guard let variant else {
        // None may be within the tolerance, but none may be better than one beyond it.
        #expect(costs.allSatisfy { $0 >= limit })
        continue
      }
      #expect(variant.lines.count == best.breaks.count + looseness)
      let least = try #require(costs.min())
      let found = best.demerits + variant.extraDemerits
      // A cheaper way must hold a line beyond the tolerance.
      #expect(found <= least * (1 + 1e-9) || least >= limit)
    }
  }

  @Test("Lines hold every box once and in order, and are set as wide as they are broken")
  func tiling() {
    for seed in UInt64(0)..<100 {
      var world = World(seed: seed, count: 80)
      let settings = world.settings()
      let lines = breakLines(world.paragraph, settings)
      #expect(lines.flatMap { Array($0.boxes) } == Array(world.paragraph.boxes.indices))
      for line in lines {
        var width = 0.0
        for index in line.boxes {
          width += Double(world.paragraph.boxes[index].width)
          let isEnd = index + 1 == line.boxes.upperBound
          let gap = world.paragraph.gaps[index]
          width += isEnd ? Double(gap.breakWidth) : line.width(of: gap)
        }
        #expect(abs(width - line.width) < 0.01, "seed \(seed)")
      }
    }
  }

  @Test("A word space yields before a bracket, a bracket before a pause, a stop last (CLREQ 3.2.3)")
  func shrinkOrder() throws {
    let classes: [Gap.Shrink] = [.stop, .pause, .hanLatin, .bracket, .word]
    var world = World(seed: 1, count: 0)
    for kind in classes { world.append(width: 10, shrink: 2, class: kind) }
    world.append(width: 10, shrink: 0, class: .word)
    for index in world.paragraph.gaps.indices {
      world.paragraph.gaps[index].penalty = Gap.noBreak
    }
    world.close()
    let natural = world.paragraph.naturalWidth
    for (need, expected) in [(2.0, [4: 1.0]), (5, [4: 1, 3: 1, 1: 0.5]), (9, [0: 0.5, 2: 1])] {
      let lines = breakLines(world.paragraph, LineSettings(measure: natural - need))
      let line = try #require(lines.count == 1 ? lines.first : nil)
      for (index, part) in expected {
        let gap = world.paragraph.gaps[index]
        #expect(abs(Double(gap.width) - part * 2 - line.width(of: gap)) < 0.001)
      }
    }
  }
}

/// A paragraph of random boxes and gaps.
private struct World {
  var paragraph = Paragraph.empty
  private var random: SplitMix64

  init(seed: UInt64, count: Int) {
    random = SplitMix64(seed: seed)
    for _ in 0..<count {
      append(
        width: Double.random(in: 2...14, using: &random),
        shrink: Double(Int.random(in: 0...3, using: &random)),
        class: .word)
      let index = paragraph.gaps.count - 1
      switch Int.random(in: 0..<12, using: &random) {
      case 0: paragraph.gaps[index].penalty = Gap.mustBreak
      case 1, 2: paragraph.gaps[index].penalty = Gap.noBreak
      case 3:
        paragraph.gaps[index].penalty = Gap.hyphenPenalty
        paragraph.gaps[index].breakWidth = 2
      default: break
      }
    }
    close()
  }

  mutating func append(width: Double, shrink: Double, class shrinkClass: Gap.Shrink) {
    let start = Int32(paragraph.boxes.count)
    paragraph.boxes.append(
      Box(
        segment: 0, firstGlyph: start, glyphCount: 1, textStart: start, textEnd: start + 1,
        width: Float(width), shift: 0))
    var gap = Gap()
    gap.penalty = 0
    gap.width = 3
    gap.shrink = Float(shrink)
    gap.evenStretch = Float(Int.random(in: 0...2, using: &random))
    gap.shrinkClass = shrinkClass
    gap.stretchClass = [.word, .hanLatin, .character].randomElement(using: &random) ?? .word
    gap.stretch = gap.stretchClass == .character ? 0 : 1
    paragraph.gaps.append(gap)
  }

  mutating func close() {
    guard let last = paragraph.gaps.indices.last else { return }
    paragraph.gaps[last] = Gap(opportunity: .mandatory)
  }

  mutating func settings() -> LineSettings {
    LineSettings(
      measure: Double.random(in: 8...60, using: &random),
      indent: [0, 0, 4, -4].randomElement(using: &random) ?? 0,
      alignment: [.justify, .justify, .start].randomElement(using: &random) ?? .justify,
      shortestLastLine: [0, 9].randomElement(using: &random) ?? 0)
  }

  /// Every set of gaps at which lines might end.
  func allBreaks() -> [[Int]] {
    let last = paragraph.boxes.count - 1
    return (0..<1 << last).map { bits in (0..<last).filter { bits >> $0 & 1 == 1 } + [last] }
  }
}
