/// The mean of every block of 8 by 8 samples of a JPEG (ITU-T T.81): its DC coefficients, for which no
/// block need be transformed.
///
/// Total ink is a matter of areas, and a block is about as large as one is looked at. Baseline and
/// progressive files are read; what is damaged ends the reading, and blocks without data are grey.
struct JPEGMeans {
  /// Blocks across and down.
  private(set) var columns = 0
  private(set) var rows = 0
  private(set) var components: [Component] = []
  /// The most blocks that a component has in a unit.
  private var unit = (across: 1, down: 1)
  /// The transform that Adobe's marker names: 2 for YCCK.
  private(set) var transform: UInt8?
  private let bytes: [UInt8]
  private var offset = 2
  private var firstQuants = [Int](repeating: 1, count: 4)
  private var tables = [HuffmanTable?](repeating: nil, count: 8)
  private var restartInterval = 0
  private var isProgressive = false
  private static let blockLimit = 1 << 24

  struct Component {
    let identifier: UInt8
    let across: Int
    let down: Int
    let quant: Int
    /// Blocks in a row and rows, filled up to whole units of interleaved scans.
    var width = 0
    var height = 0
    /// DC coefficients before they are multiplied.
    var coefficients: [Int32] = []
    var dcTable = 0
    var acTable = 0

    /// Its measures alone: who holds the coefficients too makes a copy of them at the next write.
    var blocks: (across: Int, down: Int, width: Int, height: Int) { (across, down, width, height) }
  }

