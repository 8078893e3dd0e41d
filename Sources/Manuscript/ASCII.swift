/// The bytes that Markdown's syntax is made of.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let asterisk = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let tilde = UInt8(ascii: "~")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
  static let leftParenthesis = UInt8(ascii: "(")
  static let rightParenthesis = UInt8(ascii: ")")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let exclamation = UInt8(ascii: "!")
  static let at = UInt8(ascii: "@")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let dot = UInt8(ascii: ".")
  static let dash = UInt8(ascii: "-")
  static let equals = UInt8(ascii: "=")
  static let pipe = UInt8(ascii: "|")
  static let slash = UInt8(ascii: "/")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let caret = UInt8(ascii: "^")
  static let semicolon = UInt8(ascii: ";")
  static let comma = UInt8(ascii: ",")

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { (self | 0x20).isLowercase }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isBlank: Bool { self == .space || self == .tab }
  var isWhitespace: Bool { isBlank || self == .newline || self == .carriageReturn }
  /// ASCII punctuation by CommonMark 0.29, section 2.1: what a backslash can escape.
  var isPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isAlphanumeric
  }
}

extension [UInt8] {
  /// The first offset in the range that does not satisfy the predicate, or the range's end.
  func skip(_ range: Range<Int>, while predicate: (UInt8) -> Bool) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, predicate(self[at]) { at += 1 }
    return at
  }

  /// The range without blanks and line ends at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skip(range, while: \.isWhitespace)
    var end = range.upperBound
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  func matches(_ text: String, at offset: Int) -> Bool {
    offset >= 0 && offset <= count && self[offset...].starts(with: text.utf8)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
