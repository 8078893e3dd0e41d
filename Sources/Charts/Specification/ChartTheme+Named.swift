internal import Drawing
internal import Geometry

extension ChartTheme {
  /// Themes that a chart or a layout can name.
  package enum Name: String, Sendable, CaseIterable {
    /// Deep navy, teal, gold and brick.
    case institutional
    /// The palette of Okabe and Ito, told apart with any colour vision.
    case okabeIto = "okabe-ito"
    /// Tints of black.
    case mono
    /// Solid black and hatchings: one ink, no tints.
    case hatched
    /// The scenarios of IBCS: actual dark, previous year lighter, plan outlined, forecast hatched.
    case ibcs
  }

  /// This theme's text and measures with the colours of a named one.
  package func colored(as name: Name) -> ChartTheme {
    var theme = self
    theme.name = name.rawValue
    theme.textures = []
    switch name {
    case .institutional: theme.adoptColors(of: ChartTheme())
    case .okabeIto: theme.adoptOkabeIto()
    case .mono: theme.adoptTints([0.15, 0.62, 0.38, 0.82, 0.28, 0.72, 0.5])
    case .hatched: theme.adoptHatchings()
    case .ibcs: theme.adoptScenarios()
    }
    return theme
  }

  private mutating func adoptColors(of other: ChartTheme) {
    palette = other.palette
    highlight = other.highlight
    muted = other.muted
    reference = other.reference
  }

  /// Okabe and Ito, "Color Universal Design" (2008), in an order whose neighbours differ in
  /// lightness too.
  private mutating func adoptOkabeIto() {
    palette = [
      Color(red: 0, green: 0.447, blue: 0.698, ink: Self.inks(1, 0.42, 0.05, 0.05)),
      Color(red: 0.902, green: 0.624, blue: 0, ink: Self.inks(0.05, 0.42, 1, 0.02)),
      Color(red: 0.835, green: 0.369, blue: 0, ink: Self.inks(0.1, 0.74, 1, 0.03)),
      Color(red: 0.337, green: 0.706, blue: 0.914, ink: Self.inks(0.62, 0.12, 0, 0)),
      Color(red: 0, green: 0.447, blue: 0.337, ink: Self.inks(0.9, 0.3, 0.75, 0.2)),
      Color(red: 0.941, green: 0.894, blue: 0.259, ink: Self.inks(0.06, 0.03, 0.85, 0)),
      Color(red: 0.6, green: 0.3, blue: 0.48, ink: Self.inks(0.3, 0.78, 0.15, 0.15)),
      Color(red: 0.8, green: 0.475, blue: 0.655, ink: Self.inks(0.15, 0.6, 0.06, 0)),
    ]
    highlight = palette[0]
    reference = palette[2]
  }

  private static func inks(_ c: Double, _ m: Double, _ y: Double, _ k: Double) -> Ink {
    .process(cyan: c, magenta: m, yellow: y, black: k)
  }

  private mutating func adoptTints(_ grays: [Double]) {
    palette = grays.map { Color(gray: $0) }
    highlight = Color(gray: 0.12)
    muted = Color(gray: 0.74)
    reference = .black
  }

  /// Lines of at least 0.5 pt every millimetre or more, which hold on newsprint and on a copier.
  private mutating func adoptHatchings() {
    palette = [Color](repeating: Color(gray: 0.1), count: 8)
    textures = [
      .solid, .hatch(.lines, angle: 45, pitch: 3, width: 0.6), .outline,
      .hatch(.cross, angle: 45, pitch: 3.4, width: 0.8),
      .hatch(.dots, angle: 45, pitch: 3, width: 1.1),
      .hatch(.lines, angle: 0, pitch: 3, width: 1.5),
      .hatch(.lines, angle: 135, pitch: 4.2, width: 0.5),
      .hatch(.lines, angle: 90, pitch: 3, width: 0.9),
    ]
    highlight = Color(gray: 0.1)
    muted = Color(gray: 0.8)
    reference = .black
  }

  private mutating func adoptScenarios() {
    palette = [Color(gray: 0.25), Color(gray: 0.65), Color(gray: 0.25), Color(gray: 0.25)]
    textures = [.solid, .solid, .outline, .hatch(.lines, angle: 45, pitch: 3, width: 0.7)]
    highlight = Color(gray: 0.25)
    muted = Color(gray: 0.7)
    reference = Color(
      red: 0.75, green: 0.1, blue: 0.1, ink: Self.inks(0.15, 0.95, 0.9, 0.05))
  }

  /// The look of what steps back: in one ink without tints, an outline.
  var mutedLook: FillLook {
    guard name == Name.hatched.rawValue else { return FillLook(muted) }
    return FillLook(Color(gray: 0.1), texture: .outline, paper: paper)
  }

  /// The look of a series by its scenario, where the theme has scenarios and the name is one.
  func scenario(named name: String) -> FillLook? {
    guard self.name == Name.ibcs.rawValue else { return nil }
    switch name.uppercased() {
    case "AC", "ACTUAL", "实际": return look(0)
    case "PY", "PREVIOUS YEAR", "上年", "上年同期": return look(1)
    case "PL", "PLAN", "BUDGET", "计划", "预算": return look(2)
    case "FC", "FORECAST", "预测", "预计": return look(3)
    default: return nil
    }
  }
}
