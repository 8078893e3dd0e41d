internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

/// Walks the report once and makes of it blocks, jobs to set, and the logical structure.
struct Collector {
  /// Where blocks stand: left edge from the type area's, width, and which style paragraphs take.
  struct Frame {
    var x: Double
    var width: Double
    /// Height of the pages that it is on.
    var height = Double.infinity
    var body: String
    var node: StructureNodeID
    /// Whether paragraphs stand in a list, where the label takes the place of an indent.
    var isInItem = false
    /// Whether it is a note, whose lines all stand at one distance.
    var isInNote = false
    /// Language of the text, where it differs from the layout's.
    var language: String?

    /// Whether the text runs from right to left, so that labels and indents change sides.
    func isRightToLeft(_ sheet: Stylesheet) -> Bool {
      language(sheet).isRightToLeft
    }

    func language(_ sheet: Stylesheet) -> String {
      language ?? sheet.paragraph(body).text.language
    }
  }

  let input: CompositionInput
  let sheet: Stylesheet
  let numbering: Numbering
  let marks: NoteMarks
  var styles: StyleTable
  var jobs: [SettingJob] = []
  var attachments: [Attachment] = []
  var structure = StructureTree()
  var notes: [[TextBlock]]
  /// The notes whose marks stand in each note.
  var innerNotes: [[Int]]
  /// The note whose text is being collected.
  var outerNote: Int?
  var notePlaces: [NotePlace] = []
  var outline: [HeadingEntry] = []
  var captions: [CaptionEntry] = []
  var terms: [IndexTerm] = []
  /// Where the references are listed.
  var referenceLists: [SourceSpan] = []
  var diagnostics: [Diagnostic] = []
  var notedIDs: Set<Int> = []
  var destinations = 0

  /// A heading as the outline and the contents list it.
  struct HeadingEntry {
    var level: Int
    var number: String
    var title: String
    var parts: [TitlePart]
    var destination: String
    var language: String
    var isInContents: Bool
  }

  /// A figure or a table as the lists of them show it.
  struct CaptionEntry {
    enum Kind {
      case figure
      case table
    }

    var kind: Kind
    var label: String
    var title: [TitlePart]
    var destination: String
    var language: String
  }

  init(_ input: CompositionInput, marks: NoteMarks) {
    self.input = input
    sheet = input.stylesheet
    self.marks = marks
    numbering = Numbering(input)
    styles = StyleTable(
      fonts: input.fonts, house: input.stylesheet.house, hyphenation: input.hyphenation)
    notes = Array(repeating: [], count: input.report.footnotes.count)
    innerNotes = Array(repeating: [], count: input.report.footnotes.count)
  }

  var measure: Double { sheet.page.typeArea(isVerso: false).width }

  /// A name for a place that has no id of its own.
  mutating func newDestination() -> String {
    destinations += 1
    return "p\(destinations)"
  }

  /// A paragraph style in the language of its surroundings.
  func style(_ name: String, in frame: Frame) -> ParagraphStyle {
    style(name, or: "body", in: frame)
  }

  func style(_ name: String, or fallback: String, in frame: Frame) -> ParagraphStyle {
    var style = sheet.paragraph(name, or: fallback)
    style.text.language = frame.language(sheet)
    if frame.isInNote { style.left = max(style.left, marks.inset * style.text.size) }
    return style
  }

  /// The words that the layout prints beside text in the language of a frame.
  func words(in frame: Frame) -> Words { sheet.words(in: frame.language(sheet)) }

  /// Adds a paragraph to be set in a style within a width.
  mutating func addJob(_ text: StyledText, _ style: ParagraphStyle, width: Double) -> Int {
    let settings = LineSettings(
      measure: max(width, 1), indent: style.indent, alignment: style.alignment,
      shortestLastLine: 2 * style.text.size)
    jobs.append(.text(text, settings))
    return jobs.count - 1
  }

  /// A plain string in a style as a block of its own.
  mutating func block(
    _ string: String, style name: String, in frame: Frame, node: StructureNodeID,
    span: SourceSpan
  ) -> TextBlock {
    let style = style(name, in: frame)
    var text = StyledText()
    text.append(string, style: styles.index(of: style.text), node: node, span: span)
    return block(text, style, in: frame, span: span)
  }

  mutating func block(
    _ text: StyledText, _ style: ParagraphStyle, in frame: Frame, span: SourceSpan
  ) -> TextBlock {
    let job = addJob(text, style, width: frame.width - style.left - style.right)
    return TextBlock(
      job: job, style: style,
      x: frame.x + (frame.isRightToLeft(sheet) ? style.right : style.left), label: nil,
      destination: nil, section: nil,
      span: span)
  }
}
