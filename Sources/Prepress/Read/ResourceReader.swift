/// Reads the resources of pages, each once.
struct ResourceReader {
  private var fonts: [ObjectNumber: FontReading] = [:]
  private var digests: [ObjectNumber: [UInt8]] = [:]
  /// How many objects were looked at: what is written in place is looked at whenever it is used.
  private(set) var work = 0
  private var costs = InspectedFont.Costs()

  mutating func font(_ object: PDFObject, in file: PDFFile) -> FontReading? {
    if case .reference(let number) = object, let known = fonts[number] { return known }
    guard let dictionary = file.dictionary(object) else { return nil }
    let font = FontReading(dictionary, in: file, &costs)
    if case .reference(let number) = object { fonts[number] = font }
    return font
  }

  /// A digest of an object with all it refers to.
  mutating func digest(of object: PDFObject?, in file: PDFFile, depth: Int = 0) -> [UInt8] {
    guard depth < 16 else { return [] }
    guard case .reference(let number)? = object else {
      var hash = ContentHash()
      add(object ?? .null, to: &hash, file, depth)
      return hash.digest
    }
    if let known = digests[number] { return known }
    digests[number] = []
    var hash = ContentHash()
    if let found = file.object(number) {
      add(found.value, to: &hash, file, depth)
      if let stream = found.stream { hash.combine(file.bytes[stream]) }
    }
    digests[number] = hash.digest
    return hash.digest
  }

  private mutating func add(
    _ object: PDFObject, to hash: inout ContentHash, _ file: PDFFile, _ depth: Int
  ) {
    work += 1
    switch object {
    case .reference: hash.combine(digest(of: object, in: file, depth: depth + 1)[...])
    case .array(let elements):
      for element in elements { hash.combine(digest(of: element, in: file, depth: depth + 1)[...]) }
    case .dictionary(let dictionary):
      for entry in dictionary.entries.sorted(by: { $0.key < $1.key })
      where !ResourceReader.passedOver.contains(entry.key) {
        hash.combine(Array(entry.key.utf8)[...])
        hash.combine(digest(of: entry.value, in: file, depth: depth + 1)[...])
      }
    default: hash.combine(Array("\(object)".utf8)[...])
    }
  }

  /// What leads back to the page, or says only how data are coded.
  private static let passedOver: Set<String> = [
    "Parent", "StructParent", "StructParents", "Length",
  ]
}

/// A font as far as it tells what text its codes are.
struct FontReading {
  /// Without the tag of its subset (ISO 32000-1, 9.6.4).
  let name: String
  private let isComposite: Bool
  private let meanings: [Int: String]?

  init(_ font: PDFDictionary, in file: PDFFile, _ costs: inout InspectedFont.Costs) {
    let full = file.name(font["BaseFont"]) ?? ""
    let parts = full.split(separator: "+", maxSplits: 1)
    name = parts.count == 2 && parts[0].count == 6 ? String(parts[1]) : full
    isComposite = file.name(font["Subtype"]) == "Type0"
    meanings = file.data(font["ToUnicode"], &costs.data).map { map in
      InspectedFont.meanings(map, &costs.meanings).mapValues { FontReading.decoded($0) }
    }
  }

  func text(of codes: [UInt8]) -> String {
    var text = ""
    if isComposite {
      for index in stride(from: 0, to: codes.count - 1, by: 2) {
        append(Int(codes[index]) << 8 | Int(codes[index + 1]), to: &text)
      }
    } else {
      for code in codes { append(Int(code), to: &text) }
    }
    return text
  }

  /// A code without a meaning stands for itself in a private plane, so that another one differs.
  private func append(_ code: Int, to text: inout String) {
    if let meaning = meanings?[code] {
      text += meaning
    } else if let scalar = Unicode.Scalar(isComposite ? 0xF0000 + code : code) {
      text.unicodeScalars.append(scalar)
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}
