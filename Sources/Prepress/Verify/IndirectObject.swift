/// An object as it stands in a file by itself (ISO 32000-1, 7.3.10).
struct IndirectObject {
  var value: PDFObject
  /// The stream's coded data in the file.
  var stream: Range<Int>?

  /// Reads `12 0 obj` and what follows; the length of a stream is looked up by `references`.
  static func read(
    at offset: Int, in bytes: [UInt8], _ references: CrossReferences
  ) -> (number: Int, object: IndirectObject)? {
    guard offset > 0, offset < bytes.count else { return nil }
    var parser = PDFParser(bytes, at: offset)
    guard case .integer(let number) = try? parser.object(),
      case .integer = try? parser.object(), parser.skip(keyword: "obj"),
      let value = try? parser.object()
    else { return nil }
    guard case .dictionary(let dictionary) = value, parser.skip(keyword: "stream") else {
      return (number, IndirectObject(value: value, stream: nil))
    }
    var start = parser.offset
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    let length = length(dictionary["Length"], in: bytes, references)
    let range = length.flatMap { 0 <= $0 && $0 <= bytes.count - start ? start..<start + $0 : nil }
    return (number, IndirectObject(value: value, stream: range))
  }

  private static func length(
    _ object: PDFObject?, in bytes: [UInt8], _ references: CrossReferences
  ) -> Int? {
    if case .integer(let length)? = object { return length }
    guard case .reference(let number)? = object, number.value != 0,
      let offset = references.offset(of: number.value)
    else { return nil }
    var parser = PDFParser(bytes, at: offset)
    guard (try? parser.object()) != nil, (try? parser.object()) != nil,
      parser.skip(keyword: "obj"), case .integer(let length)? = try? parser.object()
    else { return nil }
    return length
  }
}
