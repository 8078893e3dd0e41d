import Compression

/// Any PDF, ours or not, read whole for inspection (ISO 32000-1, 7.5).
///
/// Objects that cannot be read are counted and left out; nothing here trusts a length or an offset
/// of the file.
struct PDFFile {
  struct Object {
    var value: PDFObject
    /// The stream's coded data in `bytes`.
    var stream: Range<Int>?
  }

  private enum Place {
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  let bytes: [UInt8]
  private(set) var trailer = PDFDictionary()
  private(set) var objects: [Object?] = []
  private(set) var unreadable = 0
  /// Whether the table of objects was of no use, so that they had to be searched for.
  private(set) var isRepaired = false
  /// Whether something stands before the header.
  let hasPreamble: Bool
  private var places: [Place?] = []
  private let decompressor = StreamDecoder()
  /// No file has more objects than this; a table that says so is damaged.
  private static let objectLimit = 8_388_607

  init(_ bytes: [UInt8]) throws(PrepressError) {
    guard let header = bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8))?.lowerBound else {
      throw .malformed("it is no PDF")
    }
    hasPreamble = header > 0
    // Offsets count from the header, wherever it stands.
    self.bytes = hasPreamble ? Array(bytes[header...]) : bytes
    do throws(PrepressError) {
      try readTables()
      readObjects()
      if dictionary(trailer["Root"])?["Pages"] == nil { throw .malformed("it has no pages") }
    } catch {
      try repair(after: error)
    }
  }

  private mutating func readObjects() {
    objects = Array(repeating: nil, count: places.count)
    for number in places.indices {
      if case .offset(let offset)? = places[number] { readObject(number, at: offset) }
    }
    if trailer["Encrypt"] == nil { readObjectStreams() }
  }

  // MARK: Access

  /// What stands behind references; null for what is not there.
  func resolved(_ object: PDFObject?) -> PDFObject {
    var object = object ?? .null
    for _ in 0..<32 {
      guard case .reference(let number) = object else { return object }
      object = self.object(number)?.value ?? .null
    }
    return .null
  }

  func object(_ number: ObjectNumber) -> Object? {
    objects.indices.contains(number.value) ? objects[number.value] : nil
  }

  func dictionary(_ object: PDFObject?) -> PDFDictionary? {
    if case .dictionary(let dictionary) = resolved(object) { dictionary } else { nil }
  }

  func array(_ object: PDFObject?) -> [PDFObject]? {
    if case .array(let elements) = resolved(object) { elements } else { nil }
  }

  func name(_ object: PDFObject?) -> String? {
    if case .name(let name) = resolved(object) { name } else { nil }
  }

  func string(_ object: PDFObject?) -> [UInt8]? {
    if case .string(let string) = resolved(object) { string } else { nil }
  }

  func number(_ object: PDFObject?) -> Double? {
    switch resolved(object) {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// Four numbers, lower left corner first.
  func box(_ object: PDFObject?) -> [Double]? {
    guard let elements = array(object), elements.count == 4 else { return nil }
    let values = elements.compactMap { number($0) }
    guard values.count == 4 else { return nil }
    return [
      min(values[0], values[2]), min(values[1], values[3]), max(values[0], values[2]),
      max(values[1], values[3]),
    ]
  }

  /// The decoded data of a stream; nil when a filter is unknown or the data damaged.
  func data(_ object: PDFObject?) -> [UInt8]? {
    guard case .reference(let number)? = object, let object = self.object(number) else {
      return nil
    }
    return data(object)
  }

  func data(_ object: Object) -> [UInt8]? {
    guard let range = object.stream, case .dictionary(let dictionary) = object.value else {
      return nil
    }
    return decompressor.decode(bytes[range], filters(dictionary))
  }

  /// The JPEG that a stream is once its other filters are undone; nil when it is none.
  func jpeg(_ number: ObjectNumber) -> [UInt8]? {
    guard let object = object(number), let range = object.stream,
      case .dictionary(let dictionary) = object.value
    else { return nil }
    let filters = filters(dictionary)
    guard let last = filters.last, ["DCTDecode", "DCT"].contains(last.name) else { return nil }
    return decompressor.decode(bytes[range], filters.dropLast())
  }

  /// Filters with their parameters, in the order of decoding.
  func filters(_ dictionary: PDFDictionary) -> [(name: String, parameters: PDFDictionary)] {
    let names = list(dictionary["Filter"] ?? dictionary["F"])
    let parameters = list(dictionary["DecodeParms"] ?? dictionary["DP"])
    return names.enumerated().compactMap { index, name in
      guard let name = self.name(name) else { return nil }
      let own = index < parameters.count ? self.dictionary(parameters[index]) : nil
      return (name, own ?? PDFDictionary())
    }
  }

  /// The elements of an array, or the one value that stands in its place.
  func list(_ object: PDFObject?) -> [PDFObject] {
    switch resolved(object) {
    case .array(let elements): elements
    case .null: []
    default: object.map { [$0] } ?? []
    }
  }

  // MARK: Reading

  private mutating func readTables() throws(PrepressError) {
    let keyword = Array("startxref".utf8)
    let tail = bytes.suffix(2048)
    guard let start = tail.indices.reversed().first(where: { bytes[$0...].starts(with: keyword) })
    else { throw .malformed("it does not end as a PDF must") }
    var parser = PDFParser(bytes, at: start + keyword.count)
    var next = try? parser.object()
    var visited: Set<Int> = []
    while case .integer(let offset) = next, visited.insert(offset).inserted, visited.count < 1000 {
      let section = try readSection(at: offset)
      if case .integer(let hybrid)? = section["XRefStm"], visited.insert(hybrid).inserted {
        _ = try? readSection(at: hybrid)
      }
      if trailer.entries.isEmpty { trailer = section }
      next = section["Prev"]
    }
    guard trailer["Root"] != nil else { throw .malformed("it has no catalogue") }
  }

  private mutating func readSection(at offset: Int) throws(PrepressError) -> PDFDictionary {
    var parser = PDFParser(bytes, at: offset)
    return parser.skip(keyword: "xref") ? try readTable(&parser) : try readStream(at: offset)
  }

  private mutating func readTable(_ parser: inout PDFParser) throws(PrepressError) -> PDFDictionary
  {
    while !parser.skip(keyword: "trailer") {
      guard case .integer(let first) = try parser.object(),
        case .integer(let count) = try parser.object(), (0...PDFFile.objectLimit).contains(first),
        (0...PDFFile.objectLimit).contains(count), count <= bytes.count / 18
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

  private mutating func readStream(at offset: Int) throws(PrepressError) -> PDFDictionary {
    guard let (_, object) = parsed(at: offset), case .dictionary(let dictionary) = object.value,
      let data = data(object), case .array(let widths)? = dictionary["W"], widths.count == 3
    else { throw .malformed("its cross-reference stream cannot be read") }
    let sizes = widths.map { min($0.count, 8) }
    let row = sizes.reduce(0, +)
    guard row > 0 else { throw .malformed("its cross-reference stream is empty") }
    var ranges: [(Int, Int)] = []
    if case .array(let index)? = dictionary["Index"] {
      for pair in stride(from: 0, to: index.count - 1, by: 2) {
        ranges.append((index[pair].count, index[pair + 1].count))
      }
    } else {
      ranges = [(0, (dictionary["Size"] ?? .null).count)]
    }
    var position = 0
    for (first, count) in ranges {
      for number in first..<first + count where position + row <= data.count {
        readRow(data[position..<position + row], sizes, number)
        position += row
      }
    }
    return dictionary
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
    case 2: place(number, .packed(stream: fields[1], index: fields[2]))
    default: break
    }
  }

  /// Newer sections are read first: what they say stays.
  private mutating func place(_ number: Int, _ place: Place) {
    if number >= places.count {
      places += Array(repeating: nil, count: number + 1 - places.count)
    }
    if places[number] == nil { places[number] = place }
  }

  private mutating func readObject(_ number: Int, at offset: Int) {
    guard number > 0, let (found, object) = parsed(at: offset), found == number else {
      if number > 0 { unreadable += 1 }
      return
    }
    objects[number] = object
  }

  // MARK: Repair

  /// Searches the whole file for objects; of two with one number the later counts.
  private mutating func repair(after error: PrepressError) throws(PrepressError) {
    isRepaired = true
    (places, unreadable, trailer) = ([], 0, PDFDictionary())
    for offset in objectOffsets() {
      var parser = PDFParser(bytes, at: offset)
      guard case .integer(let number)? = try? parser.object(),
        (1...PDFFile.objectLimit).contains(number), number <= bytes.count
      else { continue }
      place(number, .offset(offset))
    }
    readObjects()
    readLooseObjectStreams()
    findTrailer()
    guard dictionary(trailer["Root"])?["Pages"] != nil else { throw error }
  }

  /// Where `12 0 obj` stands, last first.
  private func objectOffsets() -> [Int] {
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

  private mutating func readLooseObjectStreams() {
    for number in objects.indices {
      guard let object = objects[number], object.stream != nil,
        case .dictionary(let dictionary) = object.value, dictionary["Type"] == .name("ObjStm")
      else { continue }
      unpack(number, nil)
    }
  }

  /// The last trailer with a root, or that of a cross-reference stream, or any catalogue.
  private mutating func findTrailer() {
    let keyword = Array("trailer".utf8)
    for start in bytes.indices.reversed() where bytes[start] == keyword[0] {
      guard bytes[start...].starts(with: keyword) else { continue }
      var parser = PDFParser(bytes, at: start + keyword.count)
      if case .dictionary(let found)? = try? parser.object(), found["Root"] != nil {
        trailer = found
        return
      }
    }
    for number in objects.indices.reversed() {
      guard case .dictionary(let found)? = objects[number]?.value else { continue }
      if found["Type"] == .name("XRef"), found["Root"] != nil {
        trailer = found
        return
      }
      if found["Type"] == .name("Catalog"), trailer["Root"] == nil {
        trailer["Root"] = .reference(ObjectNumber(value: number))
      }
    }
  }

  private func parsed(at offset: Int) -> (number: Int, object: Object)? {
    guard offset > 0, offset < bytes.count else { return nil }
    var parser = PDFParser(bytes, at: offset)
    guard case .integer(let number) = try? parser.object(),
      case .integer = try? parser.object(), parser.skip(keyword: "obj"),
      let value = try? parser.object()
    else { return nil }
    guard case .dictionary(let dictionary) = value, parser.skip(keyword: "stream") else {
      return (number, Object(value: value, stream: nil))
    }
    var start = parser.offset
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    return (number, Object(value: value, stream: streamRange(dictionary, from: start)))
  }

  private func streamRange(_ dictionary: PDFDictionary, from start: Int) -> Range<Int>? {
    var length = dictionary["Length"]
    if case .reference(let number)? = length, places.indices.contains(number.value),
      case .offset(let offset)? = places[number.value], number.value != 0
    {
      var parser = PDFParser(bytes, at: offset)
      length = nil
      if (try? parser.object()) != nil, (try? parser.object()) != nil, parser.skip(keyword: "obj") {
        length = try? parser.object()
      }
    }
    guard case .integer(let count)? = length, count >= 0, count <= bytes.count - start else {
      return nil
    }
    return start..<start + count
  }

  private mutating func readObjectStreams() {
    var members: [Int: [Int]] = [:]
    for (number, place) in places.enumerated() {
      if case .packed(let stream, _)? = place { members[stream, default: []].append(number) }
    }
    for stream in members.keys.sorted() { unpack(stream, members[stream] ?? []) }
  }

  /// Takes objects out of a stream: those of `numbers`, or without it those that are not there yet.
  private mutating func unpack(_ stream: Int, _ numbers: [Int]?) {
    guard objects.indices.contains(stream), let object = objects[stream],
      case .dictionary(let dictionary) = object.value, let data = data(object),
      case .integer(let count)? = dictionary["N"], case .integer(let first)? = dictionary["First"]
    else {
      unreadable += numbers?.count ?? 1
      return
    }
    let wanted = numbers.map(Set.init)
    var index = PDFParser(data, at: 0)
    for _ in 0..<min(max(count, 0), data.count) {
      guard case .integer(let number) = try? index.object(),
        case .integer(let offset) = try? index.object()
      else { return }
      guard wanted?.contains(number) ?? isMissing(number) else { continue }
      if number >= objects.count {
        objects += Array(repeating: nil, count: number + 1 - objects.count)
      }
      var parser = PDFParser(data, at: first &+ offset)
      if let value = try? parser.object() {
        objects[number] = Object(value: value, stream: nil)
      } else {
        unreadable += 1
      }
    }
  }
}

extension PDFFile {
  /// Whether a number that a file may have stands for nothing yet.
  fileprivate func isMissing(_ number: Int) -> Bool {
    (1...min(PDFFile.objectLimit, bytes.count)).contains(number)
      && object(ObjectNumber(value: number)) == nil
  }
}

extension PDFObject {
  /// A number as a count of objects: 0 to as many as a file may have.
  fileprivate var count: Int {
    let number = self.number
    return number.isFinite ? Int(min(max(number, 0), 8_388_607)) : 0
  }
}
