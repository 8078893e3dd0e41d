extension SourceMap {
  /// Takes findings over from another map, with the texts that they point into.
  ///
  /// A text that is already here under the same name is not added again, so that findings of many
  /// builds of one report share their sources.
  package mutating func adopt(_ diagnostics: [Diagnostic], from other: SourceMap) -> [Diagnostic] {
    var adopted: [SourceID: SourceID] = [:]
    return diagnostics.map { diagnostic in
      var copy = diagnostic
      adopt(&copy.span, from: other, &adopted)
      for index in copy.labels.indices { adopt(&copy.labels[index].span, from: other, &adopted) }
      return copy
    }
  }

  private mutating func adopt(
    _ span: inout SourceSpan, from other: SourceMap, _ adopted: inout [SourceID: SourceID]
  ) {
    guard span != .none else { return }
    let source = adopted[span.source] ?? find(span.source, of: other)
    adopted[span.source] = source
    span.source = source
  }

  private mutating func find(_ source: SourceID, of other: SourceMap) -> SourceID {
    let (file, text) = (other.file(of: source), other.text(of: source))
    return known(file: file, text: text) ?? add(file: file, text: text)
  }
}
