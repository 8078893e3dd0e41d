/// Parts of set text, which are to have a place or a structure node of their own.
extension DisplayList {
  /// Divides the glyph runs of a line so that a text in it stands in runs of its own.
  ///
  /// - Parameters:
  ///   - part: what is looked for, not as a part of a longer number; of several the last one is taken.
  ///   - items: the items of the line, the last ones of the list.
  /// - Returns: the items that show the part, and how many the line has now; nil where it is not in
  ///   the line, or begins or ends inside a cluster.
  package mutating func isolate(_ part: String, in items: Range<Int>) -> Range<Int>? {
    var line: [UInt8] = []
    for item in items {
      if case .glyphs(let run) = self.items[item].content { line += text[run.text] }
    }
    guard let found = line.lastRange(ofWhole: Array(part.utf8)),
      let end = divide(items, at: found.upperBound), let start = divide(items, at: found.lowerBound)
    else { return nil }
    // The division at the start comes before the one at the end.
    return start.item..<end.item + (start.isNew ? 1 : 0)
  }

  /// The item that begins at a byte of a line's text, which is made where there is none.
  private mutating func divide(_ items: Range<Int>, at offset: Int) -> (item: Int, isNew: Bool)? {
    var start = 0
    for item in items {
      guard case .glyphs(let run) = self.items[item].content else { continue }
      if start == offset { return (item, false) }
      if offset < start + run.text.count {
        guard let parts = run.divided(at: offset - start, clusters) else { return nil }
        self.items[item].content = .glyphs(parts.first)
        var second = self.items[item]
        second.content = .glyphs(parts.second)
        self.items.insert(second, at: item + 1)
        return (item + 1, true)
      }
      start += run.text.count
    }
    return start == offset ? (items.upperBound, false) : nil
  }
}

extension GlyphRun {
  /// The run before and from a byte of its text; nil where that is inside a cluster.
  fileprivate func divided(
    at offset: Int, _ pool: [TextCluster]
  ) -> (first: GlyphRun, second: GlyphRun)? {
    var (bytes, count, at) = (0, 0, clusters.lowerBound)
    while bytes < offset, at < clusters.upperBound {
      bytes += Int(pool[at].bytes)
      count += Int(pool[at].glyphs)
      at += 1
    }
    guard bytes == offset else { return nil }
    var (first, second) = (self, self)
    first.text = text.lowerBound..<text.lowerBound + bytes
    first.clusters = clusters.lowerBound..<at
    first.glyphs = glyphs.lowerBound..<glyphs.lowerBound + count
    second.text = first.text.upperBound..<text.upperBound
    second.clusters = at..<clusters.upperBound
    second.glyphs = first.glyphs.upperBound..<glyphs.upperBound
    return (first, second)
  }
}

extension [UInt8] {
  fileprivate func lastRange(ofWhole part: [UInt8]) -> Range<Int>? {
    guard !part.isEmpty, part.count <= count else { return nil }
    for start in (0...count - part.count).reversed() where self[start...].starts(with: part) {
      let range = start..<start + part.count
      if !cutsNumber(at: range.lowerBound), !cutsNumber(at: range.upperBound) { return range }
    }
    return nil
  }

  /// Whether what stands before and behind an offset belongs to one number.
  private func cutsNumber(at offset: Int) -> Bool {
    guard offset > 0, offset < count else { return false }
    let (before, after) = (self[offset - 1], self[offset])
    return before.isDigit && (after.isDigit || after.isSeparator)
      || before.isSeparator && after.isDigit
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isSeparator: Bool { self == UInt8(ascii: ".") || self == UInt8(ascii: ",") }
}
