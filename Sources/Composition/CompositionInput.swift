package import Diagnostics
package import Drawing
package import Geometry
package import Manuscript
package import Stylesheet
package import Typography

/// Everything that a document is composed of; where it came from is the pipeline's business.
package struct CompositionInput: Sendable {
  package var report: Report
  package var stylesheet: Stylesheet
  package var fonts: FontLibrary
  /// Shown text of each figure binding in the prose, by the binding's place.
  package var bindings: [SourceSpan: String] = [:]
  /// The same of ranges, in parts that have places of their own.
  package var ranges: [SourceSpan: [(text: String, span: SourceSpan)]] = [:]
  /// Descriptions of pictures that hold figures, as they are read, by their place.
  package var alternatives: [SourceSpan: String] = [:]
  /// Charts by the place of their block.
  package var charts: [SourceSpan: ChartContent] = [:]
  /// Data tables by the place of their block.
  package var tables: [SourceSpan: TableContent] = [:]
  /// Pictures of the manuscript by path.
  package var pictures: [String: PictureContent] = [:]
  /// Pictures of the layout by file name.
  package var artwork: [String: ImageID] = [:]
  /// Hyphenation patterns of the languages of the report.
  package var hyphenation = Hyphenation.none
  /// Whether finished lines are checked against the rules of typesetting.
  package var inspectsLines = false
  /// Whether every page says why it ends where it does.
  package var explainsPages = false
  /// How many tasks may set paragraphs at the same time.
  package var jobs = 1

  /// The report's title as it is shown.
  var title: String { report.title(showing: bindings)?.value ?? "" }

  package init(report: Report, stylesheet: Stylesheet, fonts: FontLibrary) {
    self.report = report
    self.stylesheet = stylesheet
    self.fonts = fonts
  }
}

/// The title of a figure or a table in a further language, under the first (bilingual captions).
package struct TranslatedTitle: Sendable {
  /// BCP 47.
  package var language: String
  package var title: [Inline]

  package init(language: String, title: [Inline]) {
    self.language = language
    self.title = title
  }
}

/// A chart as replaced content: a picture with a size that composition does not look into.
package struct ChartContent: Sendable {
  package var title: [Inline]
  package var translations: [TranslatedTitle] = []
  package var size: Size
  package var list: DisplayList
  /// The chart in parts for pages that follow each other, when it is higher than one.
  package var pieces: [(size: Size, list: DisplayList)] = []
  package var alt: String
  package var source: [Inline]
  package var note: [Inline]
  /// Where it may stand; nil leaves it to the layout.
  package var placement: [FloatPlacement]?

  package init(
    title: [Inline], size: Size, list: DisplayList, alt: String, source: [Inline] = [],
    note: [Inline] = []
  ) {
    self.title = title
    self.size = size
    self.list = list
    self.alt = alt
    self.source = source
    self.note = note
  }
}

/// A picture that the manuscript shows.
package struct PictureContent: Sendable {
  package var image: ImageID
  /// Natural size, of which only the proportion counts.
  package var size: Size

  package init(image: ImageID, size: Size) {
    self.image = image
    self.size = size
  }
}
