package import Diagnostics

extension DiagnosticCode {
  package static let figuresReference = DiagnosticCode(
    "figures.reference", "A figure in text is written {{ id }} or {{ id | format }}.")
}

/// A text with figures in it, in the pieces that it is made of.
package struct SubstitutedText: Sendable {
  package enum Piece: Sendable {
    case text(String)
    /// A figure as it is printed, with its own place.
    case number(PrintedNumber)
  }

  package fileprivate(set) var pieces: [Piece] = []

  /// All of it as it is shown.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .number(let number): number.text
      }
    }.joined()
  }

  /// The numbers in it in their order, the other ends of ranges too.
  package var numbers: [PrintedNumber] {
    pieces.flatMap { piece -> [PrintedNumber] in
      guard case .number(let number) = piece else { return [] }
      return [number] + number.rangeEnd
    }
  }
}

extension DataLayer {
  /// Prints every `{{ id | format }}` of a text that is no manuscript, such as a chart's title.
  ///
  /// - Parameters:
  ///   - text: the text with references in it.
  ///   - language: BCP 47 tag of the text.
  ///   - span: where the text stands, without quotes.
  /// - Returns: the text as it is shown; each number in it has a place of its own.
  package func substitute(
    in text: String, language: String, at span: SourceSpan
  ) -> Diagnosed<SubstitutedText> {
    var shown = SubstitutedText()
    var diagnostics: [Diagnostic] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      shown.append(rest[..<opening.lowerBound])
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
        diagnostics.append(Diagnostic(.figuresReference, "“{{” opens and never closes", at: span))
        shown.append(rest[opening.lowerBound...])
        return Diagnosed(shown, diagnostics)
      }
      let steps = rest[opening.upperBound..<closing.lowerBound]
        .split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0.filter { !$0.isWhitespace }) }
      let printed = print(
        steps.first ?? "", formats: Array(steps.dropFirst()), language: language,
        at: span.part(opening.lowerBound..<closing.upperBound, of: text),
        endingAt: rest[opening.upperBound..<closing.lowerBound].rangeEnd.map {
          span.part($0, of: text)
        })
      shown.pieces.append(.number(printed.value))
      diagnostics += printed.diagnostics
      rest = rest[closing.upperBound...]
    }
    shown.append(rest)
    return Diagnosed(shown, diagnostics)
  }
}

extension SubstitutedText {
  fileprivate mutating func append(_ text: Substring) {
    if !text.isEmpty { pieces.append(.text(String(text))) }
  }
}

extension Substring {
  /// Where the figure that ends a range is named.
  fileprivate var rangeEnd: Range<Index>? {
    guard let open = firstRange(of: "range("),
      let close = self[open.upperBound...].firstIndex(of: ")")
    else { return nil }
    return open.upperBound..<close
  }
}

extension SourceSpan {
  /// Where a part of the text stands that begins here.
  fileprivate func part(_ range: Range<String.Index>, of text: String) -> SourceSpan {
    let start = Int(lowerBound) + text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return SourceSpan(source: source, range: start..<start + text[range].utf8.count)
  }
}
