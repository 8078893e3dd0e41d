import Geometry

/// Reads colour spaces and shadings, those with a number once: content asks for them at every
/// operation.
struct PaintReader {
  private let file: PDFFile
  private var spaces: [ObjectNumber: MarkSpace] = [:]
  private var shadings: [ObjectNumber: Shading?] = [:]
  /// What one shading may cost, in bytes.
  private static let limit = 1 << 22

  init(_ file: PDFFile) { self.file = file }

  /// The space of a name; what is read is charged to the budget.
  mutating func space(
    _ name: String, _ resources: ContentResources, _ budget: inout WorkBudget
  ) -> MarkSpace {
    let object = resources["ColorSpace", name] ?? .name(name)
    guard case .reference(let number) = object else { return space(object, &budget) }
    if let known = spaces[number] { return known }
    let space = space(object, &budget)
    spaces[number] = space
    return space
  }

  private func space(_ object: PDFObject, _ budget: inout WorkBudget) -> MarkSpace {
    let space = MarkSpace(object, in: file)
    budget.spend(space.cost)
    return space
  }

  /// A shading; nil for one whose inks cannot be told.
  mutating func shading(_ object: PDFObject?, _ budget: inout WorkBudget) -> Shading? {
    guard case .reference(let number)? = object else { return newShading(object, &budget) }
    if let known = shadings[number] { return known }
    let shading = newShading(object, &budget)
    shadings[number] = .some(shading)
    return shading
  }

  private func newShading(_ object: PDFObject?, _ budget: inout WorkBudget) -> Shading? {
    var own = WorkBudget(PaintReader.limit)
    defer { budget.spend(PaintReader.limit - own.rest) }
    return Shading(object, in: file, &own)
  }

  /// A shading pattern, which lies on the page or form that uses it, by `base`, whatever the
  /// transformation now (8.7.3.1).
  mutating func pattern(
    _ name: String, _ resources: ContentResources, on base: AffineTransform,
    _ budget: inout WorkBudget
  ) -> PlacedShading? {
    guard let pattern = file.dictionary(resources["Pattern", name]),
      let shading = shading(pattern["Shading"], &budget)
    else { return nil }
    let matrix = file.array(pattern["Matrix"])?.map { file.number($0) ?? 0 } ?? []
    let own = matrix.count == 6 ? AffineTransform(matrix) : .identity
    return PlacedShading(shading, through: own.then(base))
  }
}
