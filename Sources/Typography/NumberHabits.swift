/// How one number of a Chinese text is written, where a document has to choose one way.
package struct NumberHabit: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable {
    case commas = "grouped by commas"
    case thinSpaces = "grouped by thin spaces"
    case ungrouped = "not grouped"
    case hyphen = "negative by a hyphen"
    case minus = "negative by a minus sign"

    /// The rule by which a document has one form of this kind: grouping (GB/T 15835, 5.1.1), or the sign
    /// of negative numbers.
    package var rule: String {
      switch self {
      case .commas, .thinSpaces, .ungrouped: "E5.2"
      case .hyphen, .minus: "E5.6"
      }
    }
  }

  package var form: Form
  /// As UTF-16 offsets of the text.
  package var range: Range<Int>
  package var text: String
}

/// Finds how the numbers of Chinese texts are grouped and signed.
///
/// It holds compiled patterns: make one for many texts.
package struct NumberHabits {
  private let patterns: [(form: NumberHabit.Form, pattern: Regex<Substring>)]

  package init() {
    let patterns: [(NumberHabit.Form, Regex<Substring>)] = [
      (.commas, #/\b[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/#),
      (.thinSpaces, #/\b[0-9]{1,3}(?:[\u{2009}\u{202F}][0-9]{3})+(?![0-9])/#),
      (.ungrouped, countedNumber()),
      (.hyphen, #/(?:^|[\p{Han}（，、：；～])-[0-9]+(?:\.[0-9]+|[%％‰℃°])/#),
      (.minus, #/\u{2212}[0-9]+(?:\.[0-9]+)?/#),
    ]
    self.patterns = patterns.map { ($0.0, $0.1.matchingSemantics(.unicodeScalar)) }
  }

  package func found(in source: StyledText, styles: StyleTable) -> [NumberHabit] {
    guard let first = source.runs.first, styles.resolved[first.style].isChinese,
      source.text.contains(where: { 0x30...0x39 ~= $0 })
    else { return [] }
    // Most numbers are short and bare: what a form cannot do without is looked for first, which takes
    // a hundredth of the time of a pattern.
    let possible = patterns.filter { $0.form.mayStand(in: source.text) }
    guard !possible.isEmpty else { return [] }
    let string = source.string
    return possible.flatMap { form, pattern in
      string.matches(of: pattern).map { match in
        // What a hyphen stands behind tells what it is, but is no part of the number.
        let number = string[match.range].drop { $0 != "-" && $0 != "\u{2212}" && !$0.isNumber }
        let start = number.startIndex.utf16Offset(in: string)
        let end = number.endIndex.utf16Offset(in: string)
        return NumberHabit(form: form, range: start..<end, text: String(number))
      }
    }
  }
}

extension NumberHabit.Form {
  /// Whether a text of digits has what the form cannot do without.
  fileprivate func mayStand(in text: [UInt16]) -> Bool {
    switch self {
    case .commas: text.hasDigit(after: 0x2C)
    case .thinSpaces: text.hasDigit(after: 0x2009) || text.hasDigit(after: 0x202F)
    case .hyphen: text.hasDigit(after: 0x2D)
    case .minus: text.hasDigit(after: 0x2212)
    case .ungrouped: text.hasDigits(inRow: 5)
    }
  }
}

extension [UInt16] {
  fileprivate func hasDigit(after mark: UInt16) -> Bool {
    indices.dropFirst().contains { self[$0 - 1] == mark && 0x30...0x39 ~= self[$0] }
  }

  fileprivate func hasDigits(inRow length: Int) -> Bool {
    var row = 0
    return contains { unit in
      row = 0x30...0x39 ~= unit ? row + 1 : 0
      return row == length
    }
  }
}

/// A long number that counts or measures: without a unit it may be a code, which is never grouped.
private func countedNumber() -> Regex<Substring> {
  #/\b[0-9]{5,}(?=(?:\.[0-9]+)?\x20?(?:[元人名个家项次吨户亩辆艘架台套件册页美欧]|公里|公顷|平方|立方|千克|千瓦|标准))/#
}
