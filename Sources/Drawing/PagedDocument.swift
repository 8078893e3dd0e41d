/// A composed document: all that painting and finishing need, and nothing of how it was composed.
package struct PagedDocument: Sendable {
  package var metadata: DocumentMetadata
  package var pages: [Page]
  package var structure: StructureTree
  package var outline: [OutlineItem]
  package var faces: [FaceResource]
  package var images: [ImageResource]
  /// How far artwork reaches beyond the trim, in points.
  package var bleed: Double

  package init(
    metadata: DocumentMetadata, pages: [Page], structure: StructureTree, outline: [OutlineItem],
    faces: [FaceResource], images: [ImageResource], bleed: Double
  ) {
    self.metadata = metadata
    self.pages = pages
    self.structure = structure
    self.outline = outline
    self.faces = faces
    self.images = images
    self.bleed = bleed
  }
}

/// What a document says of itself, for the PDF's information and XMP.
package struct DocumentMetadata: Hashable, Sendable {
  package var title: String
  package var authors: [String]
  package var organization: String?
  package var subject: String?
  package var keywords: [String]
  /// BCP 47.
  package var language: String
  /// ISO 8601 date, `2025-12-31`; also the creation date in the PDF.
  package var date: String

  package init(
    title: String, authors: [String] = [], organization: String? = nil, subject: String? = nil,
    keywords: [String] = [], language: String, date: String
  ) {
    self.title = title
    self.authors = authors
    self.organization = organization
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}

/// An entry of the outline (bookmarks), with those below it.
package struct OutlineItem: Hashable, Sendable {
  package var title: String
  package var destination: String
  package var children: [OutlineItem]

  package init(title: String, destination: String, children: [OutlineItem] = []) {
    self.title = title
    self.destination = destination
    self.children = children
  }
}

extension String {
  /// Whether a language, by its BCP 47 tag, is written from right to left.
  package var isRightToLeft: Bool { ["ar", "fa", "he", "ur"].contains { hasPrefix($0) } }
}
