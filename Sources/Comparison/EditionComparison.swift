/// What differs between two editions of a document.
package struct EditionComparison: Sendable {
  /// `screen`, `print`, or empty for files of other names.
  package var name: String
  package var oldPages: Int
  package var newPages: Int
  /// All pages in the order of the new edition; removed ones before those that follow them.
  package var pages: [PageChange]
  package var texts: [TextChange]
  /// Whether texts were compared; they are in one edition only.
  package var comparesText = false

  package init(
    name: String, oldPages: Int, newPages: Int, pages: [PageChange] = [], texts: [TextChange] = []
  ) {
    self.name = name
    self.oldPages = oldPages
    self.newPages = newPages
    self.pages = pages
    self.texts = texts
  }

  /// Paragraphs that differ in more than where the contents lead.
  package var paragraphCount: Int { texts.count { $0.kind != .repaged } }

  package var changedPages: [PageChange] { pages.filter { $0.kind != .same } }
}

/// What differs between two outputs.
package struct OutputComparison: Sendable {
  package var oldName: String
  package var newName: String
  /// As the new output says; empty when it does not.
  package var title = ""
  package var language = ""
  package var editions: [EditionComparison] = []
  package var records = RecordComparison()

  package init(oldName: String, newName: String) {
    self.oldName = oldName
    self.newName = newName
  }

  /// Whether a reader of the two sees no difference.
  ///
  /// What went into them may differ all the same.
  package var isSame: Bool {
    editions.allSatisfy { $0.changedPages.isEmpty && $0.texts.isEmpty }
      && !records.figures.contains(where: \.isPrinted) && records.charts.isEmpty
      && records.outputs.allSatisfy { $0.kind == .changed }
  }
}
