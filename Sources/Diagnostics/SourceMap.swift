/// A place in a file as people name it: 1-based line and column, the column in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// All source texts of a compilation, and the way from a span back to file, line and column.
///
/// Sources nest: the YAML of a chart block is a slice of its chapter, so that a mistake in it is
/// reported at the chapter's line.
package struct SourceMap: Sendable {
  private struct Entry: Sendable {
    var file: String
    var text: [UInt8]
    var lineStarts: [Int]
  }

  private var entries: [Entry] = [Entry(file: "", text: [], lineStarts: [0])]

  package init() {}

  /// Adds a file under the name that diagnostics print, normally its path in the report.
  package mutating func add(file: String, text: [UInt8]) -> SourceID {
    var lineStarts = [0]
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(offset + 1)
    }
    entries.append(Entry(file: file, text: text, lineStarts: lineStarts))
    return SourceID(index: UInt32(entries.count - 1))
  }

  /// The file that was read first, which names all the others; nil when none was read.
  package var firstFile: String? { entries.count > 1 ? entries[1].file : nil }

  /// A source that is already here with this name and this text.
  func known(file: String, text: [UInt8]) -> SourceID? {
    entries.firstIndex { $0.file == file && $0.text == text }.map { SourceID(index: UInt32($0)) }
  }

  package func file(of source: SourceID) -> String { entry(source).file }

  package func text(of source: SourceID) -> [UInt8] { entry(source).text }

  /// The first character of a span; nil for `SourceSpan.none`.
  package func location(of span: SourceSpan) -> SourceLocation? {
    location(in: span.source, offset: Int(span.lowerBound))
  }

  /// File and 1-based line of the first character of a span; nil for `SourceSpan.none`.
  package func line(of span: SourceSpan) -> (file: String, line: Int)? {
    guard span.source.index != 0, entries.indices.contains(Int(span.source.index)) else {
      return nil
    }
    let entry = entry(span.source)
    let offset = min(Int(span.lowerBound), entry.text.count)
    return (entry.file, entry.lineStarts.partitioningIndex { $0 > offset })
  }

  /// The character after the last one of a span; nil for `SourceSpan.none`.
  package func endLocation(of span: SourceSpan) -> SourceLocation? {
    location(in: span.source, offset: Int(span.upperBound))
  }

  /// The text of a 1-based line, without its line end.
  package func line(_ number: Int, of source: SourceID) -> String {
    let entry = entry(source)
    guard entry.lineStarts.indices.contains(number - 1) else { return "" }
    let start = lineStart(number - 1, of: entry)
    let rest = entry.text[start...]
    let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
  }

  /// The UTF-8 offset of a 1-based line and 0-based byte column, clamped to the text.
  package func offset(in source: SourceID, line: Int, byteColumn: Int) -> Int {
    let entry = entry(source)
    let index = min(max(line - 1, 0), entry.lineStarts.count - 1)
    return min(entry.lineStarts[index] + max(byteColumn, 0), entry.text.count)
  }

  private func entry(_ source: SourceID) -> Entry {
    let index = Int(source.index)
    return entries.indices.contains(index) ? entries[index] : entries[0]
  }

  /// Where a 0-based line begins for people: after the byte order mark, which no editor shows.
  private func lineStart(_ line: Int, of entry: Entry) -> Int {
    line == 0 && entry.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : entry.lineStarts[line]
  }

  private func location(in source: SourceID, offset: Int) -> SourceLocation? {
    guard source.index != 0, entries.indices.contains(Int(source.index)) else { return nil }
    let entry = entry(source)
    let offset = min(offset, entry.text.count)
    let line = entry.lineStarts.partitioningIndex { $0 > offset } - 1
    let start = lineStart(line, of: entry)
    let before = entry.text[start..<max(offset, start)]
    let column = before.reduce(into: 1) { count, byte in count += byte & 0xC0 == 0x80 ? 0 : 1 }
    return SourceLocation(file: entry.file, line: line + 1, column: column)
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false and then true; binary search.
  package func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
