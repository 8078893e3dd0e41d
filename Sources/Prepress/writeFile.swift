import Compression

/// Writes the objects as a PDF file.
///
/// Streams stand one by one, everything else is packed into compressed object streams, and a
/// compressed cross-reference stream ends the file (ISO 32000-1, 7.5.7 and 7.5.8). Versions before 1.5
/// know neither: there every object stands by itself, and a table ends the file.
func writeFile(
  _ file: consuming FinishedFile, root: ObjectNumber, info: ObjectNumber, identifier: [UInt8],
  version: String = "1.7"
) -> [UInt8] {
  let ends = FileEnds(root: root, info: info, identifier: identifier)
  var writer = FileWriter(file, version: version)
  writer.writeStreams()
  if version < "1.5" {
    writer.writeObjects()
    return writer.endWithTable(ends)
  }
  writer.writeObjectStreams()
  return writer.end(ends)
}

/// What the trailer names.
private struct FileEnds {
  var root: ObjectNumber
  var info: ObjectNumber
  var identifier: [UInt8]

  func trailer(size: Int) -> PDFDictionary {
    var dictionary = PDFDictionary()
    dictionary["Size"] = .integer(size)
    dictionary["Root"] = .reference(root)
    dictionary["Info"] = .reference(info)
    dictionary["ID"] = .array([.string(identifier), .string(identifier)])
    return dictionary
  }
}

private struct FileWriter: ~Copyable {
  /// Where an object is to be found.
  private enum Place {
    case free
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  private static let objectsPerStream = 200

  private let file: FinishedFile
  private let compressor = Compressor()
  private var output: [UInt8]
  private var places: [Place]

  init(_ file: consuming FinishedFile, version: String) {
    self.file = file
    output = Array("%PDF-\(version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    places = Array(repeating: .free, count: self.file.contents.count)
    output.reserveCapacity(self.file.painted.bytes.count + self.file.arena.count / 4 + 65_536)
  }

  mutating func writeStreams() {
    for (number, content) in file.contents.enumerated() {
      guard case .stream(let dictionary, let data) = content else { continue }
      switch data {
      case .kept(let range): writeStream(number, dictionary, file.painted.bytes[range])
      case .written(let bytes): writeStream(number, dictionary, bytes[...])
      }
    }
  }

  private mutating func writeStream(
    _ number: Int, _ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>
  ) {
    places[number] = .offset(output.count)
    var dictionary = dictionary
    dictionary["Length"] = .integer(data.count)
    var head = PDFBytes()
    head.integer(number)
    head.append(" 0 obj\n")
    head.dictionary(dictionary)
    head.append("\nstream\n")
    output += head.bytes
    output += data
    output += Array("\nendstream\nendobj\n".utf8)
  }

  mutating func writeObjects() {
    for number in file.contents.indices {
      guard let object = plainObject(number) else { continue }
      places[number] = .offset(output.count)
      output += Array("\(number) 0 obj\n".utf8)
      output += object
      output += Array("\nendobj\n".utf8)
    }
  }

  mutating func writeObjectStreams() {
    let numbers = file.contents.indices.filter { plainObject($0) != nil }
    for start in stride(from: 0, to: numbers.count, by: FileWriter.objectsPerStream) {
      let end = min(start + FileWriter.objectsPerStream, numbers.count)
      writeObjectStream(numbers[start..<end])
    }
  }

  private func plainObject(_ number: Int) -> ArraySlice<UInt8>? {
    switch file.contents[number] {
    case .kept(let range): file.painted.bytes[range]
    case .written(let range): file.arena.bytes[range]
    default: nil
    }
  }

  private mutating func writeObjectStream(_ numbers: ArraySlice<Int>) {
    let stream = places.count
    places.append(.free)
    var index = PDFBytes()
    var objects: [UInt8] = []
    for (position, number) in numbers.enumerated() {
      index.integer(number)
      index.append(" ")
      index.integer(objects.count)
      index.append("\n")
      objects += plainObject(number) ?? []
      objects.append(UInt8(ascii: "\n"))
      places[number] = .packed(stream: stream, index: position)
    }
    var dictionary = PDFDictionary()
    dictionary["Type"] = .name("ObjStm")
    dictionary["N"] = .integer(numbers.count)
    dictionary["First"] = .integer(index.count)
    dictionary["Filter"] = .name("FlateDecode")
    let data = compressor.compress(index.bytes + objects)
    writeStream(stream, dictionary, data[...])
  }

  mutating func endWithTable(_ ends: FileEnds) -> [UInt8] {
    let start = output.count
    var tail = PDFBytes("xref\n0 \(places.count)\n")
    for (number, place) in places.enumerated() {
      if case .offset(let offset) = place {
        tail.append("\(padded(offset)) 00000 n \n")
      } else {
        tail.append("0000000000 \(number == 0 ? "65535" : "00001") f \n")
      }
    }
    tail.append("trailer\n")
    tail.dictionary(ends.trailer(size: places.count))
    tail.append("\nstartxref\n\(start)\n%%EOF\n")
    return output + tail.bytes
  }

  private func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  mutating func end(_ ends: FileEnds) -> [UInt8] {
    let start = output.count
    let number = places.count
    places.append(.offset(start))
    var dictionary = ends.trailer(size: places.count)
    dictionary["Type"] = .name("XRef")
    dictionary["W"] = .array([.integer(1), .integer(4), .integer(2)])
    dictionary["Filter"] = .name("FlateDecode")
    var parameters = PDFDictionary()
    parameters["Predictor"] = .integer(12)
    parameters["Columns"] = .integer(7)
    dictionary["DecodeParms"] = .dictionary(parameters)
    writeStream(number, dictionary, compressor.compress(crossReferences())[...])
    output += Array("startxref\n\(start)\n%%EOF\n".utf8)
    return output
  }

  /// Rows of type, place and index, each as the difference to the row above (PNG's Up predictor):
  /// neighbours differ little.
  private func crossReferences() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.count * 8)
    var above = [UInt8](repeating: 0, count: 7)
    for (number, place) in places.enumerated() {
      let row = fields(of: place, number: number)
      bytes.append(2)
      for column in row.indices { bytes.append(row[column] &- above[column]) }
      above = row
    }
    return bytes
  }

  private func fields(of place: Place, number: Int) -> [UInt8] {
    let (type, first, second): (Int, Int, Int) =
      switch place {
      // The head of the list of free objects has the last generation.
      case .free: (0, 0, number == 0 ? 65_535 : 0)
      case .offset(let offset): (1, offset, 0)
      case .packed(let stream, let index): (2, stream, index)
      }
    return [
      UInt8(type), byte(first, 24), byte(first, 16), byte(first, 8), byte(first, 0),
      byte(second, 8), byte(second, 0),
    ]
  }

  private func byte(_ value: Int, _ shift: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value >> shift)
  }
}
