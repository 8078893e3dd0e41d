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
  /// Readings that stand above runs, set as paragraphs of their own.
  var rubies: [RubyText] = []
  /// Whether lines run from right to left.
  package internal(set) var isRightToLeft = false
  /// Whether boxes stand in another order than their text.
  var isBidirectional = false
  /// Whether any run carries dots, a line or a reading.
  var hasOrnaments = false
  /// Spare half of an opening mark at the beginning that an indent keeps; 0 where it is trimmed.
  var indentedSpare = 0.0
  /// Width of the cells that Han characters keep to in justified lines, in points; 0 without a grid.
  var cell = 0.0
  /// Characters that no face has, as offsets in the text.
  package internal(set) var missing: [Int] = []

  init(source: StyledText) {
    self.source = source
    hasOrnaments = source.runs.contains {
      $0.ruby >= 0 || !$0.options.isDisjoint(with: .ornaments)
    }
  }

  package static let empty = Paragraph(source: StyledText())
}

extension Paragraph {
  /// The paragraph of another text that is set the same: with equal words, styles and options, whatever
  /// nodes, places and attachments its runs name; nil when it is not.
  package func renamed(as text: StyledText) -> Paragraph? {
    guard rubies.isEmpty, source.isSet(as: text) else { return nil }
    var paragraph = self
    paragraph.source = text
    return paragraph
  }

  /// Width on a single line, in points.
  package var naturalWidth: Double {
    boxes.reduce(0) { $0 + Double($1.width) } + gaps.dropLast().reduce(0) { $0 + Double($1.width) }
  }

  /// Width of the widest piece that no line end may divide, in points.
  package var minimumWidth: Double { minimumWidth(hyphenates: false) }

  /// As `minimumWidth`, with words divided or not.
  package func minimumWidth(hyphenates: Bool) -> Double {
    var widest = 0.0
    var current = 0.0
    for (box, gap) in zip(boxes, gaps) {
      current += Double(box.width)
      widest = max(widest, current + (hyphenates ? max(Double(gap.breakWidth), 0) : 0))
      let isDivided = gap.isBreakable && (hyphenates || gap.breakWidth <= 0)
      current = isDivided ? 0 : current + Double(gap.width)
    }
    return widest
  }
}

/// A reading with the run that it stands above.
struct RubyText {
  var run: Int32
  var paragraph: Paragraph
}

/// A run of text set in one face, style and direction.
struct Segment {
  var face: FaceID
  /// Embedding level of UAX #9: odd runs from right to left.
  var level: UInt8
  var style: Int32
  var run: Int32
  var unitsPerEm: Double

  var isRightToLeft: Bool { level & 1 == 1 }
}

/// An unbreakable piece of a line; lengths in points.
struct Box {
  var segment: Int32
  var firstGlyph: Int32
  var glyphCount: Int32
  /// Range of the paragraph's UTF-16 that the box shows.
  var textStart: Int32
  var textEnd: Int32
  /// Advance without the spare halves of marks.
  var width: Float
  /// Where the first glyph's origin lies from the box's left edge: negative for opening marks, whose
  /// spare half stands before the ink.
  var shift: Float
}
