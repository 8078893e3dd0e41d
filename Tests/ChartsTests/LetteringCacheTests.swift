import Synchronization
import Testing
import Typography

@testable import Charts

/// Lettering that counts how often it sets something.
private final class CountingLettering: ChartLettering {
  let count = Atomic(0)

  func chartLine(_ text: String, _ style: TextStyle) -> ChartLine {
    count.wrappingAdd(1, ordering: .relaxed)
    return FixedLettering().chartLine(text, style)
  }

  func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine] {
    count.wrappingAdd(1, ordering: .relaxed)
    return FixedLettering().chartLines(text, style, width: width)
  }
}

@Suite struct LetteringCacheTests {
  private let style = TextStyle(role: "sans", size: 8)

  @Test func `each text is set once for each style and width`() {
    let counting = CountingLettering()
    let cache = LetteringCache(counting)
    var bold = style
    bold.weight = 700
    for _ in 0..<3 {
      for text in ["甲", "乙", "甲乙丙丁"] {
        for style in [style, bold] {
          #expect(
            cache.chartLine(text, style).width == FixedLettering().chartLine(text, style).width)
          _ = cache.chartLines(text, style, width: 100)
          #expect(cache.chartLines(text, style, width: 16).map(\.text).joined() == text)
        }
      }
    }
    // Six lines; the two long ones do not fit on 16 points.
    #expect(counting.count.load(ordering: .relaxed) == 8)
  }

  @Test func `texts that are equal in another normal form are other texts`() {
    let cache = LetteringCache(FixedLettering())
    for text in ["é", "e\u{301}"] {
      #expect(Array(cache.chartLine(text, style).text.utf8) == Array(text.utf8))
    }
  }

  @Test func `a chart keeps all that it sets, and the next one begins anew after a large one`() {
    let counting = CountingLettering()
    let cache = LetteringCache(counting)
    func draw(_ numbers: Range<Int>, weight: Int) {
      var style = style
      style.weight = weight
      cache.beginChart()
      for _ in 0..<2 {
        for number in numbers {
          #expect(cache.chartLine("\(number)", style).text == "\(number)")
          _ = cache.chartLine("\(number)", self.style)
        }
      }
    }
    draw(0..<100, weight: 700)
    #expect(counting.count.load(ordering: .relaxed) == 200)
    draw(0..<5000, weight: 700)
    #expect(counting.count.load(ordering: .relaxed) == 10_000)
    draw(0..<100, weight: 300)
    #expect(counting.count.load(ordering: .relaxed) == 10_200)
  }
}
