/// A number tree or name tree (ISO 32000-1, 7.9.6 and 7.9.7): sorted entries under one root, in
/// leaves of a size that a reader can fetch one by one.
struct SortedTree<Key> {
  private static var leafSize: Int { 64 }

  /// `Nums` or `Names`.
  let entriesKey: String
  let writeKey: (Key, inout PDFBytes) -> Void
  let entries: [(key: Key, value: [UInt8])]

  /// Writes the leaves and returns the root, to stand in a dictionary or as an object.
  func write(in file: inout FinishedFile) -> ObjectNumber {
    guard entries.count > SortedTree.leafSize else {
      return file.write { bytes in
        bytes.append("<<")
        writeEntries(entries[...], to: &bytes)
        bytes.append(">>")
      }
    }
    var leaves: [ObjectNumber] = []
    for start in stride(from: 0, to: entries.count, by: SortedTree.leafSize) {
      let slice = entries[start..<min(start + SortedTree.leafSize, entries.count)]
      leaves.append(file.write { writeLeaf(slice, to: &$0) })
    }
    return file.write { bytes in
      bytes.append("<</Kids")
      bytes.references(leaves)
      bytes.append(">>")
    }
  }

  private func writeLeaf(_ slice: ArraySlice<(key: Key, value: [UInt8])>, to bytes: inout PDFBytes)
  {
    bytes.append("<</Limits[")
    if let first = slice.first { writeKey(first.key, &bytes) }
    bytes.append(" ")
    if let last = slice.last { writeKey(last.key, &bytes) }
    bytes.append("]")
    writeEntries(slice, to: &bytes)
    bytes.append(">>")
  }

  private func writeEntries(
    _ slice: ArraySlice<(key: Key, value: [UInt8])>, to bytes: inout PDFBytes
  ) {
    bytes.name(entriesKey)
    bytes.append("[")
    for entry in slice {
      writeKey(entry.key, &bytes)
      bytes.append(" ")
      bytes.append(entry.value)
      bytes.append("\n")
    }
    bytes.append("]")
  }
}

extension SortedTree where Key == Int {
  /// - Parameter entries: in ascending order of their keys.
  init(numbers entries: [(key: Int, value: [UInt8])]) {
    self.init(entriesKey: "Nums", writeKey: { $1.integer($0) }, entries: entries)
  }
}

extension SortedTree where Key == [UInt8] {
  /// - Parameter entries: in any order; of equal keys the first stays.
  init(names entries: [(key: [UInt8], value: [UInt8])]) {
    var sorted: [(key: [UInt8], value: [UInt8])] = []
    let order = entries.indices.sorted { left, right in
      if entries[left].key == entries[right].key { return left < right }
      return entries[left].key.lexicographicallyPrecedes(entries[right].key)
    }
    for index in order where sorted.last?.key != entries[index].key {
      sorted.append(entries[index])
    }
    self.init(entriesKey: "Names", writeKey: { $1.string($0) }, entries: sorted)
  }
}

extension PDFBytes {
  mutating func references(_ numbers: [ObjectNumber]) {
    append("[")
    for (index, number) in numbers.enumerated() {
      if index > 0 { append(" ") }
      reference(number)
    }
    append("]")
  }
}
