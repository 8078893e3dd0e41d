import Compression

/// Undoes the filters of streams that are not pictures (ISO 32000-1, 7.4).
struct StreamDecoder {
  /// No stream may grow beyond this.
  static let limit = 1 << 28

  typealias Filter = (name: String, parameters: PDFDictionary)

  /// The filters of a stream in the order of decoding; `resolve` gives what stands behind a
  /// reference.
  static func filters(
    of dictionary: PDFDictionary, resolving resolve: (PDFObject?) -> PDFObject
  ) -> [Filter] {
    func list(_ key: String, _ short: String) -> [PDFObject] {
      switch resolve(dictionary[key] ?? dictionary[short]) {
      // No stream has as many filters.
      case .array(let elements): elements.prefix(16).map(resolve)
      case .null: []
      case let object: [object]
      }
    }
    let parameters = list("DecodeParms", "DP")
    return list("Filter", "F").enumerated().compactMap { index, name in
      guard case .name(let name) = name else { return nil }
      guard index < parameters.count, case .dictionary(let own) = parameters[index] else {
        return (name, PDFDictionary())
      }
      return (name, own)
    }
  }

  /// - Returns: nil for data that is damaged, grows beyond the limit or is coded in another way.
  func decode(
    _ data: ArraySlice<UInt8>, _ filters: some Sequence<Filter>, limit: Int = StreamDecoder.limit
  ) -> [UInt8]? {
    var bytes = Array(data)
    for filter in filters.prefix(8) {
      switch filter.name {
      case "FlateDecode", "Fl":
        let inflated = Decompressor().decompress(bytes[...], limit: limit)
        guard let inflated, let plain = unpredicted(inflated, filter.parameters) else {
          return nil
        }
        bytes = plain
      case "ASCIIHexDecode", "AHx": bytes = StreamFilter.hexadecimal(bytes)
      case "ASCII85Decode", "A85": bytes = StreamFilter.base85(bytes)
      case "RunLengthDecode", "RL":
        bytes = StreamFilter.runs(bytes, limit: limit)
      case "LZWDecode", "LZW":
        let isEarly =
          filter.parameters["EarlyChange"]?.number != 0
          || filter.parameters["EarlyChange"] == nil
        let plain = StreamFilter.lzw(bytes, isEarly: isEarly, limit: limit)
        guard let unpredicted = unpredicted(plain, filter.parameters) else { return nil }
        bytes = unpredicted
      default: return nil
      }
    }
    return bytes.count <= limit ? bytes : nil
  }

  /// Undoes PNG's and TIFF's predictors (7.4.4.4), the latter for samples of eight bits.
  private func unpredicted(_ bytes: [UInt8], _ parameters: PDFDictionary) -> [UInt8]? {
    let predictor = parameters["Predictor"]?.number ?? 1
    guard predictor > 1 else { return bytes }
    let counts = [("BitsPerComponent", 8.0), ("Colors", 1), ("Columns", 1)].compactMap {
      Int(exactly: parameters[$0.0]?.number ?? $0.1)
    }
    guard counts.count == 3, counts.allSatisfy((1...100_000_000).contains) else { return nil }
    let (bits, samples, columns) = (counts[0], counts[0] * counts[1], counts[2])
    guard samples < 1_000_000_000 / columns else { return nil }
    let width = (samples * columns + 7) / 8
    // Not even one row.
    if width > bytes.count { return [] }
    if predictor < 10 {
      guard bits == 8 else { return nil }
      return StreamFilter.differences(bytes, width: width, step: samples / 8)
    }
    return unfiltered(bytes, width: width, step: max(1, samples / 8))
  }

  private func unfiltered(_ bytes: [UInt8], width: Int, step: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var above = [UInt8](repeating: 0, count: width)
    var row = above
    for start in stride(from: 0, to: bytes.count - width, by: width + 1) {
      let filter = bytes[start]
      for column in 0..<width {
        let left = column >= step ? row[column - step] : 0
        let corner = column >= step ? above[column - step] : 0
        let base = predicted(filter, left, above[column], corner)
        row[column] = bytes[start + 1 + column] &+ base
      }
      result += row
      swap(&above, &row)
    }
    return result
  }

  private func predicted(_ filter: UInt8, _ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
    switch filter {
    case 1: return left
    case 2: return up
    case 3: return UInt8((Int(left) + Int(up)) / 2)
    case 4:
      let estimate = Int(left) + Int(up) - Int(corner)
      let distances = [left, up, corner].map { abs(estimate - Int($0)) }
      if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
      return distances[1] <= distances[2] ? up : corner
    default: return 0
    }
  }
}
