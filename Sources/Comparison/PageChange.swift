package import Geometry

/// A page of two editions, matched by what it shows.
package struct PageChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// It shows the same, whatever number it has.
    case same
    case changed
    /// It shows the same at another place in the order.
    case moved
    case added
    case removed
  }

  package var kind: Kind
  /// From 0; nil where it does not exist.
  package var old: Int?
  package var new: Int?
  /// Whether its words differ, not only its look.
  package var hasOtherWords = false
  /// How far the new page's text stands to the right of the old one's, in points.
  package var shift = 0.0
  /// Where the bodies of both lie, in points from the upper left corner of the new page; nil when
  /// the whole page counts.
  ///
  /// Headers and folios of a page that has another number are other ones.
  package var extent: Rect?
  /// Width and height of the new page in points, where they are known.
  package var size: Size?
  /// Whether the old page's are others, as far as both are known: a difference, whatever they show.
  package var hasOtherSize = false
  /// Nil until it has been painted.
  package var difference: PictureDifference?
}
