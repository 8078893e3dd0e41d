/// An object in an object stream (ISO 32000-1, 7.5.7): its number, and where it stands in the data.
struct PackedMember {
  var number: Int
  var range: Range<Int>

  /// Reads the pairs of numbers that a stream begins with; each object ends where the next begins.
  static func index(of data: [UInt8], count: Int, first: Int) -> [PackedMember] {
    var parser = PDFParser(data, at: 0, upTo: first)
    var pairs: [(number: Int, start: Int)] = []
    while pairs.count < count, case .integer(let number)? = try? parser.object(),
      case .integer(let offset)? = try? parser.object()
    {
      let (start, overflows) = first.addingReportingOverflow(offset)
      if !overflows, data.indices.contains(start) { pairs.append((number, start)) }
    }
    let starts = Set(pairs.map(\.start)).sorted()
    let ends = Dictionary(
      uniqueKeysWithValues: zip(starts, starts.dropFirst() + [data.count]))
    return pairs.map {
      PackedMember(number: $0.number, range: $0.start..<(ends[$0.start] ?? $0.start))
    }
  }
}
