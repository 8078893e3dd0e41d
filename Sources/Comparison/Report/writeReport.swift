internal import Diagnostics
internal import Geometry

/// A file of the report.
package struct ReportFile: Sendable {
  /// Relative to the report's folder.
  package var path: String
  package var bytes: [UInt8]
}

/// The comparison as a page for people, with the pictures beside it.
///
/// Nothing is loaded from elsewhere, and it can be read without its script. The pictures are, for
/// each edition, in the order of `EditionComparison.pages`; nil for pages that were not painted.
package func writeReport(
  _ comparison: OutputComparison, pictures: [[PagePictures?]]
) -> [ReportFile] {
  var writer = ReportWriter(comparison)
  writer.write(pictures)
  let page = ReportFile(path: "index.html", bytes: Array(writer.html.text.utf8))
  return [page] + writer.files
}

private struct ReportWriter {
  private let comparison: OutputComparison
  private(set) var html = HTMLText()
  private(set) var files: [ReportFile] = []

  init(_ comparison: OutputComparison) { self.comparison = comparison }

  mutating func write(_ pictures: [[PagePictures?]]) {
    begin()
    writeFigures()
    for (index, edition) in comparison.editions.enumerated() {
      writePages(edition, index < pictures.count ? pictures[index] : [], index)
    }
    writeRecords()
    if comparison.isSame {
      html.raw("<p class=\"none\">A reader of the two sees no difference.</p>\n")
    }
    html.raw("</main>\n<script>\(reportScript)</script>\n</body>\n</html>\n")
  }

  // MARK: Head

  private mutating func begin() {
    let title = comparison.title.isEmpty ? comparison.newName : comparison.title
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", "What changed: \(title)")
    html.raw("<style>\(reportStyle)</style>\n</head>\n<body>\n")
    html.raw("<a class=\"skip\" href=\"#main\">Skip to the changes</a>\n<header>\n<div>\n")
    html.element("h1", title, language: comparison.language)
    html.raw("<p class=\"names\"><span class=\"old\">Old</span> ")
    html.element("code", comparison.oldName)
    html.raw(" <span class=\"new\">New</span> ")
    html.element("code", comparison.newName)
    html.raw("</p>\n")
    html.element("p", tally, className: "tally")
    html.raw("</div>\n\(reportControls)</header>\n")
    writeIndex()
    html.raw("<main id=\"main\">\n")
  }

  /// `3 pages changed, 1 added · 5 paragraphs · 2 figures`.
  private var tally: String {
    var parts: [String] = []
    for edition in comparison.editions {
      let name = comparison.editions.count > 1 ? "\(edition.name): " : ""
      let kinds: [PageChange.Kind] = [.changed, .moved, .added, .removed]
      let counts = kinds.compactMap { kind -> String? in
        let count = edition.pages.count { $0.kind == kind }
        return count == 0 ? nil : "\(count) \(kind.rawValue)"
      }
      let pages = counts.isEmpty ? "no page differs" : "pages: " + counts.joined(separator: ", ")
      parts.append("\(name)\(pages), of \(edition.oldPages) old and \(edition.newPages) new")
      if edition.paragraphCount > 0 { parts.append(counted(edition.paragraphCount, "paragraph")) }
    }
    let figures = comparison.records.figures.count
    if figures > 0 { parts.append(counted(figures, "figure")) }
    return parts.joined(separator: " · ")
  }

  private mutating func writeIndex() {
    html.raw("<nav aria-label=\"Changes\">\n<ol>\n")
    if !comparison.records.figures.isEmpty {
      html.raw("<li><a href=\"#figures\">Figures</a></li>\n")
    }
    for (index, edition) in comparison.editions.enumerated() {
      for page in edition.shownPages {
        html.raw("<li><a href=\"#\(anchor(page.change, index))\" class=\"\(page.label)\">")
        html.text(shortName(page.change))
        html.raw("<span>\(page.label)</span></a></li>\n")
      }
    }
    if !records.isEmpty { html.raw("<li><a href=\"#records\">What went in</a></li>\n") }
    html.raw("</ol>\n</nav>\n")
  }

  private func shortName(_ page: PageChange) -> String {
    page.new.map { "Page \($0 + 1)" } ?? "Old \((page.old ?? 0) + 1)"
  }

  private func anchor(_ page: PageChange, _ edition: Int) -> String {
    let number = page.new.map { "page-\($0 + 1)" } ?? "old-\((page.old ?? 0) + 1)"
    return edition == 0 ? number : "\(number)-\(edition)"
  }

  // MARK: Figures

