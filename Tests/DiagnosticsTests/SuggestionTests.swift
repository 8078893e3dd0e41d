import Testing

@testable import Diagnostics

struct SuggestionTests {
  private let keys = ["title", "subtitle", "language", "layout", "date", "图题"]

  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("lang uage", "language"),
    ("layuot", "layout"), ("subtitel", "subtitle"), ("图题目", "图题"), ("图体", "图题"),
  ])
  func aSlipIsRecognised(word: String, meant: String) {
    #expect(suggestion(for: word, among: keys) == "did you mean “\(meant)”?")
  }

  @Test(arguments: ["", "x", "colour", "titlepage", String(repeating: "title", count: 20)])
  func nothingNearIsNoSuggestion(word: String) {
    #expect(suggestion(for: word, among: keys) == nil)
  }

  @Test func theOrderOfCandidatesDoesNotMatter() {
    #expect(suggestion(for: "cat", among: ["hat", "bat"]) == "did you mean “bat”?")
    #expect(suggestion(for: "cat", among: ["bat", "hat"]) == "did you mean “bat”?")
  }
}
