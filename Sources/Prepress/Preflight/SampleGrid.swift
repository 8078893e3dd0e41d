/// The samples of an image, squares of them put together; 0 to 1 as their Decode array says, those of
/// an index as they are (ISO 32000-1, 8.9.5).
struct SampleGrid {
  private(set) var columns: Int
  private(set) var rows: Int
  private let components: Int
  /// Square by square, row by row.
  private(set) var values: [Double]
  private static let limit = 1e9
  private static let squareLimit = 4e6

  /// Nil too once the budget is spent, which is charged with what is decoded.
  init?(
    _ number: ObjectNumber, _ space: MarkSpace, side: Int, in file: PDFFile,
    _ budget: inout WorkBudget
  ) {
    guard let dictionary = file.dictionary(.reference(number)),
      let width = file.number(dictionary["Width"]), let height = file.number(dictionary["Height"]),
      width >= 1, height >= 1, width * height < SampleGrid.limit
    else { return nil }
    components = space.components
    // The mean of positions in a table means nothing: of these one stands for its square.
    (columns, rows, values) = (0, 0, [])
    guard !budget.isSpent else { return nil }
    if let jpeg = file.jpeg(number) {
      budget.spend(jpeg.count)
      guard !space.isIndexed, let means = JPEGMeans(jpeg), means.components.count == components
      else { return nil }
      read(means)
    } else {
      guard let bits = Int(exactly: file.number(dictionary["BitsPerComponent"]) ?? 8),
        [1, 2, 4, 8, 16].contains(bits), let data = file.data(.reference(number), &budget)
      else { return nil }
      let samples = PackedSamples(
        data, bits: bits, width: Int(width), height: Int(height), components: components)
      guard let samples else { return nil }
      let least = (width * height / SampleGrid.squareLimit).squareRoot().rounded(.up)
      read(samples, side: max(side, Int(least)), isIndexed: space.isIndexed)
    }
    budget.spend(values.count * MemoryLayout<Double>.stride)
    if file.number(file.array(dictionary["Decode"])?.first) == 1, !space.isIndexed {
      values = values.map { 1 - $0 }
    }
  }

  /// The inks of each square.
  func inks(in space: MarkSpace, _ channels: inout InkRaster.Channels) -> [InkRaster.Inks] {
    stride(from: 0, to: values.count, by: components).map { start in
      channels.inks(of: space.color(Array(values[start..<start + components])))
        ?? InkRaster.Inks(repeating: 0)
    }
  }

  private mutating func read(_ samples: PackedSamples, side: Int, isIndexed: Bool) {
    columns = (samples.width + side - 1) / side
    rows = (samples.height + side - 1) / side
    values.reserveCapacity(columns * rows * components)
    if isIndexed {
      for row in 0..<rows {
        for column in 0..<columns {
          values.append(Double(samples.sample(column: column * side, line: row * side)))
        }
      }
      return
    }
    let scale = 1 / Double(samples.maximum)
    var sums = [Int](repeating: 0, count: columns * components)
    for row in 0..<rows {
      for index in sums.indices { sums[index] = 0 }
      let lines = row * side..<min((row + 1) * side, samples.height)
      for line in lines { samples.add(line: line, side: side, to: &sums) }
      for column in 0..<columns {
        let across = min((column + 1) * side, samples.width) - column * side
        for part in 0..<components {
          let sum = Double(sums[column * components + part])
          values.append(sum * scale / Double(across * lines.count))
        }
      }
    }
  }

  /// A JPEG's blocks are squares of eight whatever was asked for.
  private mutating func read(_ means: JPEGMeans) {
    (columns, rows) = (means.columns, means.rows)
    values.reserveCapacity(columns * rows * components)
    for row in 0..<rows {
      for column in 0..<columns {
        let parts = (0..<components).map { means.mean($0, column: column, row: row) }
        values += (means.transform == 2 ? SampleGrid.inks(ofYCCK: parts) : parts).map { $0 / 255 }
      }
    }
  }

  /// Luminance and chrominance of four inks (Adobe Technical Note 5116).
  private static func inks(ofYCCK parts: [Double]) -> [Double] {
    guard parts.count == 4 else { return parts }
    let (luminance, blue, red) = (parts[0], parts[1] - 128, parts[2] - 128)
    let values = [
      luminance + 1.402 * red, luminance - 0.344_136 * blue - 0.714_136 * red,
      luminance + 1.772 * blue,
    ]
    return values.map { 255 - min(max($0, 0), 255) } + [parts[3]]
  }
}

/// Samples of 1 to 16 bits, packed; every row begins with a byte of its own (8.9.5.2).
struct PackedSamples {
  let width: Int
  let height: Int
  private let data: [UInt8]
  private let bits: Int
  private let components: Int
  private let stride: Int

  init?(_ data: [UInt8], bits: Int, width: Int, height: Int, components: Int) {
    (self.data, self.bits, self.components) = (data, bits, components)
    (self.width, self.height) = (width, height)
    guard components > 0, width < 1 << 30 / components else { return nil }
    stride = (width * components * bits + 7) / 8
    if data.count < stride * height { return nil }
  }

  var maximum: Int { bits == 16 ? 255 : 1 << bits - 1 }

  /// Adds the samples of a line to the sums of the squares that it lies in.
  func add(line: Int, side: Int, to sums: inout [Int]) {
    let start = line * stride
    for pixel in 0..<width {
      let square = pixel / side * components
      for part in 0..<components {
        sums[square + part] += sample(start, pixel * components + part)
      }
    }
  }

  /// A sample of the first line.
  func sample(_ index: Int) -> Int { sample(0, index) }

  /// The first sample of a pixel.
  func sample(column: Int, line: Int) -> Int { sample(line * stride, column * components) }

  private func sample(_ start: Int, _ index: Int) -> Int {
    switch bits {
    case 8: return Int(data[start + index])
    case 16: return Int(data[start + 2 * index])
    default:
      let place = index * bits
      return Int(data[start + place / 8]) >> (8 - bits - place % 8) & maximum
    }
  }
}
