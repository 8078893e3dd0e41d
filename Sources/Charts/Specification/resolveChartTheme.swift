package import Declarations
package import Diagnostics
package import Geometry

/// Reads the chart theme of a layout, with colours by the names that the layout declares (which
/// have print values) or as `#RRGGBB`.
package func resolveChartTheme(
  _ yaml: YAMLValue, colors: [String: Color]
) -> Diagnosed<ChartTheme> {
  let declared = yaml.decode(ChartThemeDeclaration.self)
  var theme = declared.value.theme
  if let base = declared.value.base { theme = theme.colored(as: base) }
  var findings = declared.diagnostics
  func color(_ name: Spanned<String>) -> Color? {
    if let color = colors[name.value] ?? Color(hex: name.value) { return color }
    findings.append(
      Diagnostic(.chartUnknownColor, "the layout has no colour “\(name.value)”", at: name.span)
        .hinting(suggestion(for: name.value, among: colors.keys.sorted())))
    return nil
  }
  let palette = declared.value.palette.compactMap(color)
  if !palette.isEmpty {
    theme.palette = palette
    theme.textures = []
  }
  if let first = palette.first { theme.highlight = first }
  for (role, name) in declared.value.colors {
    if let color = color(name) { theme[role] = color }
  }
  return Diagnosed(theme, findings)
}

extension ChartTheme {
  fileprivate subscript(role: ChartThemeDeclaration.ColorRole) -> Color {
    get { self[keyPath: role.path] }
    set { self[keyPath: role.path] = newValue }
  }
}

extension ChartThemeDeclaration.ColorRole {
  fileprivate var path: WritableKeyPath<ChartTheme, Color> {
    switch self {
    case .highlight: \.highlight
    case .muted: \.muted
    case .text: \.text
    case .secondaryText: \.secondaryText
    case .axis: \.axis
    case .grid: \.grid
    case .reference: \.reference
    case .paper: \.paper
    }
  }
}
