/// What a chart says of its own accord in one language; `{0}`, `{1}` … stand for its arguments.
struct ChartWords: Hashable, Sendable {
  var other, total, category, value, share: String
  var unit, source, note: String
  /// The unit within a sentence.
  var measured: String
  /// {0} name of the joined part, {1} its members.
  var joined: String
  /// {0} percentage of a cell.
  var cell: String
  /// {0} categories whose bars break off.
  var broken: String
  var truncated: String
  /// {0} where the value axis begins, {1} why.
  var raised: String
  /// That printed shares do not make the whole.
  var rounded: String
  /// {0} who was asked or how many.
  var sample: String
  /// Names of the kinds in the order of `ChartWords.Kind`.
  var kinds: [String]
  /// Before the changes of a waterfall.
  var changes: String
  /// {0} how many.
  var parts, missing: String
  /// {0} series.
  var noData: String
  /// {0} category, {1} value.
  var single: String
  /// {0} count, {1} value.
  var allEqual: String
  /// {0} count, {1} and {2} the largest with its value, {3} and {4} the smallest.
  var range: String
  /// {0} first value, {1} its time, {2} last value, {3} its time.
  var rise, fall: String
  var level: String
  /// {0} lower end, {1} upper end.
  var interval: String
  /// Punctuation.
  var colon, comma, stop: String
  /// Between members of a list.
  var enumeration: String

  /// What a kind of chart is called.
  enum Kind: Int {
    case percent, stacked, diverging, horizontal, vertical, lollipop, dot, line, pie, donut
    case halfDonut, waffle, multiples, waterfall
  }

  /// A template with its arguments in their places.
  static func fill(_ template: String, _ arguments: String...) -> String {
    var text = ""
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      text.append(contentsOf: Substring(rest[..<open]))
      rest = rest[open...].dropFirst()
      guard let digit = rest.first, arguments.indices.contains(Int(digit) - 0x30) else {
        text.append("{")
        continue
      }
      text += arguments[Int(digit) - 0x30]
      rest = rest.dropFirst(2)
    }
    text.append(contentsOf: Substring(rest))
    return text
  }

  /// The words of a BCP 47 tag; English where the language is not known.
  static func of(_ tag: String) -> ChartWords {
    switch tag.split(separator: "-").first.map({ $0.lowercased() }) ?? "" {
    case "zh": chinese
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    default: english
    }
  }
}
