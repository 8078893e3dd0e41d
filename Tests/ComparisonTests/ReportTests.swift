import Diagnostics
import Testing

@testable import Comparison

struct ReportTests {
  private var comparison: OutputComparison {
    var comparison = OutputComparison(oldName: "a<b", newName: "c&d")
    comparison.title = "<script>alert(1)</script>"
    comparison.language = "zh\" onload=\"x"
    var edition = EditionComparison(name: "", oldPages: 1, newPages: 1)
    edition.pages = [PageChange(kind: .changed, old: 0, new: 0, hasOtherWords: true)]
    edition.texts = [
      TextChange(
        kind: .changed, role: "P", oldPage: 0, newPage: 0,
        runs: [
          TextChange.Run(kind: .removed, text: "<img src=x>"),
          TextChange.Run(kind: .added, text: "\u{1}\u{85}\"'&"),
        ])
    ]
    comparison.editions = [edition]
    return comparison
  }

  private func html(_ comparison: OutputComparison) -> String {
    let files = writeReport(comparison, pictures: [])
    return String(decoding: files.first?.bytes ?? [], as: UTF8.self)
  }

  @Test func textsOfADocumentStayTexts() {
    let html = html(comparison)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("<del>&lt;img src=x&gt;</del><ins>\u{FFFD}\u{FFFD}&quot;'&amp;</ins>"))
    #expect(html.contains("lang=\"zh&quot; onload=&quot;x\""))
    #expect(!html.contains("<img src=x>"))
  }

  @Test func anotherSizeIsTold() {
    var comparison = OutputComparison(oldName: "a", newName: "b")
    var edition = EditionComparison(name: "", oldPages: 1, newPages: 1)
    edition.pages = [
      PageChange(kind: .changed, old: 0, new: 0, hasOtherWords: true, hasOtherSize: true)
    ]
    edition.comparesText = true
    comparison.editions = [edition]
    #expect(summarize(comparison) == "page 1: changed (another size)\n")
    #expect(comparisonJSON(comparison).text().contains(#""resized":true"#))
  }

  @Test func nothingIsLoadedFromElsewhere() {
    let html = html(comparison)
    for word in ["http:", "https:", "//cdn", "@import", "url("] { #expect(!html.contains(word)) }
  }

  @Test func picturesLieBesideThePage() {
    let picture = PagePicture(width: 10, height: 20, png: [1, 2, 3])
    let files = writeReport(comparison, pictures: [[PagePictures(old: picture, new: picture)]])
    #expect(files.map(\.path) == ["index.html", "pages/old-001.png", "pages/new-001.png"])
    let html = String(decoding: files.first?.bytes ?? [], as: UTF8.self)
    #expect(html.contains("src=\"pages/old-001.png\" alt=\"Page 1 of the old edition\""))
  }
}
