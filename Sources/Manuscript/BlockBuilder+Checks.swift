internal import Declarations
internal import Diagnostics

/// Findings about ids and attributes.
extension BlockBuilder {
  mutating func checkID(_ id: Spanned<String>?, prefix: String, of thing: String) {
    guard let id else { return }
    if !isReferenceID(id.value) {
      diagnostics.append(
        Diagnostic(.invalidID, "“\(id.value)” cannot be referred to as an id", at: id.span))
    } else if !id.value.hasPrefix(prefix) || id.value == prefix {
      diagnostics.append(
        Diagnostic(
          .wrongIDPrefix, "the id “\(id.value)” of \(thing) does not begin with “\(prefix)”",
          at: id.span))
    }
  }

  /// Checks the keys of a picture or a table, which may have titles in further languages too.
  mutating func checkKeys(_ attributes: Attributes, known: [String]) {
    diagnostics += attributes.unknownKeys(known: known).filter { !$0.0.hasPrefix("title-") }
      .map(\.1)
  }
}

/// What `@id` can spell: a letter, then letters, digits and hyphens, and no hyphen at the end.
func isReferenceID(_ id: String) -> Bool {
  id.utf8.first?.isLowercase == true && id.utf8.last != .dash
    && id.utf8.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .dash }
}

extension Attributes {
  /// Findings about keys that mean nothing here, each with the key.
  func unknownKeys(known: [String]) -> [(String, Diagnostic)] {
    pairs.filter { !known.contains($0.key.value) }.map { pair in
      let hint =
        suggestion(for: pair.key.value, among: known)
        ?? "known attributes: \(known.joined(separator: ", "))"
      return (
        pair.key.value,
        Diagnostic(
          .unknownAttribute, "unknown attribute “\(pair.key.value)”", at: pair.key.span,
          hints: [hint])
      )
    }
  }
}
