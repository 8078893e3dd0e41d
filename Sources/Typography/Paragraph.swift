internal import Drawing

/// A paragraph as boxes with gaps between them, and the glyphs of the boxes.
///
/// Boxes are what no line end may divide: a Han character, a word, a number. `gaps[i]` stands after
/// `boxes[i]`; a break at a gap discards it, which is how marks lose their spare half at line edges
/// (CLREQ 3.1.6.1) without a special case.
package struct Paragraph: Sendable {
  package internal(set) var source: StyledText
  var glyphs: [ShapedGlyph] = []
  var segments: [Segment] = []
  var boxes: [Box] = []
  var gaps: [Gap] = []
  /// Characters that no face has, as offsets in the text.
  package internal(set) var missing: [Int] = []

  init(source: StyledText) { self.source = source }

  package static let empty = Paragraph(source: StyledText())
}

extension Paragraph {
  /// Width on a single line, in points.
  package var naturalWidth: Double {
    boxes.reduce(0) { $0 + $1.width } + gaps.dropLast().reduce(0) { $0 + $1.width }
  }

  /// Width of the widest piece that no line end may divide, in points.
  package var minimumWidth: Double {
    var widest = 0.0
    var current = 0.0
    for (box, gap) in zip(boxes, gaps) {
      current += box.width
      widest = max(widest, current)
      current = gap.isBreakable ? 0 : current + gap.width
    }
    return widest
  }
}

/// A run of text set in one face and style.
struct Segment {
  var face: FaceID
  var style: Int32
  var run: Int32
  var unitsPerEm: Double
}

/// An unbreakable piece of a line.
struct Box {
  var segment: Int32
  var firstGlyph: Int32
  var glyphCount: Int32
  /// Range of the paragraph's UTF-16 that the box shows.
  var textStart: Int32
  var textEnd: Int32
  /// Advance in points without the spare halves of marks.
  var width: Double
  /// Where the first glyph's origin lies from the box's left edge: negative for opening marks, whose
  /// spare half stands before the ink.
  var shift: Double
}

/// The space after a box.
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

  var width = 0.0
  var stretch = 0.0
  var shrink = 0.0
  var stretchClass = Stretch.character
  var shrinkClass = Shrink.word
  /// Cost of a break here; nil where none is allowed.
  var penalty: Int16 = Gap.noBreak
  /// A space character that the gap stands for, as text to be extracted.
  var hasSpace = false

  static let noBreak = Int16.max
  static let mustBreak = Int16.min

  var isBreakable: Bool { penalty != Gap.noBreak }
}
