import Geometry

/// The inks of an image, sample by sample; known for those that are coded without JPEG.
struct ImageSamples {
  private let width: Int
  private let height: Int
  private let space: MarkSpace
  private let samples: [UInt8]
  /// Whether 255 means no ink.
  private let isInverted: Bool

  /// Nil for an image whose inks cannot be told: RGB, JPEG, samples of other than eight bits.
  init?(_ number: ObjectNumber, in file: PDFFile) {
    guard let dictionary = file.dictionary(.reference(number)),
      file.number(dictionary["BitsPerComponent"]) == 8,
      let width = file.number(dictionary["Width"]), let height = file.number(dictionary["Height"]),
      width >= 1, height >= 1, width * height < 1e9
    else { return nil }
    space = MarkSpace(dictionary["ColorSpace"], in: file)
    switch space {
    case .gray, .cmyk, .named, .indexed: break
    case .unseparated, .unknown: return nil
    }
    (self.width, self.height) = (Int(width), Int(height))
    guard let data = file.data(.reference(number)),
      data.count >= self.width * self.height * space.components
    else { return nil }
    samples = data
    isInverted = file.number(file.array(dictionary["Decode"])?.first) == 1
  }

  /// The inks at a place in the unit square; nil outside it.
  func inks(at point: Point) -> InkRaster.Inks? {
    let (x, y) = (point.x * Double(width), (1 - point.y) * Double(height))
    guard x >= 0, y >= 0, x < Double(width), y < Double(height) else { return nil }
    let start = (Int(y) * width + Int(x)) * space.components
    if case .cmyk = space, !isInverted {
      var inks = InkRaster.Inks(repeating: 0)
      for part in 0..<4 { inks[part] = samples[start + part] }
      return inks
    }
    return InkRaster.inks(of: color(at: start))
  }

  private func color(at start: Int) -> MarkColor {
    if case .indexed = space { return space.color([Double(samples[start])]) }
    let parts = samples[start..<start + space.components].map { Double($0) / 255 }
    return space.color(isInverted ? parts.map { 1 - $0 } : parts)
  }
}

/// The samples of the images seen last: a picture is often on many pages, but all of a book's would be
/// too many.
struct SampleCache {
  private let file: PDFFile
  private var known: [ObjectNumber: ImageSamples?] = [:]

  init(_ file: PDFFile) { self.file = file }

  mutating func samples(of mark: Mark) -> ImageSamples? {
    guard case .image(let image) = mark.kind, let number = image.object else { return nil }
    if let samples = known[number] { return samples }
    if known.count > 16 { known = [:] }
    let samples = ImageSamples(number, in: file)
    known[number] = .some(samples)
    return samples
  }
}
