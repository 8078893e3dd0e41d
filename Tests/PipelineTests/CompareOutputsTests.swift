import Foundation
import RenderingFixtures
import Seeds
import Testing

/// `colophon diff` on outputs of real builds.
@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: Tool.isInstalled("pdftoppm"), "poppler-utils is not installed"))
struct CompareOutputsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Builds the sample report with pieces replaced, into a folder of its own.
  private func build(
    _ name: String, _ changes: [(path: String, old: String, new: String)] = []
  ) throws {
    var report = SampleReport()
    for change in changes {
      report = try report.replacing(change.old, with: change.new, in: change.path)
    }
    try folder.write(report.files, below: "\(name)/report")
    let built = try Command.colophon(
      ["build", "report", "--output", "out", "--home", LayeredWorld.root],
      in: folder.url.appending(path: name))
    try #require(built.status == 0, "\(built.errors)")
  }

  private func diff(_ arguments: String...) throws -> Command {
    try Command.colophon(["diff"] + arguments, in: folder.url)
  }

  private let outputs = ["a/out/report", "b/out/report"]

  @Test func theSameReportIsTheSame() throws {
    try build("a")
    try build("b")
    let same = try diff(outputs[0], outputs[1])
    #expect(same.status == 0 && same.output.isEmpty, "\(same.output)\(same.errors)")
    #expect(same.errors.hasPrefix("no difference in "))
  }

  @Test func aNumberIsFollowedFromDataToPage() throws {
    try build("a")
    try build("b", [("data/output.csv", "460", "480")])
    let found = try diff(outputs[0], outputs[1], "--output", "what")
    #expect(found.status == 1)
    #expect(found.output.contains("figure total: 580亿元 → 600亿元, page 1, "), "\(found.output)")
    #expect(found.output.contains("产出合计[-580-]{+600+}亿元"), "\(found.output)")
    #expect(found.output.contains("制造业 |[- 460-]{+ 480+}"), "\(found.output)")
    #expect(found.output.contains("\nchart fig-output 图\u{202F}1: changed (data)\n"))
    #expect(found.output.hasSuffix("\ninput data/output.csv: changed\n"))
    let files = try folder.contents(of: "what")
    #expect(
      files.keys.sorted()
        == ["index.html", "pages/screen-new-001.png", "pages/screen-old-001.png"])
    let html = String(decoding: files["index.html"] ?? Data(), as: UTF8.self)
    #expect(html.contains("<del lang=\"zh-CN\">580亿元</del>") && html.contains("<i style=\"left:"))
  }

  /// An inserted page changes no other, though all their folios do and left pages become right ones.
  @Test func anInsertedPageIsOnePage() throws {
    try build("a", parts: [1, 2, 3])
    try build("b", parts: [1, 9, 2, 3])
    let found = try diff(outputs[0], outputs[1], "--output", "what")
    let lines = found.output.split(separator: "\n").filter { $0.contains("page") }
    #expect(lines == ["screen page 2: added", "print page 2: added"], "\(found.output)")
    let pictures = try folder.contents(of: "what").keys.filter { $0.hasSuffix(".png") }
    #expect(pictures.sorted() == ["pages/print-new-002.png", "pages/screen-new-002.png"])
  }

  /// Builds a report of parts without numbers, a page each.
  private func build(_ name: String, parts: [Int]) throws {
    var declaration = "title: 样本\ndate: 2025-12-31\nlayout: council-report\nparts:\n"
    var files: [String: [UInt8]] = [:]
    for part in parts {
      declaration += "  - role: conclusion\n    file: chapters/\(part).md\n"
      let text = String(repeating: "文稿\(part)讲它自己的事情。", count: 30)
      files["chapters/\(part).md"] = Array("# 文稿\(part)\n\n\(text)\n".utf8)
    }
    files["report.yaml"] = Array(declaration.utf8)
    try folder.write(files, below: "\(name)/report")
    let built = try Command.colophon(
      ["build", "report", "--output", "out", "--edition", "all", "--home", LayeredWorld.root],
      in: folder.url.appending(path: name))
    try #require(built.status == 0, "\(built.errors)")
  }

  @Test func machinesReadTheSame() throws {
    try build("a")
    try build("b", [("data/output.csv", "460", "480")])
    let found = try diff(outputs[0], outputs[1], "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    #expect(json["same"] as? Bool == false)
    let figures = json["figures"] as? [[String: Any]]
    #expect(figures?.first?["old"] as? [String] == ["580亿元"])
    #expect(figures?.first?["new"] as? [String] == ["600亿元"])
  }

  /// The pictures decide where words do not: another colour is a difference, above a threshold not.
  @Test func aThresholdForgivesPictures() throws {
    try build("a")
    try build("b", [("images/block.svg", "<rect ", "<rect fill=\"#c00\" ")])
    let files = ["a/out/report/report-screen.pdf", "b/out/report/report-screen.pdf"]
    let strict = try diff(files[0], files[1])
    #expect(strict.status == 1)
    #expect(strict.output.contains(" of the picture)"), "\(strict.output)")
    let lenient = try diff(files[0], files[1], "--threshold", "50%")
    #expect(lenient.status == 0 && lenient.output.isEmpty)
  }

  // MARK: Files from elsewhere

  /// A file without tags: one page with lines of text.
  private func page(_ lines: String..., width: Int = 595, more: String = "") -> [UInt8] {
    let text = lines.map { "(\($0)) Tj 0 -30 Td " }.joined()
    let content = "BT /F 12 Tf 50 700 Td \(text) ET \(more)"
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return Array(
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(width) 842]/Contents 4 0 R
      /Resources<</Font<</F \(font)>>>>>>endobj
      4 0 obj<</Length \(content.utf8.count)>>stream
      \(content)
      endstream endobj
      trailer<</Root 1 0 R>>
      """.utf8)
  }

  private func diff(_ old: [UInt8], _ new: [UInt8]) throws -> Command {
    try folder.write(["old.pdf": old, "new.pdf": new], below: ".")
    return try diff("old.pdf", "new.pdf")
  }

  @Test func aNumberAloneOnAPageIsRead() throws {
    #expect(try diff(page("2024"), page("2024")).status == 0)
    let title = try diff(page("2024"), page("2025"))
    #expect(title.status == 1 && title.output.contains("{+2025+}"), "\(title.output)")
    let row = try diff(page("Total", "12", "15"), page("Total", "12", "16"))
    #expect(row.status == 1 && row.output.contains("12[- 15-]{+ 16+}"), "\(row.output)")
    let folio = try diff(page("Total", "1"), page("Total", "1"))
    #expect(folio.status == 0)
  }

  @Test func anotherSizeOfAPageIsADifference() throws {
    let found = try diff(page("a"), page("a", width: 610))
    #expect(found.status == 1)
    #expect(found.output == "page 1: changed (another size)\n", "\(found.output)")
  }

  /// What paints the same in another way is found the same by its pictures.
  @Test func anotherWayToPaintIsNoDifference() throws {
    let old = page("a", more: "q 1 0 0 rg 90 90 50 50 re f Q 200 200 20 20 re f")
    #expect(
      try diff(old, page("a", more: "200 200 20 20 re f 1 0 0 rg 90 90 50 50 re f")).status == 0)
    let black = page("a", more: "q 1 0 0 rg 90 90 50 50 re f 200 200 20 20 re f Q")
    #expect(try diff(old, black).status == 1)
  }

  // MARK: Trouble

  @Test func whatCannotBeComparedIsStatus2() throws {
    try build("a")
    let pdf = try Data(contentsOf: folder.url.appending(path: "a/out/report/report-screen.pdf"))
    try folder.write(
      ["cut.pdf": Array(pdf.prefix(900)), "text.pdf": Array("no PDF".utf8), "empty.pdf": []],
      below: ".")
    try folder.write(["manifest.json": Array("{]".utf8)], below: "broken")
    for (subject, code) in [
      ("nowhere", "pipeline.missing-file"), ("a/out", "diff.no-output"),
      ("broken", "diff.broken-manifest"), ("cut.pdf", "diff.unreadable-pdf"),
      ("text.pdf", "diff.unreadable-pdf"), ("empty.pdf", "diff.unreadable-pdf"),
    ] {
      let found = try diff(subject, "a/out/report")
      #expect(found.status == 2 && found.output.isEmpty, "\(subject)")
      #expect(found.errors.contains("[\(code)]"), "\(subject): \(found.errors)")
    }
    let nested = try diff("a/out", "a/out/report")
    #expect(nested.errors.contains("did you mean “a/out/report”?"))
  }

  @Test func aFolderWithOtherFilesIsNotReplaced() throws {
    try build("a")
    try folder.write(["thesis.txt": [1]], below: "mine")
    let found = try diff(outputs[0], outputs[0], "--output", "mine")
    #expect(found.status == 2 && found.errors.contains("[diff.occupied-folder]"))
    #expect(try folder.contents(of: "mine").keys.sorted() == ["thesis.txt"])
  }

  @Test(.enabled(if: Tool.isInstalled("qpdf"), "qpdf is not installed"))
  func anEncryptedFileIsSaidToBe() throws {
    try build("a")
    let path = "a/out/report/report-screen.pdf"
    let pdf = Array(try Data(contentsOf: folder.url.appending(path: path)))
    let locked = try Tool.transform(
      "qpdf", ["--encrypt", "u", "o", "256", "--", "%", "@"], on: pdf)
    try folder.write(["locked.pdf": locked], below: ".")
    let found = try diff("locked.pdf", path)
    #expect(found.status == 2 && found.errors.contains("“locked.pdf” is encrypted"))
  }

  /// Spoilt bytes end in a status, never in a crash.
  @Test(arguments: 0..<12)
  func spoiltFilesEndInAStatus(seed: UInt64) throws {
    try build("a")
    let path = "a/out/report/report-screen.pdf"
    var bytes = Array(try Data(contentsOf: folder.url.appending(path: path)))
    var random = SplitMix64(seed: seed)
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    try folder.write(["spoilt.pdf": bytes], below: ".")
    let found = try diff("spoilt.pdf", path)
    #expect([0, 1, 2].contains(found.status), "\(found.status)")
  }
}