  private mutating func writeFigures() {
    let figures = comparison.records.figures
    guard !figures.isEmpty else { return }
    html.raw("<section id=\"figures\" tabindex=\"-1\">\n<h2>Figures</h2>\n")
    html.raw("<div class=\"scroll\"><table>\n<thead><tr>")
    for head in ["Figure", "Old", "New", "Where"] {
      html.raw("<th scope=\"col\">\(head)</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for figure in figures {
      html.raw("<tr><th scope=\"row\">")
      html.element("code", figure.figure)
      html.raw("</th><td>")
      let (gone, come) = figure.isPrinted ? ("del", "ins") : ("span", "span")
      for text in figure.old { html.element(gone, text, language: comparison.language) }
      html.raw("</td><td>")
      for text in figure.new { html.element(come, text, language: comparison.language) }
      html.raw("</td><td>")
      html.text(figureDetails(figure).joined(separator: ", "))
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody>\n</table></div>\n</section>\n")
  }

  // MARK: Pages

  private mutating func writePages(
    _ edition: EditionComparison, _ pictures: [PagePictures?], _ index: Int
  ) {
    let prefix = comparison.editions.count > 1 ? "\(edition.name): " : ""
    for page in edition.shownPages {
      html.raw("<article id=\"\(anchor(page.change, index))\" tabindex=\"-1\">\n<h2>")
      html.text(prefix + page.name.capitalizedFirst)
      html.raw(" <span class=\"kind \(page.label)\">\(page.label)</span></h2>\n")
      let isReflowed = page.label == "reflowed"
      if isReflowed {
        html.raw("<details>\n<summary>The same words, divided otherwise</summary>\n")
      }
      let details = page.details(comparison.records.figures)
      if !details.isEmpty {
        html.element("p", details.joined(separator: " · "), className: "details")
      }
      if page.index < pictures.count, let pictures = pictures[page.index] {
        writePictures(pictures, of: page.change, index)
      }
      writeTexts(page)
      html.raw(isReflowed ? "</details>\n</article>\n" : "</article>\n")
    }
  }

  private mutating func writePictures(
    _ pictures: PagePictures, of page: PageChange, _ edition: Int
  ) {
    guard pictures.old != nil || pictures.new != nil else { return }
    let size = pictures.new ?? pictures.old
    let width = Double(size?.width ?? 1)
    let longSide = Double(max(size?.width ?? 1, size?.height ?? 1))
    // A point is so much of the picture's width.
    let side = max(page.size?.width ?? 842, page.size?.height ?? 842, 1)
    let shift = page.shift / side * longSide / width
    html.raw("<div class=\"pair\" style=\"--shift:\(decimal(shift * 100))%\">\n")
    if let picture = pictures.old {
      writePicture(picture, "Old", page.old ?? 0, page, edition, offset: -shift)
    }
    if let picture = pictures.new {
      writePicture(picture, "New", page.new ?? 0, page, edition, offset: 0)
    }
    html.raw("</div>\n")
  }

  private mutating func writePicture(
    _ picture: PagePicture, _ side: String, _ number: Int, _ page: PageChange, _ edition: Int,
    offset: Double
  ) {
    let name = comparison.editions[edition].name
    let prefix = name.isEmpty ? "" : name + "-"
    let path = "pages/\(prefix)\(side.lowercased())-\(padded(number + 1)).png"
    files.append(ReportFile(path: path, bytes: picture.png))
    html.raw("<figure class=\"\(side.lowercased())\"><figcaption>\(side), page \(number + 1)")
    html.raw("</figcaption><div class=\"sheet\"><img src=\"\(escapedMarkup(path))\" ")
    html.raw("alt=\"Page \(number + 1) of the \(side.lowercased()) edition\" loading=\"lazy\" ")
    html.raw("width=\"\(picture.width)\" height=\"\(picture.height)\">")
    if page.kind == .changed {
      for box in page.difference?.boxes ?? [] {
        html.raw("<i style=\"left:\(decimal((box.x + offset) * 100))%;")
        html.raw("top:\(decimal(box.y * 100))%;width:\(decimal(box.width * 100))%;")
        html.raw("height:\(decimal(box.height * 100))%\"></i>")
      }
    }
    html.raw("</div></figure>\n")
  }

  private func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  /// Two decimals are less than a pixel.
  private func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return "\((value * 100).rounded() / 100)"
  }

  // MARK: Text

  private mutating func writeTexts(_ page: ShownPage) {
    let texts = page.texts.filter { $0.kind != .repaged }
    guard !texts.isEmpty, page.change.kind == .changed || page.change.kind == .same else { return }
    html.raw("<ul class=\"texts\">\n")
    for change in texts {
      html.raw("<li><span class=\"role\">\(roleName(change))</span><p dir=\"auto\"")
      html.raw(
        comparison.language.isEmpty ? ">" : " lang=\"\(escapedMarkup(comparison.language))\">")
      for run in change.runs {
        switch run.kind {
        case .kept: html.text(run.text)
        case .removed: html.element("del", run.text)
        case .added: html.element("ins", run.text)
        }
      }
      html.raw("</p></li>\n")
    }
    html.raw("</ul>\n")
  }

  private func roleName(_ change: TextChange) -> String {
    let name =
      switch change.role {
      case "TR": "table row"
      case "TOCI": "contents"
      case "LI": "list item"
      case "Note", "FENote": "note"
      case "Caption": "caption"
      case "Figure": "picture"
      case let role where role.hasPrefix("H"): "heading"
      default: "paragraph"
      }
    return change.kind == .changed ? name : "\(name) \(change.kind.rawValue)"
  }

  // MARK: Records

  private var records: [String] { recordLines(comparison.records) }

  private mutating func writeRecords() {
    guard !records.isEmpty else { return }
    html.raw(
      "<section id=\"records\" tabindex=\"-1\">\n<h2>What went in, what came out</h2>\n<ul>\n")
    for line in records { html.element("li", line) }
    html.raw("</ul>\n</section>\n")
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
