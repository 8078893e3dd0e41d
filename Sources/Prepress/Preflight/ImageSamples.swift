import Geometry

/// The inks of an image in squares of its pixels, each with the mean of what it holds: total ink is
/// a matter of areas.
struct ImageSamples {
  private let columns: Int
  private let rows: Int
  private let inks: [InkRaster.Inks]
  /// The named inks in the order of their channels.
  let names: [String]
  /// 255 for opaque; empty without a soft mask.
  private let mask: SampleGrid?

  /// Puts `side` pixels across and down together.
  ///
  /// Nil for an image whose inks cannot be told: RGB, or coded by JPEG 2000 or as a fax.
  init?(_ number: ObjectNumber, side: Int, in file: PDFFile, _ budget: inout WorkBudget) {
    guard let dictionary = file.dictionary(.reference(number)) else { return nil }
    let space = MarkSpace(dictionary["ColorSpace"], in: file)
    switch space {
    case .gray, .cmyk, .named, .indexed: break
    case .unseparated, .unknown: return nil
    }
    guard let grid = SampleGrid(number, space, side: side, in: file, &budget) else { return nil }
    var channels = InkRaster.Channels()
    (columns, rows, inks) = (grid.columns, grid.rows, grid.inks(in: space, &channels))
    names = channels.names
    if case .reference(let mask)? = dictionary["SMask"] {
      self.mask = SampleGrid(mask, .gray, side: side, in: file, &budget)
    } else {
      mask = nil
    }
  }

  /// What lies at a place in the unit square; nil outside it.
  func sample(at point: Point) -> InkSample? {
    let (x, y) = (point.x * Double(columns), (1 - point.y) * Double(rows))
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
    let own = inks[Int(y) * columns + Int(x)]
    guard let mask else { return InkSample(inks: own) }
    let column = min(Int(point.x * Double(mask.columns)), mask.columns - 1)
    let row = min(Int((1 - point.y) * Double(mask.rows)), mask.rows - 1)
    return InkSample(inks: own, opacity: mask.values[row * mask.columns + column])
  }
}

/// The samples of the images seen last: a picture is often on many pages, but all of a book's would be
/// too many.
struct SampleCache {
  private struct Key: Hashable {
    var number: ObjectNumber
    var side: Int
  }

  private let file: PDFFile
  private var known: [Key: ImageSamples?] = [:]
  /// What reading images may still cost, in bytes: content may draw some in turn without end.
  private(set) var budget = WorkBudget(1 << 34)

  init(_ file: PDFFile) { self.file = file }

  /// The samples of an image, for places of so many points; nil for other marks.
  mutating func samples(of mark: Mark, cell: Double) -> ImageSamples? {
    guard case .image(let image) = mark.kind, let number = image.object else { return nil }
    let pixels = image.resolution / 72 * cell
    let key = Key(number: number, side: pixels < 2 ? 1 : Int(min(pixels, 256)))
    if let samples = known[key] { return samples }
    if known.count > 16 { known = [:] }
    let samples = ImageSamples(number, side: key.side, in: file, &budget)
    known[key] = .some(samples)
    return samples
  }
}
