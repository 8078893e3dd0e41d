/// The space after a box, in points.
///
/// Single precision keeps a paragraph of 100,000 characters small; sums are taken in double.
struct Gap {
  /// Order in which lines are stretched (CLREQ 3.2.4): word spaces, Han–Latin, all others.
  enum Stretch: UInt8 {
    case word
    case hanLatin
    case character
  }

  /// Order in which lines are shrunk (CLREQ 3.2.3).
  enum Shrink: UInt8 {
    case word
    case interpunct
    case bracket
    case pause
    case hanLatin
    case stop
  }

  var width: Float = 0
  /// What the gap takes in its own class, before all gaps are stretched alike.
  var stretch: Float = 0
  /// What the gap takes of an even stretch of one part: a tenth of an em.
  var evenStretch: Float = 0
  var shrink: Float = 0
  /// Width that a break here adds to its line: that of a hyphen, or, negative, what hangs out.
  var breakWidth: Float = 0
  /// Cost of a break here, or `noBreak`, or `mustBreak`.
  var penalty: Int16 = Gap.noBreak
  var stretchClass = Stretch.character
  var shrinkClass = Shrink.word
  /// A space character that the gap stands for, as text to be extracted.
  var hasSpace = false

  static let noBreak = Int16.max
  static let mustBreak = Int16.min
  static let hyphenPenalty: Int16 = 50
  /// Cost of a line end inside a word that should stay whole.
  static let wordPenalty: Int16 = 400
  /// Cost of a line end that is only taken when all else leaves gaps of more than half an em.
  static let lastResortPenalty: Int16 = 20_000
  static let shrinkClasses = 6
  /// Stretch between characters that is still unobtrusive, in em; badness 100 at this much.
  static let idealCharacterStretch = 0.1
  /// Even stretch that takes a Han–Latin space from a third to half an em.
  static let hanLatinEvenLimit = (1.0 / 2 - 1.0 / 3) / idealCharacterStretch

  var isBreakable: Bool { penalty != Gap.noBreak }

  /// Whether nothing can ever happen at the gap, so that its neighbours make one box.
  var isRigid: Bool {
    width == 0 && stretch == 0 && evenStretch == 0 && shrink == 0 && !isBreakable
  }
}
