internal import Declarations
internal import Diagnostics
internal import Geometry
internal import Typography

extension StylesheetResolver {
  /// Resolves a paragraph style after the one that it extends.
  mutating func style(
    _ name: String, in declared: [String: Named<StyleDeclaration>], path: [String]
  ) -> ParagraphStyle? {
    if let known = styles[name] { return known }
    guard let named = declared[name] else { return nil }
    guard !path.contains(name) else {
      let circle = (path + [name]).joined(separator: " → ")
      diagnostics.append(
        Diagnostic(.styleCycle, "styles extend each other: \(circle)", at: named.key.span))
      return nil
    }
    var base = ParagraphStyle.plain
    base.text.language = language
    if let parent = named.value.extends {
      if let style = style(parent.value, in: declared, path: path + [name]) {
        base = style
      } else if declared[parent.value] == nil {
        diagnostics.append(
          Diagnostic(.unknownStyle, "unknown style “\(parent.value)”", at: parent.span)
            .hinting(suggestion(for: parent.value, among: declared.keys.sorted())))
      }
    }
    let style = apply(named.value, to: base)
    styles[name] = style
    return style
  }

  private mutating func apply(
    _ declaration: StyleDeclaration, to base: ParagraphStyle
  ) -> ParagraphStyle {
    var style = base
    applyText(declaration, to: &style.text)
    let em = style.text.size
    if let leading = declaration.leading { style.leading = points(leading, em: em) }
    if let alignment = declaration.alignment { style.alignment = alignment }
    if let indent = declaration.indent { style.indent = points(indent, em: em) }
    if let left = declaration.left { style.left = points(left, em: em) }
    if let right = declaration.right { style.right = points(right, em: em) }
    if let before = declaration.before { style.before = points(before, em: em) }
    if let after = declaration.after { style.after = points(after, em: em) }
    if let keeps = declaration.keepsWithNext { style.keepsWithNext = keeps }
    return style
  }

  private mutating func applyText(_ declaration: StyleDeclaration, to text: inout TextStyle) {
    if let font = declaration.font {
      text.role = font.value
      if !roles.contains(font.value) {
        diagnostics.append(
          Diagnostic(.unknownRole, "unknown font role “\(font.value)”", at: font.span)
            .hinting(suggestion(for: font.value, among: roles)))
      }
    }
    if let size = declaration.size { text.size = points(size, em: text.size) }
    if let weight = declaration.weight { text.weight = weight }
    if let isItalic = declaration.isItalic { text.isItalic = isItalic }
    if let name = declaration.color { text.color = color(named: name) }
    if let tracking = declaration.tracking { text.tracking = tracking }
    if let features = declaration.features { text.features = features }
    if let hyphenates = declaration.hyphenates { text.hyphenates = hyphenates }
    if let keepsWords = declaration.keepsWords { text.keepsWords = keepsWords }
    if let language = declaration.language { text.language = language }
  }

  mutating func resolveInlines() -> [String: InlineStyle] {
    var inlines: [String: InlineStyle] = [:]
    for named in layout.inlines {
      let declaration = named.value
      inlines[named.key.name] = InlineStyle(
        role: declaration.font, weight: declaration.weight, isItalic: declaration.isItalic,
        color: declaration.color.map { color(named: $0) }, scale: declaration.scale,
        rise: declaration.rise, features: declaration.features)
    }
    return inlines
  }
}
