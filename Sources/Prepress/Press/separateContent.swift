/// The graphics state that overprinting depends on.
private struct PressState {
  var fill = PressColor.process(.black(1))
  var stroke = PressColor.process(.black(1))
  var isOverprinting = false
  /// By how much the coordinates are scaled.
  var scale = 1.0
}

/// Names in the resources of every separated stream.
enum PressResource {
  static let overprint = "Ko"
  static let knockout = "Kk"
  static let registration = "Kall"
  static func spot(_ index: Int) -> String { "Kspot\(index)" }
}

/// Rewrites content from RGB to the inks of the press.
///
/// Black and grey text, strokes and thin rules are tints of black that overprint; text in a light
/// tint stands reversed on a dark ground and knocks out, as everything else does. Cairo's markers
/// go: the print edition has no structure.
///
/// - Parameters:
///   - content: the decoded content of a page or form.
///   - separation: what each value prints as.
/// - Returns: the content, and how many markers it held.
func separateContent(
  _ content: [UInt8], into separation: inout Separation
) -> (content: [UInt8], markers: Int) {
  var writer = SeparatedContent(content)
  writer.run(&separation)
  return (writer.output, writer.markers)
}

private struct SeparatedContent {
  private(set) var output: [UInt8] = []
  private(set) var markers = 0
  private var scanner: ContentScanner
  private var copied = 0
  private var state = PressState()
  private var stack: [PressState] = []
  /// For each open marked sequence, whether it is kept.
  private var sequences: [Bool] = []
  /// Where in the output the current path begins, and whether it is made of thin rectangles.
  private var pathStart: Int?
  private var isThin = true

  /// Rules are no thicker than this, in points.
  private static let ruleLimit = 2.0
  /// Text lighter than this tint of black is set to be seen on a dark ground.
  private static let lightest = 0.5

  init(_ content: [UInt8]) {
    scanner = ContentScanner(content)
    output.reserveCapacity(content.count + content.count / 4)
  }

  mutating func run(_ separation: inout Separation) {
    while let operation = scanner.next() { take(operation, &separation) }
    output += scanner.content[copied...]
  }

  private mutating func take(
    _ operation: ContentScanner.Operation, _ separation: inout Separation
  ) {
    switch operation.name {
    case 0x71: stack.append(state)  // q
    case 0x51: state = stack.popLast() ?? state  // Q
    case 0x636D: state.scale *= scale()  // cm
    case 0x7267: setFill(value(), operation, &separation)  // rg
    case 0x67: setFill(gray(), operation, &separation)  // g
    case 0x5247: setStroke(value(), operation, &separation)  // RG
    case 0x47: setStroke(gray(), operation, &separation)  // G
    case 0x73636E, 0x7363: state.fill = .process(.paper)  // scn, sc
    case 0x53434E, 0x5343: state.stroke = .process(.paper)  // SCN, SC
    case 0x6D, 0x6C, 0x63, 0x76, 0x79, 0x68: extendPath(operation, isThin: false)
    case 0x7265: extendPath(operation, isThin: isThinRectangle)  // re
    case 0x66, 0x46, 0x662A: paint(operation, overprint: isThin && isBlack(state.fill))
    case 0x53, 0x73: paint(operation, overprint: isBlack(state.stroke))
    case 0x42, 0x422A, 0x62, 0x622A: paint(operation, overprint: false)
    case 0x6E: pathStart = nil  // n
    case 0x546A, 0x544A, 0x27, 0x22: paint(operation, overprint: isDarkText)
    case 0x446F, 0x7368: paint(operation, overprint: false)  // Do, sh
    case 0x4244_43, 0x424D_43: beginSequence(operation)
    case 0x454D_43: endSequence(operation)
    default: break
    }
  }

  // MARK: Colours

  private func value() -> ScreenValue {
    ScreenValue(red: scanner.number(0), green: scanner.number(1), blue: scanner.number(2))
  }

  private func gray() -> ScreenValue {
    let gray = scanner.number(0)
    return ScreenValue(red: gray, green: gray, blue: gray)
  }

  private mutating func setFill(
    _ value: ScreenValue, _ operation: ContentScanner.Operation, _ separation: inout Separation
  ) {
    state.fill = separation.color(value)
    replace(operation, with: operators(state.fill, ("k", "cs", "scn"), separation))
  }

  private mutating func setStroke(
    _ value: ScreenValue, _ operation: ContentScanner.Operation, _ separation: inout Separation
  ) {
    state.stroke = separation.color(value)
    replace(operation, with: operators(state.stroke, ("K", "CS", "SCN"), separation))
  }

  private func operators(
    _ color: PressColor, _ names: (String, String, String), _ separation: borrowing Separation
  ) -> [UInt8] {
    var bytes = PDFBytes()
    switch color {
    case .process(let inks):
      for part in inks.components {
        bytes.number(part)
        bytes.append(" ")
      }
      bytes.append(names.0)
    case .spot(let name, let tint, _):
      bytes.name(PressResource.spot(separation.index(ofSpot: name)))
      bytes.append(" \(names.1) ")
      bytes.number(tint)
      bytes.append(" \(names.2)")
    }
    return bytes.bytes
  }

  // MARK: Painting

  private func isBlack(_ color: PressColor) -> Bool {
    if case .process(let inks) = color { inks.isBlackOnly } else { false }
  }

  private var isDarkText: Bool {
    guard case .process(let inks) = state.fill else { return false }
    return inks.isBlackOnly && inks.black >= SeparatedContent.lightest
  }

  private func scale() -> Double {
    let determinant =
      scanner.number(0) * scanner.number(3) - scanner.number(1) * scanner.number(2)
    return abs(determinant).squareRoot()
  }

  private var isThinRectangle: Bool {
    min(abs(scanner.number(2)), abs(scanner.number(3))) * state.scale <= SeparatedContent.ruleLimit
  }

  private mutating func extendPath(_ operation: ContentScanner.Operation, isThin: Bool) {
    if pathStart == nil {
      copy(upTo: operation.range.lowerBound)
      pathStart = output.count
      self.isThin = true
    }
    self.isThin = self.isThin && isThin
  }

  /// Sets overprinting before what is painted: between a path and its painting no other operator
  /// may stand (8.2), so that it goes before the path.
  private mutating func paint(_ operation: ContentScanner.Operation, overprint: Bool) {
    defer { pathStart = nil }
    guard overprint != state.isOverprinting else { return }
    state.isOverprinting = overprint
    let name = overprint ? PressResource.overprint : PressResource.knockout
    copy(upTo: operation.range.lowerBound)
    output.insert(contentsOf: " /\(name) gs ".utf8, at: pathStart ?? output.count)
  }

  // MARK: Marked content

  private mutating func beginSequence(_ operation: ContentScanner.Operation) {
    let properties = scanner.text(1)
    let isMarker = properties.dropFirst(2).drop { $0 == 0x20 }.starts(with: "/MCID".utf8)
    sequences.append(!isMarker)
    guard isMarker else { return }
    markers += 1
    replace(operation, with: [])
  }

  private mutating func endSequence(_ operation: ContentScanner.Operation) {
    if sequences.popLast() == false { replace(operation, with: []) }
  }

  // MARK: Output

  private mutating func copy(upTo end: Int) {
    guard end > copied else { return }
    output += scanner.content[copied..<end]
    copied = end
  }

  private mutating func replace(
    _ operation: ContentScanner.Operation, with bytes: [UInt8]
  ) {
    copy(upTo: operation.range.lowerBound)
    output += bytes
    copied = operation.range.upperBound
  }
}
