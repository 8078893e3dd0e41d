import Charts
import Diagnostics
import Foundation
import Manuscript
import RenderingFixtures
import Testing

@testable import Pipeline

/// What we promise of every report, shown on the example.
struct ExampleReportTests {
  @Test func buildsWithoutErrorsAndWithEveryFile() async throws {
    let built = try await BuiltReport.shared
    let errors = built.outcome.diagnostics.filter { $0.severity != .note }
    #expect(errors.map { "\($0.code.id): \($0.message)" } == [])
    let charts = built.compilation.charts.map(\.spec.id)
    #expect(charts.count >= 8)
    var expected = ["manifest.json", "\(BuiltReport.name)-screen.pdf"]
    expected += ["diagnostics.json", "diagnostics.sarif", "junit.xml"]
    for chart in charts {
      expected += ["csv", "pdf", "png", "svg"].map { "charts/\(chart).\($0)" }
    }
    #expect(built.files.keys.sorted() == expected.sorted())
    #expect(built.outcome.writtenFiles.count == expected.count)
  }

  @Test(.needs("pdffonts")) func allFontsAreEmbeddedAndSubset() async throws {
    let lines = try await BuiltReport.shared.run("pdffonts", "%").split(separator: "\n").dropFirst(
      2)
    #expect(lines.count >= 5)
    for line in lines {
      // Name, type, encoding, embedded, subset, to Unicode, object and generation.
      let words = line.split(separator: " ")
      #expect(words.dropLast(2).suffix(3) == ["yes", "yes", "yes"], "\(line)")
      #expect(words[0].wholeMatch(of: /[A-Z]{6}\+.+/) != nil, "\(line)")
    }
  }

  @Test(.needs("qpdf")) func qpdfFindsNothing() async throws {
    let built = try await BuiltReport.shared
    let charts = built.files.keys.sorted().filter { $0.hasSuffix(".pdf") }
    for name in charts {
      let result = try Tool.run("qpdf", ["--check", "%"], on: [UInt8](built.files[name] ?? Data()))
      #expect(result.status == 0 && !result.output.contains("WARNING"), "\(name): \(result.output)")
    }
  }

  @Test(.needs("qpdf")) func theOutlineHasAllHeadings() async throws {
    let built = try await BuiltReport.shared
    let json = try json(built.run("qpdf", "--json=2", "--json-key=outlines", "%"))
    let titles = outlineTitles(json["outlines"])
    // The contents and the list of figures and tables are no chapters.
    let made =
      built.report.parts.filter { $0.file == nil }.compactMap { $0.title?.value } + ["图目录", "表目录"]
    let expected = ExpectedText(built.compilation).headings.map(\.text).filter {
      !made.contains($0)
    }
    #expect(expected.contains { $0.hasPrefix("1.4.1") })
    #expect(titles.map(\.withoutSpace) == expected)
  }

  @Test(.needs("qpdf", "pdftotext")) func everyPageIsLabelledWithItsPrintedNumber() async throws {
    let built = try await BuiltReport.shared
    let labels = try pageLabels(
      json(built.run("qpdf", "--json=2", "--json-key=pagelabels", "--json-key=pages", "%")))
    let texts = try built.pageTexts()
    #expect(labels.count == texts.count && texts.count >= 28)
    #expect(labels.contains("1") && labels.contains("iii"))
    // The page of epigraphs counts, but shows no number, like a blank one.
    let silent = texts.indices.filter { texts[$0].isEmpty || texts[$0].hasPrefix("卷首语") }
    for (index, text) in texts.enumerated() where !silent.contains(index) {
      #expect(text.hasSuffix(labels[index]), "page \(index + 1)")
    }
    #expect(silent.count < 10)
  }

  @Test(.needs("qpdf")) func everyLinkLeadsSomewhere() async throws {
    let built = try await BuiltReport.shared
    let objects = try qpdfObjects(built.run("qpdf", "--json=2", "--json-key=qpdf", "%"))
    let links = objects.filter { $0["/Subtype"] as? String == "/Link" }
    #expect(links.count > ExpectedText(built.compilation).linkCount)
    for link in links {
      #expect(link["/Dest"] != nil || link["/A"] != nil)
      #expect((link["/Contents"] as? String)?.isEmpty == false)
    }
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func outlineTitles(_ items: Any?) -> [String] {
    (items as? [[String: Any]] ?? []).flatMap { item in
      [item["title"] as? String ?? ""] + outlineTitles(item["kids"])
    }
  }

  /// The label of each page, as a reader shows it (ISO 32000-1, 12.4.2).
  private func pageLabels(_ json: [String: Any]) throws -> [String] {
    let count = try #require(json["pages"] as? [Any]).count
    let ranges = try #require(json["pagelabels"] as? [[String: Any]])
    return (0..<count).map { page in
      guard let range = ranges.last(where: { $0["index"] as? Int ?? 0 <= page }),
        let label = range["label"] as? [String: Any], let style = label["/S"] as? String
      else { return "" }
      let number = page - (range["index"] as? Int ?? 0) + (label["/St"] as? Int ?? 1)
      return style == "/D" ? String(number) : roman(number)
    }
  }

  private func roman(_ number: Int) -> String {
    ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"][number]
  }

  private func qpdfObjects(_ text: String) throws -> [[String: Any]] {
    let parts = try #require(try json(text)["qpdf"] as? [[String: Any]])
    return parts.flatMap(\.values).compactMap { ($0 as? [String: Any])?["value"] as? [String: Any] }
  }
}
