import Foundation
import RenderingFixtures
import Testing

@testable import Pipeline

/// The short ways in: a single file, a new report, a chart alone.
struct SmallReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func colophon(_ arguments: String...) throws -> Command {
    try Command.colophon(arguments + ["--home", LayeredWorld.root], in: folder.url)
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.url.appending(path: path)))
  }

  private func information(_ path: String) throws -> String {
    try Tool.run("pdfinfo", ["%"], on: try bytes(path)).output
  }

  // MARK: A single file

  private static let notes = """
    # 会议纪要

    会议于[3月]{.literal}举行，通过**两项**决定[^vote]，见@tbl-votes。

    ## 决定

    1. 设立工作组。
    2. 每季度报告一次。

    | 事项 | 票数 |
    |:-----|-----:|
    | 设立 | 12 |

    : 表决结果 {#tbl-votes}

    [^vote]: 一致通过。

    """

  @Test(.needs("pdfinfo", "pdftotext")) func aSingleFileIsAReport() throws {
    try folder.write(["notes.md": Array(Self.notes.utf8)], below: ".")
    let run = try colophon("build", "notes.md", "--output", "out")
    #expect(run.status == 0 && run.hasNoFindings, "\(run.errors)")
    #expect(
      try folder.contents(of: "out").keys.sorted() == [
        "notes/diagnostics.json", "notes/diagnostics.sarif", "notes/junit.xml",
        "notes/manifest.json", "notes/notes-screen.pdf",
      ])
    let information = try information("out/notes/notes-screen.pdf")
    #expect(information.contains(/Title: +会议纪要\n/))
    #expect(information.contains(/Pages: +1\n/))
    let text = try Tool.run(
      "pdftotext", ["-raw", "%", "-"], on: try bytes("out/notes/notes-screen.pdf")
    ).output.withoutSpace
    for part in ["会议纪要", "通过两项决定1，见表1。", "设立工作组。", "表1表决结果", "设立12", "1一致通过。"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(.needs("pdfinfo")) func frontMatterIsTheDeclaration() throws {
    let matter = "---\ntitle: 季度纪要\nauthors: [王敏]\ndate: 2025-06-30\n---\n"
    try folder.write(["notes.md": Array((matter + Self.notes).utf8)], below: ".")
    #expect(try colophon("build", "notes.md", "--output", "out").status == 0)
    let information = try information("out/notes/notes-screen.pdf")
    #expect(information.contains(/Title: +季度纪要\n/))
    #expect(information.contains(/Author: +王敏\n/))
    #expect(information.contains(/CreationDate: +Mon Jun 30/))
  }

  @Test func aMistakeInFrontMatterHasItsPlace() throws {
    let matter = "---\ntitle: 季度纪要\nautors: [王敏]\n---\n"
    try folder.write(["notes.md": Array((matter + Self.notes).utf8)], below: ".")
    let run = try colophon("build", "notes.md", "--output", "out")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("notes.md:3:1: error: "))
    #expect(run.errors.contains("“authors”"))
  }

  @Test(.needs("pdftotext")) func aReportMarksItsNotesInItsOwnWay() throws {
    let build = { (notes: String) in
      let matter = "---\ntitle: 纪要\nnotes: { \(notes) }\n---\n"
      try folder.write(["notes.md": Array((matter + Self.notes).utf8)], below: ".")
      return try colophon("build", "notes.md", "--output", "out")
    }
    #expect(try build("numbering: page, mark: circled").status == 0)
    let text = try Tool.run(
      "pdftotext", ["-raw", "%", "-"], on: try bytes("out/notes/notes-screen.pdf")
    ).output
    #expect(text.withoutSpace.contains("①一致通过。"))
    #expect(text.count { $0 == "①" } == 2)
    let run = try build("numberin: page")
    #expect(run.status == 1 && run.errors.contains("“numbering”"))
    let placed = try build("placement: after-mark")
    #expect(placed.errors.contains("notes.md:7:") && placed.errors.contains("note-placement"))
  }

  // MARK: A new report

  @Test(arguments: ["council-report", "article"])
  func aNewReportBuildsWithoutFindings(layout: String) throws {
    let made = try Command.colophon(["new", "x", "--layout", layout], in: folder.url)
    #expect(made.status == 0)
    let checked = try colophon("check", "x")
    #expect(
      checked.errors.wholeMatch(of: /\d+ pages?, 0 violations, 0 relaxations in \d+ ms\n/) != nil,
      "\(checked.errors)")
    let run = try colophon("build", "x", "--output", "out")
    #expect(run.status == 0 && run.hasNoFindings, "\(run.errors)")
    let names = try folder.contents(of: "out/x").keys.sorted()
    #expect(names.contains("x-screen.pdf") && names.contains("charts/fig-output.svg"))
  }

  @Test func aReportIsNamedAfterItsFolder() throws {
    try folder.write(SampleReport().files, below: "energy.2026")
    #expect(try colophon("build", "energy.2026", "--output", "out").status == 0)
    #expect(try colophon("build", "energy.2026/report.yaml", "--output", "again").status == 0)
    let names = try folder.contents(of: "out").keys.sorted()
    #expect(names.contains("energy.2026/energy.2026-screen.pdf"))
    #expect(try folder.contents(of: "again") == folder.contents(of: "out"))
  }

  // MARK: A chart alone

  private static let spec = """
    id: fig-two
    kind: bar
    title: 甲与乙
    data:
      - { name: 甲, value: 3 }
      - { name: 乙, value: 5 }
    x: name
    y: value

    """

  @Test(.needs("pdftotext")) func aChartIsDrawnFromASpecificationAlone() throws {
    try folder.write(["spec.yaml": Array(Self.spec.utf8)], below: ".")
    let run = try colophon("chart", "spec.yaml", "--output", "images", "--dpi", "96")
    #expect(run.status == 0, "\(run.errors)")
    let names = ["csv", "pdf", "png", "svg"].map { "fig-two.\($0)" }
    #expect(try folder.contents(of: "images").keys.sorted() == names)
    let svg = String(decoding: try bytes("images/fig-two.svg"), as: UTF8.self)
    #expect(svg.contains("甲与乙") && svg.contains("<text"))
    #expect(try bytes("images/fig-two.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let text = try Tool.run("pdftotext", ["%", "-"], on: try bytes("images/fig-two.pdf")).output
    #expect(text.withoutSpace.contains("甲与乙"))
  }

  @Test(arguments: [
    ("kind: bar", "kinds: bar", "spec.yaml:2:1: error: "),
    ("kind: bar", "kind: barr", "spec.yaml:2:7: error: "),
    ("y: value", "y: valu", "spec.yaml:8:4: error: "),
    ("x: name", "x: [name", "spec.yaml:8:"),
  ])
  func aMistakeInASpecificationHasItsPlace(old: String, new: String, place: String) throws {
    try folder.write(["spec.yaml": Array(Self.spec.replacing(old, with: new).utf8)], below: ".")
    let run = try colophon("chart", "spec.yaml", "--output", "images")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix(place), "\(run.errors)")
    #expect(try folder.contents(of: "images").isEmpty)
  }

  @Test func aSpecificationAloneHasNoTablesToQuery() throws {
    let spec = "id: fig-a\nkind: bar\ntitle: 甲\ndata: SELECT a, b FROM t\nx: a\ny: b\n"
    try folder.write(["spec.yaml": Array(spec.utf8)], below: ".")
    let run = try colophon("chart", "spec.yaml", "--output", "images")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("spec.yaml:4:7: error: "), "\(run.errors)")
  }

  @Test func aSpecificationIsNoReport() throws {
    try folder.write(["spec.yaml": Array(Self.spec.utf8)], below: ".")
    #expect(try colophon("check", "spec.yaml").status == 0)
    let run = try colophon("build", "spec.yaml", "--output", "out")
    #expect(run.status == 1)
    #expect(run.errors.contains("[pipeline.nothing-to-build]"))
  }

  @Test func theChartsOfAReportAreDrawnByID() throws {
    try folder.write(SampleReport().files, below: "sample")
    #expect(
      try colophon("chart", "sample", "fig-output", "--format", "svg", "--output", "images").status
        == 0)
    #expect(
      try folder.contents(of: "images").keys.sorted() == ["fig-output.csv", "fig-output.svg"])
    let unknown = try colophon("chart", "sample", "fig-outptu", "--output", "images")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("did you mean “fig-output”?"))
  }
}
