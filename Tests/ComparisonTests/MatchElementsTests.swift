import RenderingFixtures
import Seeds
import Testing

@testable import Comparison

/// The algorithms on sequences against the plain definition.
struct MatchElementsTests {
  @Test(arguments: 0..<400)
  func pairsAreALongestCommonSubsequence(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Int.random(in: 1...5, using: &random)
    let sequence = { (most: Int) in
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        Int.random(in: 0..<letters, using: &random)
      }
    }
    let (old, new) = (sequence(24), sequence(24))
    let pairs = matchElements(old, new)
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
    #expect(isIncreasing(pairs))
    #expect(pairs.count == longestCommonSubsequence(old, new))
  }

  /// With its effort spent the answer may be shorter, but is still a common subsequence.
  @Test(arguments: 0..<50)
  func littleEffortStillPairsEqualElements(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let old = (0..<300).map { _ in Int.random(in: 0..<40, using: &random) }
    let new = (0..<280).map { _ in Int.random(in: 0..<40, using: &random) }
    let pairs = matchElements(old, new, effort: 12)
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] } && isIncreasing(pairs))
    #expect(!pairs.isEmpty)
  }

  private func isIncreasing(_ pairs: [(old: Int, new: Int)]) -> Bool {
    zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
  }

  /// By the recurrence of the definition.
  private func longestCommonSubsequence(_ old: [Int], _ new: [Int]) -> Int {
    var lengths = Array(repeating: 0, count: new.count + 1)
    for element in old {
      var corner = 0
      for (index, other) in new.enumerated() {
        let above = lengths[index + 1]
        lengths[index + 1] = element == other ? corner + 1 : max(above, lengths[index])
        corner = above
      }
    }
    return lengths[new.count]
  }
}
