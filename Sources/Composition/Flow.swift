internal import Drawing
internal import Stylesheet

/// The content of one part as a vertical list: what pagination divides into pages.
///
/// Items stand in one contiguous array; what they show is looked up by index only when pages are
/// placed.
struct Flow: Sendable {
  var items: [FlowItem] = []
  /// Figures that may move to a later page, in order; they keep it.
  var floats: [FloatItem] = []
  var scopes: [FlowScope] = []
  /// Indices of footnotes, in ranges that items and floats name.
  var noteMarks: [Int] = []
  /// Sections in several columns; items name theirs.
  var columns: [ColumnGroup] = []
  /// Paragraphs that can be had in a line more or fewer, in the order of their items.
  var variants: [FlowVariant] = []
  /// Wide content on pages of its own, turned.
  var turned: [TurnedFlow] = []

  var texts: [TextBlock] = []
  var figures: [FigureBlock] = []
  var tables: [TableBlock] = []
  var entries: [ContentsEntry] = []
}

/// A piece of a flow that no page break divides; lengths in points.
struct FlowItem: Sendable {
  enum Content: Sendable {
    case line(text: Int, line: Int)
    case figure(Int)
    case head(table: Int)
    case row(table: Int, row: Int)
    /// A line of a row that pages may divide.
    case rowLine(table: Int, row: Int, line: Int)
    case rule(table: Int)
    case entry(Int)
    case space
  }

  var content: Content
  /// Space above, which a page break before the item discards.
  var before = 0.0
  var height: Double
  /// Cost of a page break before the item.
  var cost = 0.0
  /// Whether the item stands on the baseline grid.
  var snaps = false
  /// The innermost box or table around it; -1 for none.
  var scope = -1
  /// The section in columns that it stands in; -1 for none.
  var columns = -1
  /// Note marks on it, in `noteMarks`.
  var notes: Range<Int> = 0..<0
}

/// A figure with its caption, which may move as a whole.
struct FloatItem: Sendable {
  /// The item before which the figure stands when it has not moved.
  var anchor: Int
  var items: [FlowItem]
  var before: Double
  var after: Double
  var notes: Range<Int>
  var placement: [FloatPlacement] = [.here, .top]
  /// The page of wide content that it is, in place of items.
  var turned: TurnedPage?

  var height: Double {
    if let turned { return turned.height }
    return items.enumerated().reduce(0) {
      $0 + ($1.offset == 0 ? 0 : $1.element.before) + $1.element.height
    }
  }
}

/// Content that is wider than high, divided into pages of its own.
struct TurnedFlow: Sendable {
  var flow: Flow
  var pages: [PagePlan]
}

/// A page of a turned flow, which fills the whole type area.
struct TurnedPage: Sendable {
  var flow: Int
  var page: Int
  var height: Double
}

/// A section whose lines run through several columns side by side, balanced on every page.
struct ColumnGroup: Hashable, Sendable {
  var count: Int
  /// Distance of the left edges of neighbouring columns.
  var pitch: Double
  /// Width of a column and the rule between two of them, if any.
  var width: Double
  var rule: RuleStyle?
}

/// A paragraph that pagination may have in another number of lines.
struct FlowVariant: Sendable {
  var items: Range<Int>
  var text: Int
  var leading: Double
  /// What a line fewer and a line more cost; nil where there is no such way.
  var shorter: Double?
  var longer: Double?
}

/// Something that surrounds several items and shows at every page break inside it.
struct FlowScope: Sendable {
  enum Kind: Sendable {
    case box(x: Double, width: Double)
    case table(Int)
    /// A row of a table that pages may divide.
    case row(table: Int, row: Int)
    /// What stands below a term of the index.
    case term
  }

  var kind: Kind
  var parent: Int
  /// Items that are repeated at the head of every further piece.
  var reopening: [FlowItem] = []
  /// Height that a piece takes at its foot when it is broken.
  var closing = 0.0

  /// Whether it surrounds text that runs on like any other, without edges of its own.
  var isPlain: Bool { if case .term = kind { true } else { false } }

  var openingHeight: Double { reopening.reduce(0) { $0 + $1.height } }
}
