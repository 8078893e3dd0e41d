/// Any PDF, ours or not, read whole for inspection (ISO 32000-1, 7.5).
///
/// Objects that cannot be read are counted and left out; nothing here trusts a length or an offset
/// of the file.
struct PDFFile {
  typealias Object = IndirectObject

  let bytes: [UInt8]
  private(set) var trailer = PDFDictionary()
  private(set) var objects: [Object?] = []
  private(set) var unreadable = 0
  /// Whether the table of objects was of no use, so that they had to be searched for.
  private(set) var isRepaired = false
  /// Whether something stands before the header.
  let hasPreamble: Bool
  private let decompressor = StreamDecoder()
  /// What unpacking objects may still cost, in bytes.
  private var budget = WorkBudget(0)

  init(_ bytes: [UInt8]) throws(PrepressError) {
    guard let header = bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8))?.lowerBound else {
      throw .malformed("it is no PDF")
    }
    hasPreamble = header > 0
    // Offsets count from the header, wherever it stands.
    self.bytes = hasPreamble ? Array(bytes[header...]) : bytes
    do throws(PrepressError) {
      load(try CrossReferences(reading: self.bytes))
      guard hasPages else { throw .malformed("it has no pages") }
    } catch {
      isRepaired = true
      load(CrossReferences(searching: self.bytes))
      unpackLooseObjects()
      adoptTrailer()
      guard hasPages else { throw error }
    }
  }

  private var hasPages: Bool { dictionary(trailer["Root"])?["Pages"] != nil }

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

  /// The last of the objects that refer to each other, beginning with a reference; nil for anything
  /// else.
  func target(of object: PDFObject?) -> ObjectNumber? {
    var target: ObjectNumber?
    var object = object
    for _ in 0..<32 {
      guard case .reference(let number)? = object else { break }
      target = number
      object = self.object(number)?.value
    }
    return target
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

  /// The decoded data of a stream; nil when a filter is unknown, the data damaged or longer than the
  /// limit.
  func data(_ object: PDFObject?, limit: Int = StreamDecoder.limit) -> [UInt8]? {
    guard case .reference(let number)? = object, let object = self.object(number) else {
      return nil
    }
    return data(object, limit: limit)
  }

  /// The decoded data of a stream, charged to a budget; nil too once that is spent.
  func data(_ object: PDFObject?, _ budget: inout WorkBudget) -> [UInt8]? {
    guard !budget.isSpent, case .reference(let number)? = object, let object = self.object(number)
    else { return nil }
    let data = data(object, limit: budget.rest)
    // What cannot be decoded may have swollen until it was given up.
    budget.spend(data?.count ?? 64 * (object.stream?.count ?? 0))
    return data
  }

  func data(_ object: Object, limit: Int = StreamDecoder.limit) -> [UInt8]? {
    guard let range = object.stream, case .dictionary(let dictionary) = object.value else {
      return nil
    }
    return decompressor.decode(
      bytes[range], filters(dictionary), limit: min(limit, StreamDecoder.limit))
  }

  /// What a page paints with, its parts one after the other (7.8.2).
  ///
  /// - Parameters:
  ///   - page: as it stands in the file.
  ///   - budget: charged with what is decoded.
  /// - Returns: the content, and whether none of it is missing: a part may be damaged, or all of them
  ///   together more than any page has.
  func content(
    of page: PDFDictionary, _ budget: inout WorkBudget
  ) -> (bytes: [UInt8], isWhole: Bool) {
    var (bytes, isWhole) = ([UInt8](), true)
    for part in list(page["Contents"]) {
      // Even what is not there takes its time.
      budget.spend(16)
      if bytes.count >= PDFFile.contentLimit || budget.isSpent { return (bytes, false) }
      guard let data = data(part, &budget) else {
        isWhole = false
        continue
      }
      bytes += data
      bytes.append(0x0A)
    }
    return (bytes, isWhole)
  }

  private static let contentLimit = 1 << 27

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
  func filters(_ dictionary: PDFDictionary) -> [StreamDecoder.Filter] {
    StreamDecoder.filters(of: dictionary, resolving: resolved)
  }

  /// The elements of an array, or the one value that stands in its place.
  func list(_ object: PDFObject?) -> [PDFObject] {
    switch resolved(object) {
    case .array(let elements): elements
    case .null: []
    default: object.map { [$0] } ?? []
    }
  }

  // MARK: Loading

  private mutating func load(_ references: CrossReferences) {
    var references = references
    trailer = references.trailer
    unreadable = 0
    objects = Array(repeating: nil, count: references.places.count)
    for number in objects.indices.dropFirst() {
      guard let offset = references.offset(of: number) else { continue }
      objects[number] = IndirectObject.read(number, at: offset, in: bytes, &references)
      if objects[number] == nil { unreadable += 1 }
    }
    budget = references.budget
    guard trailer["Encrypt"] == nil else { return }
    for (stream, numbers) in references.packed { unpack(stream, numbers) }
  }

  /// Takes objects out of a stream (7.5.7): those of `numbers`, or without it those that are not there
  /// yet.
  private mutating func unpack(_ stream: Int, _ numbers: [Int]?) {
    let reference = PDFObject.reference(ObjectNumber(value: stream))
    var rest = budget
    defer { budget = rest }
    guard let dictionary = dictionary(reference), let data = data(reference, &rest),
      case .integer(let count)? = dictionary["N"], case .integer(let first)? = dictionary["First"]
    else {
      unreadable += numbers?.count ?? 1
      return
    }
    let wanted = numbers.map(Set.init)
    // Members may share one place.
    var reading = WorkBudget(2 * data.count)
    for member in PackedMember.index(of: data, count: count, first: first)
    where wanted?.contains(member.number) ?? isMissing(member.number) {
      unpack(member, of: data, &reading)
    }
  }

  private mutating func unpack(
    _ member: PackedMember, of data: [UInt8], _ budget: inout WorkBudget
  ) {
    if member.number >= objects.count {
      objects += Array(repeating: nil, count: member.number + 1 - objects.count)
    }
    var parser = PDFParser(data, at: member.range.lowerBound, upTo: member.range.upperBound)
    defer { budget.spend(parser.consumed) }
    if !budget.isSpent, let value = try? parser.object() {
      objects[member.number] = Object(value: value, stream: nil)
    } else {
      unreadable += 1
    }
  }

  /// Whether a number that a file may have stands for nothing yet.
  private func isMissing(_ number: Int) -> Bool {
    number > 0 && number <= CrossReferences(in: bytes).limit
      && object(ObjectNumber(value: number)) == nil
  }

  // MARK: Repair

  private mutating func unpackLooseObjects() {
    for number in objects.indices {
      guard let object = objects[number], object.stream != nil,
        case .dictionary(let dictionary) = object.value, dictionary["Type"] == .name("ObjStm")
      else { continue }
      unpack(number, nil)
    }
  }

  /// Where no trailer was found, that of a cross-reference stream, or any catalogue.
  private mutating func adoptTrailer() {
    guard trailer["Root"] == nil else { return }
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
}
