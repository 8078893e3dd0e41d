extension CrossReferences {
  /// Reads tables and streams from the newest to the oldest; a loop of them ends.
  init(reading bytes: [UInt8]) throws(PrepressError) {
    self.init(in: bytes)
    let keyword = Array("startxref".utf8)
    let tail = bytes.suffix(2048)
    guard let start = tail.indices.reversed().first(where: { bytes[$0...].starts(with: keyword) })
    else { throw .malformed("it does not end as a PDF must") }
    var parser = PDFParser(bytes, at: start + keyword.count)
    var next = try? parser.object()
    var visited: Set<Int> = []
    while case .integer(let offset) = next, visited.insert(offset).inserted, visited.count < 1000 {
      let section = try readSection(at: offset, in: bytes)
      if case .integer(let hybrid)? = section["XRefStm"], visited.insert(hybrid).inserted {
        _ = try? readSection(at: hybrid, in: bytes)
      }
      if trailer.entries.isEmpty { trailer = section }
      next = section["Prev"]
    }
    guard trailer["Root"] != nil else { throw .malformed("it has no catalogue") }
  }

  private mutating func readSection(
    at offset: Int, in bytes: [UInt8]
  ) throws(PrepressError) -> PDFDictionary {
    guard !budget.isSpent else { throw .malformed("its tables are too long") }
    var parser = PDFParser(bytes, at: offset)
    defer { budget.spend(parser.consumed) }
    return parser.skip(keyword: "xref")
      ? try readTable(&parser) : try readStream(at: offset, in: bytes)
  }

  private mutating func readTable(
    _ parser: inout PDFParser
  ) throws(PrepressError) -> PDFDictionary {
    while !parser.skip(keyword: "trailer") {
      guard case .integer(let first) = try parser.object(),
        case .integer(let count) = try parser.object(),
        (0...limit).contains(first), (0...limit).contains(count)
      else { throw .malformed("its table is damaged") }
      for number in first..<first + count {
        guard case .integer(let offset) = try parser.object(), case .integer = try parser.object()
        else { throw .malformed("its table is damaged") }
        if parser.skip(keyword: "n") {
          place(number, .offset(offset))
        } else if !parser.skip(keyword: "f") {
          throw .malformed("its table is damaged")
        }
      }
    }
    guard case .dictionary(let trailer) = try parser.object() else {
      throw .malformed("it has no trailer")
    }
    return trailer
  }

  private mutating func readStream(
    at offset: Int, in bytes: [UInt8]
  ) throws(PrepressError) -> PDFDictionary {
    guard let object = IndirectObject.read(nil, at: offset, in: bytes, &self),
      case .dictionary(let dictionary) = object.value, let range = object.stream,
      let data = StreamDecoder().decode(
        bytes[range], StreamDecoder.filters(of: dictionary) { $0 ?? .null }, limit: budget.rest),
      case .array(let widths)? = dictionary["W"], widths.count == 3
    else { throw .malformed("its cross-reference stream cannot be read") }
    budget.spend(data.count)
    let sizes = widths.map { min($0.count, 8) }
    let row = sizes.reduce(0, +)
    guard row > 0 else { throw .malformed("its cross-reference stream is empty") }
    var position = 0
    for (first, count) in CrossReferences.stretches(of: dictionary) {
      for number in first..<first + min(count, (data.count - position) / row) {
        readRow(data[position..<position + row], sizes, number)
        position += row
      }
    }
    return dictionary
  }

  /// The first number and the count of each stretch of objects (7.5.8.2).
  private static func stretches(of dictionary: PDFDictionary) -> [(Int, Int)] {
    guard case .array(let index)? = dictionary["Index"] else {
      return [(0, (dictionary["Size"] ?? .null).count)]
    }
    return stride(from: 0, to: index.count - 1, by: 2).map {
      (index[$0].count, index[$0 + 1].count)
    }
  }

  private mutating func readRow(_ row: ArraySlice<UInt8>, _ sizes: [Int], _ number: Int) {
    var rest = row
    let fields = sizes.map { size in
      let field = rest.prefix(size).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(size)
      return field
    }
    switch sizes[0] == 0 ? 1 : fields[0] {
    case 1: place(number, .offset(fields[1]))
    case 2: place(number, .packed(stream: fields[1]))
    default: break
    }
  }
}

extension PDFObject {
  /// A number as a count of objects: 0 to as many as a file may have.
  fileprivate var count: Int {
    let number = self.number
    return number.isFinite ? Int(min(max(number, 0), 8_388_607)) : 0
  }
}
