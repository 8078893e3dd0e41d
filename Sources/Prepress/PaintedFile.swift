/// The PDF that Cairo painted, read in place: objects are parsed when asked for, never copied.
///
/// Only what Cairo writes is understood: one cross-reference table, generation 0 throughout, no
/// object streams.
struct PaintedFile {
  /// An object with the data of its stream, as a range of the file.
  struct Object {
    var value: PDFObject
    /// The object without its stream, as it stands in the file.
    var source: Range<Int>
    var stream: Range<Int>?
  }

  let bytes: [UInt8]
  private let offsets: [Int]
  let trailer: PDFDictionary

  init(_ bytes: [UInt8]) throws(PrepressError) {
    self.bytes = bytes
    var parser = PDFParser(bytes, at: try PaintedFile.tableOffset(bytes))
    guard parser.skip(keyword: "xref"), case .integer(0) = try parser.object(),
      case .integer(let count) = try parser.object(), count > 0
    else { throw .malformed("it has no cross-reference table") }
    // Entries are 20 bytes each and begin on the line after the counts (ISO 32000-1, 7.5.4).
    let start = parser.offset + 1
    guard start + count * 20 <= bytes.count else { throw .malformed("its table is cut short") }
    offsets = (0..<count).map { PaintedFile.entry(bytes, at: start + $0 * 20) }
    parser = PDFParser(bytes, at: start + count * 20)
    guard parser.skip(keyword: "trailer"), case .dictionary(let trailer) = try parser.object()
    else { throw .malformed("it has no trailer") }
    self.trailer = trailer
  }

  /// One more than the highest object number.
  var objectCount: Int { offsets.count }

  func object(_ number: ObjectNumber) throws(PrepressError) -> Object {
    var parser = try parser(at: number)
    let start = parser.offset
    let value = try parser.object()
    let source = start..<parser.offset
    guard case .dictionary(let dictionary) = value, parser.skip(keyword: "stream") else {
      return Object(value: value, source: source, stream: nil)
    }
    let data = parser.offset + 1
    let length = try length(of: dictionary)
    guard length >= 0, data + length <= bytes.count else {
      throw .malformed("the stream of object \(number.value) is cut short")
    }
    return Object(value: value, source: source, stream: data..<data + length)
  }

  func dictionary(_ number: ObjectNumber) throws(PrepressError) -> PDFDictionary {
    guard case .dictionary(let dictionary) = try object(number).value else {
      throw .malformed("object \(number.value) is no dictionary")
    }
    return dictionary
  }

  /// A parser that stands after `12 0 obj`.
  private func parser(at number: ObjectNumber) throws(PrepressError) -> PDFParser {
    guard offsets.indices.contains(number.value), offsets[number.value] > 0 else {
      throw .malformed("object \(number.value) is missing")
    }
    var parser = PDFParser(bytes, at: offsets[number.value])
    guard case .integer(number.value) = try parser.object(), case .integer(0) = try parser.object(),
      parser.skip(keyword: "obj")
    else { throw .malformed("object \(number.value) is not where the table says") }
    parser.skipSpace()
    return parser
  }

  private func length(of stream: PDFDictionary) throws(PrepressError) -> Int {
    var length = stream["Length"]
    if case .reference(let number) = length {
      var parser = try parser(at: number)
      length = try parser.object()
    }
    guard case .integer(let count) = length else { throw .malformed("a stream has no length") }
    return count
  }

  private static func tableOffset(_ bytes: [UInt8]) throws(PrepressError) -> Int {
    let keyword = Array("startxref".utf8)
    let tail = bytes.suffix(64)
    for start in tail.indices.reversed() where bytes[start...].starts(with: keyword) {
      var parser = PDFParser(bytes, at: start + keyword.count)
      if case .integer(let offset) = try parser.object() { return offset }
    }
    throw .malformed("it does not end as a PDF must")
  }

  private static func entry(_ bytes: [UInt8], at start: Int) -> Int {
    guard bytes[start + 17] == UInt8(ascii: "n") else { return 0 }
    return bytes[start..<start + 10].reduce(0) { $0 &* 10 &+ Int($1 &- UInt8(ascii: "0")) }
  }
}
