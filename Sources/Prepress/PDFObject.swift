/// A PDF object as it stands in a file (ISO 32000-1, 7.3); streams are kept apart from their
/// dictionaries.
enum PDFObject: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case string([UInt8])
  case name(String)
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case reference(ObjectNumber)

  /// Calls `body` with every object number that this object refers to.
  func forEachReference(_ body: (ObjectNumber) -> Void) {
    switch self {
    case .reference(let number): body(number)
    case .array(let elements): for element in elements { element.forEachReference(body) }
    case .dictionary(let dictionary):
      for entry in dictionary.entries { entry.value.forEachReference(body) }
    default: break
    }
  }
}

/// The number of an indirect object; generations are always 0 in what we read and write.
struct ObjectNumber: Hashable, Sendable, Comparable {
  var value: Int

  static func < (left: ObjectNumber, right: ObjectNumber) -> Bool { left.value < right.value }
}

/// Names with their values, in the order of the file; as few as dictionaries have.
struct PDFDictionary: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var key: String
    var value: PDFObject
  }

  private(set) var entries: [Entry] = []
  /// Where each key is; nil while there are so few that looking through them is quicker.
  private var places: [String: Int]?
  private static let fewEntries = 32

  init() {}

  /// The value of a key; setting nil removes it.
  subscript(key: String) -> PDFObject? {
    get { index(of: key).map { entries[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil):
        entries.remove(at: index)
        places = nil
      case (nil, let value?):
        entries.append(Entry(key: key, value: value))
        places?[key] = entries.count - 1
      case (nil, nil): return
      }
      if places == nil, entries.count > PDFDictionary.fewEntries {
        places = Dictionary(uniqueKeysWithValues: zip(entries.map(\.key), entries.indices))
      }
    }
  }

  private func index(of key: String) -> Int? {
    places.map { $0[key] } ?? entries.firstIndex { $0.key == key }
  }

  static func == (left: PDFDictionary, right: PDFDictionary) -> Bool {
    left.entries == right.entries
  }

  func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