  /// Nil for what is no JPEG of these kinds.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    while let (marker, segment) = nextSegment() {
      switch marker {
      case 0xC0, 0xC1, 0xC2: guard readFrame(segment, marker) else { return nil }
      case 0xC4: readTables(segment)
      case 0xDB: readQuants(segment)
      case 0xDD: restartInterval = segment.count >= 2 ? word(segment.startIndex) : 0
      case 0xEE:
        if segment.count >= 12, segment.starts(with: "Adobe".utf8) {
          transform = bytes[segment.startIndex + 11]
        }
      case 0xDA: readScan(segment)
      case 0xC3, 0xC5...0xC7, 0xC9...0xCF: return nil
      default: break
      }
    }
    if components.isEmpty { return nil }
  }

  /// The mean of a component's block, 0 to 255.
  func mean(_ component: Int, column: Int, row: Int) -> Double {
    let own = components[component]
    let index = row * own.down / unit.down * own.width + column * own.across / unit.across
    guard own.coefficients.indices.contains(index) else { return 128 }
    let value = Double(own.coefficients[index]) * Double(firstQuants[own.quant]) / 8 + 128
    return min(max(value, 0), 255)
  }

  // MARK: Segments

  private func word(_ index: Int) -> Int {
    index + 1 < bytes.count ? Int(bytes[index]) << 8 | Int(bytes[index + 1]) : 0
  }

  /// The next marker with its parameters; skips coded data that no one has read.
  private mutating func nextSegment() -> (UInt8, ArraySlice<UInt8>)? {
    while offset + 3 < bytes.count {
      defer { offset += 1 }
      let marker = bytes[offset + 1]
      guard bytes[offset] == 0xFF, marker != 0, marker != 0xFF, !(0xD0...0xD8).contains(marker)
      else { continue }
      if marker == 0xD9 { return nil }
      let end = min(offset + 2 + max(word(offset + 2), 2), bytes.count)
      let segment = bytes[min(offset + 4, end)..<end]
      offset = end - 1
      return (marker, segment)
    }
    return nil
  }

  private mutating func readFrame(_ segment: ArraySlice<UInt8>, _ marker: UInt8) -> Bool {
    let start = segment.startIndex
    guard components.isEmpty, segment.count >= 6, segment.first == 8 else { return false }
    let (height, width, count) = (word(start + 1), word(start + 3), Int(bytes[start + 5]))
    guard width > 0, height > 0, (1...4).contains(count), segment.count >= 6 + 3 * count else {
      return false
    }
    isProgressive = marker == 0xC2
    (columns, rows) = ((width + 7) / 8, (height + 7) / 8)
    for index in 0..<count {
      let place = start + 6 + 3 * index
      let (across, down) = (Int(bytes[place + 1] >> 4), Int(bytes[place + 1] & 15))
      guard (1...4).contains(across), (1...4).contains(down) else { return false }
      components.append(
        Component(
          identifier: bytes[place], across: across, down: down, quant: Int(bytes[place + 2] & 3)))
    }
    return allocate(width, height)
  }

  private mutating func allocate(_ width: Int, _ height: Int) -> Bool {
    unit = (components.map(\.across).max() ?? 1, components.map(\.down).max() ?? 1)
    let unitsAcross = (width + 8 * unit.across - 1) / (8 * unit.across)
    let unitsDown = (height + 8 * unit.down - 1) / (8 * unit.down)
    for index in components.indices {
      components[index].width = unitsAcross * components[index].across
      components[index].height = unitsDown * components[index].down
      let count = components[index].width * components[index].height
      guard count <= JPEGMeans.blockLimit else { return false }
      components[index].coefficients = Array(repeating: 0, count: count)
    }
    return true
  }

  private mutating func readQuants(_ segment: ArraySlice<UInt8>) {
    var rest = segment
    while let head = rest.popFirst(), rest.count >= (head >> 4 == 0 ? 64 : 128) {
      let isWide = head >> 4 != 0
      let first = isWide ? word(rest.startIndex) : Int(bytes[rest.startIndex])
      // Progressive files may define tables again; the first that counts is that of the frame.
      firstQuants[Int(head & 3)] = max(first, 1)
      rest = rest.dropFirst(isWide ? 128 : 64)
    }
  }

  private mutating func readTables(_ segment: ArraySlice<UInt8>) {
    var rest = segment
    while let head = rest.popFirst(), rest.count >= 16 {
      let lengths = rest.prefix(16).map(Int.init)
      rest = rest.dropFirst(16)
      let values = Array(rest.prefix(lengths.reduce(0, +)))
      rest = rest.dropFirst(values.count)
      tables[Int(head >> 4 & 1) * 4 + Int(head & 3)] = HuffmanTable(lengths, values)
    }
  }

  // MARK: Scans

  private mutating func readScan(_ segment: ArraySlice<UInt8>) {
    let start = segment.startIndex
    let count = Int(segment.first ?? 0)
    guard (1...4).contains(count), segment.count >= 4 + 2 * count else { return }
    var members: [Int] = []
    for index in 0..<count {
      let place = start + 1 + 2 * index
      guard let member = components.firstIndex(where: { $0.identifier == bytes[place] }) else {
        return
      }
      components[member].dcTable = Int(bytes[place + 1] >> 4 & 3)
      components[member].acTable = Int(bytes[place + 1] & 3)
      members.append(member)
    }
    let end = start + 1 + 2 * count
    // Scans of AC coefficients say nothing of means.
    guard !isProgressive || bytes[end] == 0 else { return }
    var scan = JPEGScan(
      BitReader(bytes, at: segment.endIndex), isProgressive: isProgressive,
      isRefinement: bytes[end + 2] >> 4 != 0, shift: Int32(bytes[end + 2] & 15), tables)
    if members.count == 1 {
      readBlocks(of: members[0], &scan)
    } else {
      readUnits(of: members, &scan)
    }
    offset = max(offset, scan.reader.offset - 1)
  }

  private mutating func readBlocks(of member: Int, _ scan: inout JPEGScan) {
    let own = components[member].blocks
    let width = min((columns * own.across + unit.across - 1) / unit.across, own.width)
    let height = min((rows * own.down + unit.down - 1) / unit.down, own.height)
    for block in 0..<width * height {
      if restartInterval > 0, block > 0, block % restartInterval == 0 { scan.restart() }
      let index = block / width * own.width + block % width
      guard scan.read(&components[member], at: index, member) else { return }
    }
  }

  private mutating func readUnits(of members: [Int], _ scan: inout JPEGScan) {
    guard let first = components.first else { return }
    let unitsAcross = first.width / first.across
    for unit in 0..<unitsAcross * (first.height / first.down) {
      if restartInterval > 0, unit > 0, unit % restartInterval == 0 { scan.restart() }
      for member in members {
        let own = components[member].blocks
        for part in 0..<own.across * own.down {
          let column = unit % unitsAcross * own.across + part % own.across
          let row = unit / unitsAcross * own.down + part / own.across
          guard scan.read(&components[member], at: row * own.width + column, member) else { return }
        }
      }
    }
  }
}
