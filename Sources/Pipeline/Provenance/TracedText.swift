internal import Charts
internal import Diagnostics
internal import Geometry

/// A piece of text whose places on the pages are to be found.
struct TracedText: Sendable {
  /// What shows a text that has no span of its own, within its block.
  enum Spot: Sendable, Hashable {
    /// Row and column of a table as they are shown.
    case cell(row: Int, column: Int)
    case items(ChartItems)
    /// All that a chart shows.
    case picture
  }

  /// What it was made from: its own span, or that of its block where it has a spot.
  var span: SourceSpan
  var spot: Spot?
}

/// A place on a page; a text that is divided over lines has several.
struct PrintedPlace: Sendable, Hashable {
  /// Index of the page in the document.
  var page: Int
  /// From the top left corner of the trimmed page, in points.
  var box: Rect
  /// The items of the page that show it.
  var items: [Int]
}
