internal import Declarations
internal import Diagnostics

/// Text that was gathered from lines of a source without their container marks, and the way back
/// from an offset in it to an offset in the source.
struct Passage {
  private(set) var bytes: [UInt8] = []
  let source: SourceID
  /// Pieces in order: where each begins in `bytes` and in the source.
  private var starts: [Int] = []
  private var origins: [Int] = []

  init(source: SourceID) { self.source = source }

  /// Appends a slice of the source; slices are joined by newlines.
  mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    if !starts.isEmpty { bytes.append(.newline) }
    starts.append(bytes.count)
    origins.append(range.lowerBound)
    bytes.append(contentsOf: text[range])
  }

  /// The part of the passage in the range, trimmed of white space.
  func trimmed(_ range: Range<Int>) -> Passage {
    let range = bytes.trimmed(range)
    var part = Passage(source: source)
    var at = range.lowerBound
    repeat {
      let end = bytes.skip(at..<range.upperBound) { $0 != .newline }
      part.appendPiece(bytes[at..<end], origin: origin(of: at))
      at = end + 1
    } while at < range.upperBound
    return part
  }

  private mutating func appendPiece(_ piece: ArraySlice<UInt8>, origin: Int) {
    if !starts.isEmpty { bytes.append(.newline) }
    starts.append(bytes.count)
    origins.append(origin)
    bytes.append(contentsOf: piece)
  }

  var wholeSpan: SourceSpan { span(0..<bytes.count) }

  /// The span in the source of a range of the passage.
  func span(_ range: Range<Int>) -> SourceSpan {
    let lower = origin(of: range.lowerBound)
    let upper = range.isEmpty ? lower : origin(of: range.upperBound - 1) + 1
    return SourceSpan(source: source, range: lower..<max(lower, upper))
  }

  func spanned(_ range: Range<Int>) -> Spanned<String> {
    Spanned(bytes.text(range), at: span(range))
  }

  private func origin(of offset: Int) -> Int {
    guard starts.count > 1 else { return (origins.first ?? 0) + offset }
    let piece = max(starts.partitioningIndex { $0 > offset } - 1, 0)
    return origins[piece] + offset - starts[piece]
  }
}
