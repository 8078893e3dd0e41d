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

  @Test func `what is forgotten is set anew`() {
    let counting = CountingLettering()
    let cache = LetteringCache(counting)
    for round in 1...2 {
      for number in 0..<5000 { #expect(cache.chartLine("\(number)", style).text == "\(number)") }
      let count = counting.count.load(ordering: .relaxed)
      #expect(count > 5000 * round - 4096 && count <= 5000 * round)
    }
  }
}
