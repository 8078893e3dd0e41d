/// Where the objects of a file stand, and its trailer (ISO 32000-1, 7.5.4 to 7.5.8): read as the file
/// tells it, or searched for where it does not.
struct CrossReferences {
  enum Place {
    case offset(Int)
    case packed(stream: Int)
  }

  private(set) var places: [Place?] = []
  var trailer = PDFDictionary()
  /// The highest number that an object may have: few files have more objects than bytes.
  let limit: Int
  /// What reading the objects may still cost, in bytes: tables may send us to one long object again
  /// and again.
  var budget: WorkBudget

  /// No places yet of what stands in a file.
  init(in bytes: [UInt8]) {
    limit = min(8_388_607, max(bytes.count, 65_536))
    budget = WorkBudget(64 * bytes.count + 4_000_000)
  }

  /// Newer sections are read first: what they say stays.
  mutating func place(_ number: Int, _ place: Place) {
    guard number > 0, number <= limit else { return }
    if number >= places.count {
      places += Array(repeating: nil, count: number + 1 - places.count)
    }
    if places[number] == nil { places[number] = place }
  }

  func offset(of number: Int) -> Int? {
    guard places.indices.contains(number), case .offset(let offset)? = places[number] else {
      return nil
    }
    return offset
  }

  /// Object streams with what they hold.
  var packed: [(stream: Int, numbers: [Int])] {
    var members: [Int: [Int]] = [:]
    for (number, place) in places.enumerated() {
      if case .packed(let stream)? = place { members[stream, default: []].append(number) }
    }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
