internal import Declarations
internal import Diagnostics

/// Finds entries that cannot be cited, that lack what their kind needs (GB/T 7714—2015, 4), or that say
/// what would not be printed.
///
/// - Returns: the entries that have an id of their own, and what is wrong.
func checkBibliography(_ entries: [BibliographyEntry]) -> Diagnosed<[BibliographyEntry]> {
  var diagnostics: [Diagnostic] = []
  var first: [String: SourceSpan] = [:]
  var kept: [BibliographyEntry] = []
  for entry in entries where !entry.id.value.isEmpty {
    if entry.isSound { diagnostics += findings(of: entry) }
    let id = entry.id
    if let earlier = first[id.value] {
      diagnostics.append(
        Diagnostic(.duplicateID, "the reference “\(id.value)” is declared twice", at: id.span)
          .labelled("first declared here", at: earlier))
    } else {
      first[id.value] = id.span
      kept.append(entry)
    }
  }
  return Diagnosed(kept, diagnostics)
}

private func findings(of entry: BibliographyEntry) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let (id, kind) = (entry.id, entry.kind)
  if !isReferenceID(id.value) {
    diagnostics.append(
      Diagnostic(.invalidID, "“\(id.value)” cannot be cited as an id", at: id.span))
  }
  var needs = kind.needs
  if entry[.url] != nil { needs.append([.accessed]) }
  for alternatives in needs where alternatives.allSatisfy({ entry[$0] == nil }) {
    let names = alternatives.map { "“\($0.rawValue)”" }.joined(separator: " or ")
    diagnostics.append(
      Diagnostic(
        .incompleteReference, "the \(kind.rawValue) “\(id.value)” needs \(names)", at: id.span))
  }
  for field in EntryField.allCases where kind.ignored.contains(field) {
    guard let text = entry.texts[field] else { continue }
    diagnostics.append(
      Diagnostic(
        .unusedField, "“\(field.rawValue)” is not printed of a \(kind.rawValue)",
        severity: .warning, at: text.span))
  }
  return diagnostics
}
