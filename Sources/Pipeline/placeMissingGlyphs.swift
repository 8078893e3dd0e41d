internal import Diagnostics
internal import Drawing
internal import Typography

/// Findings for the characters that a chart shows and no face of its fonts has: glyph 0 of a face
/// is its box for what it lacks (OpenType, `glyf`).
func missingGlyphs(in list: DisplayList, of chart: String, at span: SourceSpan) -> [Diagnostic] {
  guard list.glyphs.contains(where: { $0.id == 0 }) else { return [] }
  var missing: [Unicode.Scalar] = []
  for case .glyphs(let run) in list.items.lazy.map(\.content) {
    var (byte, glyph) = (run.text.lowerBound, run.glyphs.lowerBound)
    for cluster in list.clusters[run.clusters] {
      let (bytes, glyphs) = (byte..<byte + Int(cluster.bytes), glyph..<glyph + Int(cluster.glyphs))
      (byte, glyph) = (bytes.upperBound, glyphs.upperBound)
      guard list.glyphs[glyphs].contains(where: { $0.id == 0 }) else { continue }
      for scalar in String(decoding: list.text[bytes], as: UTF8.self).unicodeScalars
      where !missing.contains(scalar) {
        missing.append(scalar)
      }
    }
  }
  return missing.map { scalar in
    Diagnostic(
      .missingGlyph, "no face of the chart “\(chart)” has \(codePoint(scalar)) “\(scalar)”",
      at: span, hints: ["add a family that has it to the chart's role in Fonts/fonts.yaml"])
  }
}

/// Moves findings about characters without a glyph from the block that shows them to the
/// characters: into the block's YAML, or into the data that it asks for.
///
/// Composition knows the place of a character of running text; what a block prints has gone through
/// YAML or a query, which leave only the block's own place.
func placeMissingGlyphs(_ diagnostics: inout [Diagnostic], in map: SourceMap) {
  var seen: Set<Diagnostic> = []
  diagnostics = diagnostics.compactMap { diagnostic in
    guard diagnostic.code == .missingGlyph, let scalar = scalar(namedIn: diagnostic.message) else {
      return diagnostic
    }
    var placed = diagnostic
    placed.span = place(of: scalar, near: diagnostic.span, in: map)
    return seen.insert(placed).inserted ? placed : nil
  }
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The character that a finding names as `U+4E00`.
private func scalar(namedIn message: String) -> Unicode.Scalar? {
  message.firstMatch(of: /U\+([0-9A-F]{4,6})/).flatMap { UInt32($0.1, radix: 16) }
    .flatMap(Unicode.Scalar.init)
}

/// The first occurrence in a span, after it in its file, or in another file of the report.
private func place(
  of scalar: Unicode.Scalar, near span: SourceSpan, in map: SourceMap
) -> SourceSpan {
  let sought = Array(String(scalar).utf8)
  let own = position(of: sought, in: map.text(of: span.source)[...], from: Int(span.lowerBound))
  if let own { return SourceSpan(source: span.source, range: own..<own + sought.count) }
  var other = SourceID(index: 1)
  while !map.file(of: other).isEmpty {
    if let start = position(of: sought, in: map.text(of: other)[...], from: 0) {
      return SourceSpan(source: other, range: start..<start + sought.count)
    }
    other.index += 1
  }
  return span
}

private func position(of sought: [UInt8], in text: ArraySlice<UInt8>, from start: Int) -> Int? {
  guard let first = sought.first, start <= text.count - sought.count else { return nil }
  return (start...text.count - sought.count).first { at in
    text[at] == first && text[at..<at + sought.count].elementsEqual(sought)
  }
}
