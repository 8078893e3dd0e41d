/// Decides what the press prints for each painted value, and remembers it.
struct Separation: ~Copyable {
  private let inks: InkTable
  private let transform: ColorTransform
  private var colors: [ScreenValue: PressColor] = [:]
  /// The named inks in use, in the order of their first use.
  private(set) var spots: [Spot] = []

  struct Spot: Hashable {
    var name: String
    var solid: ProcessColor
  }

  init(_ inks: InkTable, through transform: consuming ColorTransform) {
    self.inks = inks
    self.transform = transform
  }

  mutating func color(_ value: ScreenValue) -> PressColor {
    if let known = colors[value] { return known }
    let color = PressColor(inks.ink(for: value)) ?? converted(value)
    if case .spot(let name, _, let solid) = color, !spots.contains(where: { $0.name == name }) {
      spots.append(Spot(name: name, solid: solid))
    }
    colors[value] = color
    return color
  }

  /// A neutral value is a tint of black: the profile would make it of four inks.
  private func converted(_ value: ScreenValue) -> PressColor {
    guard value.isNeutral else { return .process(transform.convert(value)) }
    let tint = 1 - Double(value.red) / 65_535
    return .process(.black((tint * 1000).rounded() / 1000))
  }

  func convert(pixels: [UInt8]) -> [UInt8] { transform.convert(pixels: pixels) }

  /// The position of a named ink in `spots`.
  func index(ofSpot name: String) -> Int { spots.firstIndex { $0.name == name } ?? 0 }
}
