internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

/// A block of the document, ready to be set: text by the index of its job, pictures by value.
indirect enum FlowBlock: Equatable, Sendable {
  case text(TextBlock)
  case figure(FigureBlock)
  case table(TableBlock)
  case box(BoxBlock)
  case entry(ContentsEntry)
  case columns(ColumnsBlock)
  case headed(HeadedBlock)
  /// Blocks on turned pages of their own.
  case landscape([FlowBlock])
}

/// A paragraph, heading or caption line.
struct TextBlock: Equatable, Sendable {
  var job: Int
  var style: ParagraphStyle
  /// Left edge of the text from the type area's.
  var x: Double
  /// A list label or note number beside the first line, with its own left edge.
  var label: Label?
  /// Whether its lines keep to the baseline grid where their leading allows it.
  var snaps = true
  /// Name of the place, for links to it.
  var destination: String?
  /// Section title that running heads show from here on.
  var section: String?
  var span: SourceSpan
  /// Lines that pagination chose instead of the best ones.
  var lines: [Line]?

  struct Label: Equatable, Sendable {
    var job: Int
    var x: Double
  }
}

/// A picture or a chart with its caption below.
struct FigureBlock: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case chart(DisplayList)
    case picture(ImageID)
  }

  var content: Content
  var size: Size
  var x: Double
  var node: StructureNodeID
  var caption: [TextBlock]
  var destination: String?
  var span: SourceSpan
  /// Where it may stand; nil leaves it to the layout.
  var placement: [FloatPlacement]?
}

/// Blocks that run through several columns.
struct ColumnsBlock: Equatable, Sendable {
  var blocks: [FlowBlock]
  var group: ColumnGroup
}

/// Blocks below a text that is shown again where a page or a column begins among them: the terms below
/// a term of the index.
struct HeadedBlock: Equatable, Sendable {
  var head: TextBlock
  var continued: TextBlock
  var blocks: [FlowBlock]
}

/// A table with its caption above and its source and note below.
struct TableBlock: Equatable, Sendable {
  var job: Int
  var look: TableLook
  var x: Double
  var measure: Double
  var caption: [TextBlock]
  /// Caption of the pieces after the first.
  var continued: [TextBlock]
  var footer: [TextBlock]
  var destination: String?
  var span: SourceSpan
  /// Where it may stand as a float; nil keeps it where it is called.
  var placement: [FloatPlacement]?
}

/// A boxed case: everything inside stands on one background.
struct BoxBlock: Equatable, Sendable {
  var title: [TextBlock]
  var blocks: [FlowBlock]
  var x: Double
  var width: Double
  var destination: String?
  var span: SourceSpan
}

/// An entry of the contents or of another list; its page is known only after pagination.
struct ContentsEntry: Equatable, Sendable {
  var text: TextBlock
  var target: String
  /// Width that text and leader may fill.
  var measure: Double
  /// The structure node of the page number.
  var node: StructureNodeID
  /// Whether the text stands at the right and the page number at the left.
  var isMirrored = false
}

/// What hangs on a run of text.
enum Attachment: Equatable, Sendable {
  /// Index in the report's footnotes.
  case note(Int)
  case link(Link.Target, node: StructureNodeID, contents: String)
}

/// A part of the document with its blocks.
struct PartFlow: Equatable, Sendable {
  var style: PartStyle
  var title: String
  var label: String
  /// The label as the opener shows it.
  var openerLabel = ""
  var ordinal: Int?
  var blocks: [FlowBlock]
  /// Texts at fixed places of the cover or the opener, by job.
  var fixed: [FixedText]
  var destination: String
  var span: SourceSpan
  var node: StructureNodeID
  /// Language of the part's own text.
  var language: String
  /// What collecting the part has added to the lists of the whole document.
  var extents: [CollectedExtent] = []
}

/// A text at a fixed place of a cover or an opener, by its job.
struct FixedText: Equatable, Sendable {
  var block: FixedBlock
  var job: Int
}
