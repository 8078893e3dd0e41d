package import Geometry
package import Prepress

/// What an edition of a document is compared by.
package struct EditionContent: Sendable {
  package struct Page: Sendable {
    /// In points; nil when only Poppler can read the file.
    package var size: Size?
    /// See `DocumentContent.Page`; nil when the content could not be read.
    package var body: [UInt8]?
    package var places: [Float]
    package var margin: [UInt8]
    package var numbers: LoneNumbers
    package var left: Double?
    package var extent: Rect?
    package var words: [String]
  }

  package var pages: [Page]
  package var paragraphs: [DocumentContent.Paragraph]
  /// Whether the file's tags say what a paragraph is.
  package var isTagged: Bool
}

/// Why a PDF could not be read.
package enum ReadingError: Error, Hashable, Sendable {
  case encrypted
  case damaged
  case poppler(Poppler.Failure)
}

/// Reads a PDF: by our own reader where its structure tells the paragraphs, with Poppler's text
/// where it does not.
package func readEdition(
  _ bytes: [UInt8], at path: String, _ poppler: Poppler
) throws(ReadingError) -> EditionContent {
  var content: DocumentContent?
  do { content = try readContent(of: bytes) } catch {
    if error == .encrypted { throw .encrypted }
  }
  if let content, let paragraphs = content.paragraphs {
    return EditionContent(
      pages: content.pages.map { EditionContent.Page($0, words: tokenize($0.text).map(\.text)) },
      paragraphs: paragraphs, isTagged: true)
  }
  guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else { throw .damaged }
  let texts: [[DocumentContent.Paragraph]]
  do { texts = try poppler.paragraphs(of: path) } catch { throw .poppler(error) }
  return EditionContent(texts, content)
}

extension EditionContent {
  fileprivate init(_ texts: [[DocumentContent.Paragraph]], _ content: DocumentContent?) {
    let isKnown = content?.pages.count == texts.count
    pages = texts.enumerated().map { index, paragraphs in
      let words = paragraphs.flatMap { tokenize($0.text).map(\.text) }
      if isKnown, let page = content?.pages[index] {
        return Page(page, words: words)
      }
      return Page(
        size: nil, body: nil, places: [], margin: [], numbers: LoneNumbers(), left: nil,
        extent: nil,
        words: words)
    }
    paragraphs = texts.flatMap { $0 }
    isTagged = false
  }
}

extension EditionContent.Page {
  fileprivate init(_ page: DocumentContent.Page, words: [String]) {
    self.init(
      size: page.size, body: page.isComplete ? page.body : nil, places: page.places,
      margin: page.margin, numbers: page.numbers, left: page.left, extent: page.extent,
      words: words)
  }
}
