internal import Diagnostics

/// The text of a data file in UTF-8, and the way from its offsets back to the file's.
struct SourceText: Sendable {
  /// UTF-8 without a byte order mark at `start`.
  var bytes: [UInt8]
  /// Where the text begins, after a byte order mark.
  var start: Int
  private var source: SourceID
  /// Where lines begin here and in the file as it was, when it had to be transcoded.
  private var lines: (here: [Int], original: [Int])?

  /// Reads UTF-8 with or without a byte order mark, or GB 18030; nil when it is neither.
  init?(_ file: DataFile) {
    source = file.source
    start = file.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if (try? UTF8Span(validating: file.text.span)) != nil {
      bytes = file.text
    } else if let text = decodeGB18030(file.text) {
      bytes = text
      lines = (lineStarts(text), lineStarts(file.text) + [file.text.count])
    } else {
      return nil
    }
  }

  /// The span of a range in the file; of a transcoded file, that of the lines.
  func span(_ range: Range<Int>) -> SourceSpan {
    guard let lines else { return SourceSpan(source: source, range: range) }
    let line = lines.here.partitioningIndex { $0 > range.lowerBound } - 1
    guard lines.original.indices.contains(line + 1) else {
      return SourceSpan(source: source, range: 0..<0)
    }
    return SourceSpan(source: source, range: lines.original[line]..<lines.original[line + 1])
  }
}

private func lineStarts(_ text: [UInt8]) -> [Int] {
  [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
}
