/// A paragraph that another edition has, or has not, or has in other words.
package struct TextChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case changed
    case added
    case removed
    /// The same words at another place in the order of reading.
    case moved
    /// An entry of the contents with another page number, which follows from other changes.
    case repaged
  }

  /// Words that both have, or only one.
  package struct Run: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case kept
      case removed
      case added
    }

    package var kind: Kind
    package var text: String
  }

  package var kind: Kind
  /// The structure type, such as `P`, `H1` or `TR`; empty when it is not known.
  package var role: String
  /// Pages from 0 where it begins.
  package var oldPage: Int?
  package var newPage: Int?
  package var runs: [Run]
}

extension TextChange {
  /// A change of a page number alone in the contents is told as such.
  var classified: TextChange {
    guard kind == .changed, role == "TOCI" else { return self }
    let isNumber = runs.allSatisfy { run in
      run.kind == .kept || run.text.allSatisfy { $0.isNumber || $0.isWhitespace }
    }
    var copy = self
    if isNumber { copy.kind = .repaged }
    return copy
  }
}
