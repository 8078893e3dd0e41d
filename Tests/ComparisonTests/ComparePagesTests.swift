import Geometry
import Prepress
import Testing

@testable import Comparison

struct ComparePagesTests {
  private func page(
    _ body: UInt8 = 0, numbers: [Int] = [], look: UInt8 = 0, width: Double = 595
  ) -> EditionContent.Page {
    var lone = LoneNumbers()
    (lone.values, lone.digest) = (numbers, [look] + numbers.map { UInt8($0 % 251) })
    return EditionContent.Page(
      size: Size(width: width, height: 842), body: [body], places: [], margin: [], numbers: lone,
      left: 0, extent: nil, words: ["w\(body)"])
  }

  private func edition(_ pages: [EditionContent.Page]) -> EditionContent {
    EditionContent(pages: pages, paragraphs: [], isTagged: false)
  }

  private func kinds(
    _ old: [EditionContent.Page], _ new: [EditionContent.Page]
  ) -> [PageChange.Kind] {
    comparePages(edition(old), edition(new)).map(\.kind)
  }

  @Test func aPageThatStaysHasItsNumbersStill() {
    #expect(kinds([page(numbers: [2024])], [page(numbers: [2024])]) == [.same])
    #expect(kinds([page(numbers: [2024])], [page(numbers: [2025])]) == [.changed])
    #expect(kinds([page(numbers: [2024])], [page(numbers: [2024], look: 1)]) == [.changed])
  }

  @Test func onlyANumberThatMovesWithItsPageIsAFolio() {
    let old = [page(1, numbers: [2024, 1]), page(2, numbers: [2024, 2])]
    let new = { (year: Int, folio: Int) in
      [page(8), page(9), page(1, numbers: [2024, 3]), page(2, numbers: [year, folio], look: 1)]
    }
    let same = [PageChange.Kind.added, .added, .same, .same]
    let changed = [PageChange.Kind.added, .added, .same, .changed]
    #expect(kinds(old, new(2024, 4)) == same)
    // A page inserted is not counted.
    #expect(kinds(old, new(2024, 3)) == same)
    #expect(kinds(old, new(2027, 4)) == changed)
    #expect(kinds(old, new(2024, 5)) == changed)
    #expect(kinds(old, new(2024, 1)) == changed)
    #expect(kinds(new(2024, 4), old) == [.removed, .removed, .same, .same])
  }

  /// Left and right pages have heads of their own.
  @Test func onTheOtherSideRunningMatterDoesNotCount() {
    let (left, right) = (page(1, numbers: [2024, 2]), page(1, numbers: [3]))
    #expect(kinds([page(8), left], [page(8), page(9), right]) == [.same, .added, .same])
  }

  @Test func anotherSizeIsKnown() {
    let changes = { (width: Double) in
      comparePages(edition([page(width: 595)]), edition([page(width: width)]))
    }
    #expect(changes(610).map(\.hasOtherSize) == [true])
    #expect(changes(595.1).map(\.hasOtherSize) == [false])
  }
}

struct SplitPagesTests {
  private func texts(_ pages: String...) -> [[String]] {
    splitPages(pages.map { $0 + "\u{C}" }.joined()).map { $0.map(\.text) }
  }

  @Test func numbersThatCountThePagesAreLeftOut() {
    #expect(texts("a\n\n1\n", "2\n\nb\n", "c\n\n– 3 –\n") == [["a"], ["b"], ["c"]])
    #expect(texts("a\n\nxi", "b\n\nxii", "c") == [["a"], ["b"], ["c"]])
    #expect(texts("a\n\n57", "", "b\n\n59") == [["a"], [], ["b"]])
    #expect(texts("a\n\n1") == [["a"]])
  }

  @Test func otherNumbersAreText() {
    #expect(texts("2024") == [["2024"]])
    #expect(texts("2024\n\na\n\n1", "2024\n\nb\n\n2") == [["2024", "a"], ["2024", "b"]])
    #expect(texts("a\n\n12 15", "b\n\n13 16") == [["a", "12 15"], ["b", "13 16"]])
    #expect(texts("a\n\n一九", "b\n\ncivil") == [["a", "一九"], ["b", "civil"]])
  }
}
