/// The coded blocks of one scan of a JPEG, as far as their DC coefficients go (ITU-T T.81, F.2 and G.2).
struct JPEGScan {
  private(set) var reader: BitReader
  private let isProgressive: Bool
  private let isRefinement: Bool
  private let shift: Int32
  private let tables: [HuffmanTable?]
  private var predictions = [Int32](repeating: 0, count: 4)

  init(
    _ reader: BitReader, isProgressive: Bool, isRefinement: Bool, shift: Int32,
    _ tables: [HuffmanTable?]
  ) {
    self.reader = reader
    self.isProgressive = isProgressive
    self.isRefinement = isRefinement
    self.shift = isProgressive ? shift : 0
    self.tables = tables
  }

  mutating func restart() {
    reader.skipRestart()
    predictions = [0, 0, 0, 0]
  }

  /// Reads one block; false when there is no more.
  mutating func read(_ component: inout JPEGMeans.Component, at index: Int, _ member: Int) -> Bool {
    guard component.coefficients.indices.contains(index) else { return false }
    if isProgressive, isRefinement {
      guard let bit = reader.bits(1) else { return false }
      component.coefficients[index] |= Int32(bit) << shift
      return true
    }
    guard let table = tables[component.dcTable], let size = reader.symbol(table), size <= 15,
      let difference = reader.signed(Int(size))
    else { return false }
    predictions[member] &+= difference
    component.coefficients[index] = predictions[member] << shift
    return isProgressive || skipRest(tables[4 + component.acTable])
  }

  /// The AC coefficients, which are runs of zeros with a size of what follows.
  private mutating func skipRest(_ table: HuffmanTable?) -> Bool {
    guard let table else { return false }
    var index = 1
    while index < 64 {
      guard let symbol = reader.symbol(table) else { return false }
      let (run, size) = (Int(symbol >> 4), Int(symbol & 15))
      if size == 0 {
        if run < 15 { return true }
        index += 16
      } else {
        guard reader.bits(size) != nil else { return false }
        index += run + 1
      }
    }
    return true
  }
}

/// A Huffman code, whose codes of each length follow those of the lengths before (ITU-T T.81, C).
struct HuffmanTable {
  /// For each length where its codes end, all of them filled up to 16 bits.
  fileprivate private(set) var ends: [Int] = []
  /// What leads from a code of a length to its symbol.
  fileprivate private(set) var offsets: [Int] = []
  fileprivate let symbols: [UInt8]

  /// - Parameters:
  ///   - counts: how many codes have 1 to 16 bits.
  ///   - symbols: what they stand for, in order.
  init(_ counts: [Int], _ symbols: [UInt8]) {
    self.symbols = symbols
    var (code, next) = (0, 0)
    for (index, count) in counts.enumerated() {
      offsets.append(next - code)
      code = min(code + count, 2 << index)
      next += count
      ends.append(code << (15 - index))
      code <<= 1
    }
  }
}

/// Bits of coded data, the highest first; a byte 0 after 0xFF is none of the data's.
struct BitReader {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private var buffer: UInt64 = 0
  private var count = 0
  /// Zeros that were read in place of data behind a marker or the end.
  private var missing = 0

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  private mutating func fill() {
    while count <= 48 {
      var byte: UInt8 = 0
      if offset < bytes.count, bytes[offset] != 0xFF {
        byte = bytes[offset]
        offset += 1
      } else if offset + 1 < bytes.count, bytes[offset + 1] == 0 {
        byte = 0xFF
        offset += 2
      } else {
        missing += 8
      }
      buffer = buffer << 8 | UInt64(byte)
      count += 8
    }
  }

  /// Nil when the data have ended.
  mutating func bits(_ length: Int) -> UInt32? {
    if count < 16 { fill() }
    guard count - missing >= length else { return nil }
    count -= length
    return UInt32(truncatingIfNeeded: buffer >> UInt64(count)) & (1 << UInt32(length) - 1)
  }

  fileprivate mutating func symbol(_ table: HuffmanTable) -> UInt8? {
    if count < 16 { fill() }
    let next = Int(truncatingIfNeeded: buffer >> UInt64(count - 16)) & 0xFFFF
    guard let index = table.ends.firstIndex(where: { next < $0 }),
      let code = bits(index + 1).map(Int.init)
    else { return nil }
    let place = table.offsets[index] + code
    return table.symbols.indices.contains(place) ? table.symbols[place] : nil
  }

  /// A value of so many bits, negative ones in their complement (F.2.2.1).
  mutating func signed(_ length: Int) -> Int32? {
    guard length > 0 else { return 0 }
    guard let value = bits(length).map(Int32.init) else { return nil }
    return value < 1 << (Int32(length) - 1) ? value - (1 << Int32(length)) + 1 : value
  }

  /// Goes on behind the next restart marker.
  mutating func skipRestart() {
    (buffer, count, missing) = (0, 0, 0)
    while offset + 1 < bytes.count {
      if bytes[offset] == 0xFF, (0xD0...0xD7).contains(bytes[offset + 1]) {
        offset += 2
        return
      }
      if bytes[offset] == 0xFF, bytes[offset + 1] != 0, bytes[offset + 1] != 0xFF { return }
      offset += 1
    }
  }
}
