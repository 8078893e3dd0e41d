extension CrossReferences {
  /// Searches the whole file for objects, of two with one number the later, and for the last trailer
  /// with a root.
  init(searching bytes: [UInt8]) {
    self.init(in: bytes)
    for offset in CrossReferences.objectOffsets(in: bytes) {
      var parser = PDFParser(bytes, at: offset)
      if case .integer(let number)? = try? parser.object() { place(number, .offset(offset)) }
    }
    trailer = lastTrailer(in: bytes) ?? PDFDictionary()
  }

  private mutating func lastTrailer(in bytes: [UInt8]) -> PDFDictionary? {
    let keyword = Array("trailer".utf8)
    for start in bytes.indices.reversed() where bytes[start] == keyword[0] {
      guard bytes[start...].starts(with: keyword), !budget.isSpent else { continue }
      var parser = PDFParser(bytes, at: start + keyword.count)
      defer { budget.spend(parser.consumed) }
      if case .dictionary(let found)? = try? parser.object(), found["Root"] != nil { return found }
    }
    return nil
  }

  /// Where `12 0 obj` stands, last first.
  private static func objectOffsets(in bytes: [UInt8]) -> [Int] {
    let keyword = Array(" obj".utf8)
    var offsets: [Int] = []
    var index = bytes.count - keyword.count
    while index > 3 {
      defer { index -= 1 }
      guard bytes[index] == 0x20, bytes[index..<index + 4].elementsEqual(keyword) else { continue }
      var start = index
      while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
      guard start < index, start > 1, bytes[start - 1] <= 0x20 else { continue }
      start -= 1
      let end = start
      while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
      if start < end { offsets.append(start) }
    }
    return offsets
  }
}
