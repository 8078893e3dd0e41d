/// The marked content that a place of a content stream lies in (ISO 32000-1, 14.6), told without
/// walking through all of it: hostile content nests by the million.
struct MarkedContent {
  enum Sequence: Hashable {
    case tagged(Int)
    case artifact
    case plain
  }

  private var sequences: [Sequence] = []
  private var identifiers: [Int] = []
  private var artifacts = 0

  var isTagged: Bool { !identifiers.isEmpty }
  var isArtifact: Bool { artifacts > 0 }
  /// The innermost identifier.
  var identifier: Int? { identifiers.last }

  mutating func begin(_ sequence: Sequence) {
    sequences.append(sequence)
    switch sequence {
    case .tagged(let identifier): identifiers.append(identifier)
    case .artifact: artifacts += 1
    case .plain: break
    }
  }

  mutating func end() {
    switch sequences.popLast() {
    case .tagged: identifiers.removeLast()
    case .artifact: artifacts -= 1
    case .plain, nil: break
    }
  }
}

extension ContentScanner {
  /// The identifier of the marked content that `BDC` begins (14.7.4.2), from its own properties or
  /// named ones; nil without one.
  func markedIdentifier(_ resources: PDFDictionary, in file: PDFFile) -> Int? {
    let text = text(1)
    var properties: PDFDictionary?
    if text.first == UInt8(ascii: "/") {
      properties = file.dictionary(file.dictionary(resources["Properties"])?[name(1)])
    } else if let identifier = plainIdentifier(text) {
      return identifier
    } else {
      var parser = PDFParser(Array(text), at: 0)
      if case .dictionary(let dictionary)? = try? parser.object() { properties = dictionary }
    }
    if case .integer(let identifier)? = properties?["MCID"] { return identifier }
    return nil
  }

  /// The identifier of `<< /MCID 12 >>`, which nearly all properties are.
  private func plainIdentifier(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.dropFirst(2).drop { $0 == 0x20 }
    guard rest.starts(with: "/MCID ".utf8) else { return nil }
    rest = rest.dropFirst(6)
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    let end = rest.dropFirst(digits.count).drop { $0 == 0x20 }
    guard (1...9).contains(digits.count), end.elementsEqual(">>".utf8) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}
