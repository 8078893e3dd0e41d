/// An object as it stands in a file by itself (ISO 32000-1, 7.3.10).
struct IndirectObject {
  var value: PDFObject
  /// The stream's coded data in the file.
  var stream: Range<Int>?

  /// Reads `12 0 obj` and what follows, of any number when none is given; the length of a stream is
  /// looked up by `references`, whose budget is charged with all that is read.
  ///
  /// Nil where no such object stands.
  static func read(
    _ number: Int?, at offset: Int, in bytes: [UInt8], _ references: inout CrossReferences
  ) -> IndirectObject? {
    guard !references.budget.isSpent, offset > 0, offset < bytes.count else { return nil }
    var parser = PDFParser(bytes, at: offset)
    defer { references.budget.spend(parser.consumed) }
    guard parser.skipHeader(of: number), let value = try? parser.object() else { return nil }
    guard case .dictionary(let dictionary) = value, parser.skip(keyword: "stream") else {
      return IndirectObject(value: value, stream: nil)
    }
    var start = parser.offset
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    let length = length(dictionary["Length"], in: bytes, &references)
    let range = length.flatMap { 0 <= $0 && $0 <= bytes.count - start ? start..<start + $0 : nil }
    return IndirectObject(value: value, stream: range)
  }

  private static func length(
    _ object: PDFObject?, in bytes: [UInt8], _ references: inout CrossReferences
  ) -> Int? {
    if case .integer(let length)? = object { return length }
    guard case .reference(let number)? = object,
      let offset = references.offset(of: number.value)
    else { return nil }
    var parser = PDFParser(bytes, at: offset)
    defer { references.budget.spend(parser.consumed) }
    guard parser.skipHeader(of: number.value), case .integer(let length)? = try? parser.object()
    else { return nil }
    return length
  }
}

extension PDFParser {
  /// Skips `12 0 obj`; false for an object of another number.
  fileprivate mutating func skipHeader(of wanted: Int?) -> Bool {
    guard case .integer(let number) = try? object(), wanted == nil || wanted == number,
      case .integer = try? object()
    else { return false }
    return skip(keyword: "obj")
  }
}
