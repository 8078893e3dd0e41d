import Compression

/// The objects of the file that finishing writes.
///
/// Cairo's objects keep their numbers and, unless a pass replaces them, their bytes. New objects
/// take the numbers of Cairo's that are not kept, then those after its last.
struct FinishedFile {
  /// An indirect object.
  enum Content {
    /// A number that nothing has taken.
    case free
    /// A number that an object will be written under.
    case reserved
    /// An object as it stands in the painted file.
    case kept(Range<Int>)
    /// A dictionary that a later pass will write.
    case amended(PDFDictionary)
    /// An object written by finishing, in the arena.
    case written(Range<Int>)
    case stream(PDFDictionary, StreamData)
  }

  /// Data of a stream, already coded as its dictionary says.
  enum StreamData {
    case kept(Range<Int>)
    case written([UInt8])
  }

  let painted: PaintedFile
  private(set) var contents: [Content]
  private(set) var arena = PDFBytes()
  private var nextFree = 1

  init(_ painted: PaintedFile) {
    self.painted = painted
    contents = Array(repeating: .free, count: max(painted.objectCount, 1))
  }

  subscript(number: ObjectNumber) -> Content { contents[number.value] }

  /// Takes a number for an object that will be written later.
  mutating func reserve() -> ObjectNumber {
    while nextFree < contents.count {
      defer { nextFree += 1 }
      if case .free = contents[nextFree] {
        contents[nextFree] = .reserved
        return ObjectNumber(value: nextFree)
      }
    }
    contents.append(.reserved)
    nextFree = contents.count
    return ObjectNumber(value: contents.count - 1)
  }

  mutating func keep(_ number: ObjectNumber, _ object: PaintedFile.Object) {
    if let stream = object.stream, case .dictionary(let dictionary) = object.value {
      contents[number.value] = .stream(dictionary, .kept(stream))
    } else {
      contents[number.value] = .kept(object.source)
    }
  }

  /// Writes an object, straight into the arena that all objects share.
  mutating func write(_ number: ObjectNumber, _ body: (inout PDFBytes) -> Void) {
    let start = arena.count
    body(&arena)
    contents[number.value] = .written(start..<arena.count)
  }

  mutating func write(_ body: (inout PDFBytes) -> Void) -> ObjectNumber {
    let number = reserve()
    write(number, body)
    return number
  }

  /// Puts a changed dictionary in the place of a kept object.
  mutating func amend(_ number: ObjectNumber, _ dictionary: PDFDictionary) {
    contents[number.value] = .amended(dictionary)
  }

  mutating func setStream(_ number: ObjectNumber, _ dictionary: PDFDictionary, _ data: [UInt8]) {
    setStream(number, dictionary, .written(data))
  }

  mutating func setStream(
    _ number: ObjectNumber, _ dictionary: PDFDictionary, _ data: StreamData
  ) {
    contents[number.value] = .stream(dictionary, data)
  }
}
