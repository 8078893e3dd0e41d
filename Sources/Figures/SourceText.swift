internal import Diagnostics

/// The text of a data file in UTF-8, and the way from its offsets back to the file's.
struct SourceText: Sendable {
  /// UTF-8 without a byte order mark at `start`.
  var bytes: [UInt8]
  /// Where the text begins, after a byte order mark.
  var start: Int
  private var source: SourceID
  /// The file as it was, when it had to be transcoded.
  private var original: [UInt8]?

  /// Reads UTF-8 with or without a byte order mark, or GB 18030; nil when it is neither.
  init?(_ file: DataFile) {
    source = file.source
    start = file.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if (try? UTF8Span(validating: file.text.span)) != nil {
      bytes = file.text
    } else if let text = decodeGB18030(file.text) {
      bytes = text
      original = file.text
    } else {
      return nil
    }
  }

  /// The span of a range in the file; of a transcoded file, that of the lines.
  func span(_ range: Range<Int>) -> SourceSpan {
    guard let original else { return SourceSpan(source: source, range: range) }
    let line = bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    var begin = 0
    for _ in 0..<line {
      begin = (original[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? begin - 1) + 1
    }
    let end = original[begin...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? original.count
    return SourceSpan(source: source, range: begin..<end)
  }
}
