package import Geometry

/// What a finished PDF shows, in a form that two files can be compared by.
package struct DocumentContent: Sendable, Equatable {
  package struct Page: Sendable, Equatable {
    /// In points; the crop box where there is one.
    package var size: Size
    /// A digest of everything painted but running matter and `numbers`.
    ///
    /// It does not depend on the numbers of
    /// glyphs in a subset, of objects and resources, nor on where things stand across the page.
    package var body: [UInt8]
    /// Where they stand, in points from `left`, in the order of painting: the same on a left and a
    /// right page, but for the rounding of the file's numbers.
    package var places: [Float]
    /// A digest of running matter, headers, folios and decoration: what is marked as an artifact.
    ///
    /// Numbers standing alone do not count.
    package var margin: [UInt8]
    /// Numbers standing alone in running matter, or anywhere in a file that does not mark it: a folio
    /// changes when a page moves.
    package var numbers: LoneNumbers
    /// Where the text begins, in points from the left edge of the sheet; nil without any.
    package var left: Double?
    /// Where the body lies, in points from the upper left corner, as far as the points that it is
    /// painted at tell; nil in a file whose running matter is not marked, and on a turned page.
    package var extent: Rect?
    /// The text of its marked content, in the order of painting; empty in a file without tags.
    package var text: String
    /// Whether the content could be read whole.
    package var isComplete: Bool
  }

  /// A paragraph, heading, caption, table row or entry of the contents, whole even where a page
  /// ends within it.
  package struct Paragraph: Sendable, Equatable {
    /// The standard structure type (ISO 32000-1, 14.8.4); empty when the file does not say.
    package var role: String
    /// Where it begins, from 0.
    package var page: Int
    package var text: String

    package init(role: String, page: Int, text: String) {
      self.role = role
      self.page = page
      self.text = text
    }
  }

  package var pages: [Page]
  /// In reading order; nil for a file without tags.
  package var paragraphs: [Paragraph]?
}

/// Numbers of a page, each of which may be that of the page itself.
package struct LoneNumbers: Hashable, Sendable {
  package var values: [Int] = []
  /// Of all that is painted of them, and where.
  package var digest: [UInt8] = []

  package init() {}
}
