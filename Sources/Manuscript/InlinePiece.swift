internal import Diagnostics

/// A stretch of a passage in the flat list that inlines are first parsed into.
struct InlinePiece {
  enum Kind {
    case text
    /// An escape or a character reference, with the text that it stands for.
    case replaced(String)
    case softBreak
    case hardBreak
    /// A finished inline without anything to parse inside.
    case leaf(Inline)
    /// A run of `*`, `_` or `~~`: index into the list of runs.
    case delimiters(Int)
    case open(InlineContainer)
    case close
    /// A comment, or markup that was refused.
    case nothing
  }

  var kind: Kind
  /// Offsets in the passage.
  var range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What a pair of brackets turned out to be.
indirect enum InlineContainer {
  case link(destination: String, title: String?, Attributes)
  case image(path: Range<Int>, destination: String, title: String?, Attributes)
  case span(Attributes)
}

/// An opening bracket that waits for its closing one.
struct Bracket {
  /// Index of its piece.
  var piece: Int
  var isImage: Bool
  /// Whether a link may still begin here; links hold no links.
  var isActive = true
  /// Whether another bracket was opened inside, so that the text is no label.
  var holdsBracket = false
  /// The last delimiter run before it.
  var delimiterFloor: Int
}

/// A run of emphasis marks.
struct DelimiterRun {
  var mark: UInt8
  /// Length as written, which the rule of three counts.
  let length: Int
  /// How many marks are not yet used.
  var left: Int
  var canOpen: Bool
  var canClose: Bool
  /// Neighbours in the list of runs that are still open; -1 for none.
  var previous: Int
  var next = -1
  /// The pairs that end here and that begin here, each in the order in which they were found.
  var closes: [Int] = []
  var opens: [Int] = []
}
