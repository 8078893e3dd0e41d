import Testing

@testable import Diagnostics

extension DiagnosticCode {
  static let sampleKey = DiagnosticCode("sample.key", "A key is not known. Correct its spelling.")
  static let sampleData = DiagnosticCode("sample.data", "The data are missing.")
}

/// A source text in which tests mark places by the words that stand there.
struct Sample {
  private(set) var map = SourceMap()
  private let source: SourceID
  private let text: String

  init(_ text: String, file: String = "report.yaml") {
    self.text = text
    source = map.add(file: file, text: Array(text.utf8))
  }

  /// The span of the first occurrence of `words`.
  func span(of words: String) throws -> SourceSpan {
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return SourceSpan(source: source, range: start..<start + words.utf8.count)
  }
}
