import Compression

/// Undoes the filters of streams that are not pictures (ISO 32000-1, 7.4).
struct StreamDecoder {
  /// No stream may grow beyond this.
  private static let limit = 1 << 28

  /// - Returns: nil for data that is damaged or coded in another way.
  func decode(
    _ data: ArraySlice<UInt8>, _ filters: [(name: String, parameters: PDFDictionary)]
  ) -> [UInt8]? {
    var bytes = Array(data)
    for filter in filters {
      switch filter.name {
      case "FlateDecode", "Fl":
        let inflated = Decompressor().decompress(bytes[...], limit: StreamDecoder.limit)
        guard let inflated, let plain = unpredicted(inflated, filter.parameters) else {
          return nil
        }
        bytes = plain
      case "ASCIIHexDecode", "AHx": bytes = hexadecimal(bytes)
      default: return nil
      }
    }
    return bytes
  }

  private func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let text = bytes.prefix { $0 != UInt8(ascii: ">") }
    let digits = text.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0))
    }
  }

  /// Undoes PNG's predictors (7.4.4.4); TIFF's is not known here.
  private func unpredicted(_ bytes: [UInt8], _ parameters: PDFDictionary) -> [UInt8]? {
    let predictor = parameters["Predictor"]?.number ?? 1
    guard predictor > 1 else { return bytes }
    guard predictor >= 10 else { return nil }
    let samples =
      (parameters["Colors"]?.number ?? 1) * (parameters["BitsPerComponent"]?.number ?? 8)
    let columns = parameters["Columns"]?.number ?? 1
    guard samples > 0, columns > 0, samples * columns < 1e9 else { return nil }
    let width = (Int(samples * columns) + 7) / 8
    return unfiltered(bytes, width: width, step: max(1, Int(samples) / 8))
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
