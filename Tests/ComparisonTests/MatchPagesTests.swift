import RenderingFixtures
import Seeds
import Testing

@testable import Comparison

struct MatchPagesTests {
  /// Pages of twelve words of their own.
  private func pages(_ numbers: [Int]) -> [PageFace] {
    numbers.map { number in PageFace(identity: number, words: (0..<12).map { number * 100 + $0 }) }
  }

  private func names(_ matches: [PageMatch]) -> [String] {
    matches.map { match in
      let names = [match.old, match.new].map { $0.map(String.init) ?? "-" }
      return names.joined(separator: "→") + (match.isMoved ? " moved" : "")
    }
  }

  @Test func anInsertedPageMovesTheOthersAlong() {
    let matches = matchPages(pages([1, 2, 3]), pages([1, 9, 2, 3]))
    #expect(names(matches) == ["0→0", "-→1", "1→2", "2→3"])
  }

  @Test func aRemovedPageIsNamed() {
    #expect(names(matchPages(pages([1, 2, 3]), pages([1, 3]))) == ["0→0", "1→-", "2→1"])
  }

  @Test func aPageThatGoesElsewhereHasMoved() {
    let matches = matchPages(pages([1, 2, 3, 4]), pages([2, 3, 4, 1]))
    #expect(names(matches) == ["1→0", "2→1", "3→2", "0→3 moved"])
  }

  /// One word of a page changes and another page comes before it: the two are told apart by their
  /// words.
  @Test func aChangedPageIsFoundBesideANewOne() {
    var changed = pages([2])[0]
    changed.identity = 77
    changed.words[3] = 5
    changed.words.sort()
    let new = [pages([1])[0], pages([9])[0], changed, pages([3])[0]]
    #expect(names(matchPages(pages([1, 2, 3]), new)) == ["0→0", "-→1", "1→2", "2→3"])
  }

  @Test func pagesWithNothingInCommonAreTwoPages() {
    let matches = matchPages(pages([1, 2, 3]), pages([4, 5, 6]))
    #expect(names(matches) == ["0→-", "1→-", "2→-", "-→0", "-→1", "-→2"])
  }

  /// Whatever happens, every page is accounted for once.
  @Test(arguments: 0..<200)
  func everyPageIsMatchedOnce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numbers = {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Int.random(in: 1...8, using: &random)
      }
    }
    let (old, new) = (pages(numbers()), pages(numbers()))
    let matches = matchPages(old, new)
    #expect(matches.compactMap(\.old).sorted() == Array(old.indices))
    #expect(matches.compactMap(\.new) == Array(new.indices))
    for match in matches where match.isMoved {
      #expect(match.old.map { old[$0].identity } == match.new.map { new[$0].identity })
    }
  }
}
