import Declarations
import Diagnostics
import Drawing
import Geometry
import Manuscript
import Stylesheet
import Testing
import Typography

@testable import Composition

/// Small documents on small pages: 20 characters of 10 pt by 20 lines of 15 pt.
enum Fixture {
  static let layout = """
    page: { width: 260pt, height: 360pt, top: 30pt, inside: 30pt, leading: 15pt, lines: 20,
      characters: 20, facing: true,
      footer: { style: folio, recto-right: "{page}", verso-left: "{page}" } }
    headings:
      - { number: "第{1:han}章", style: heading }
      - { number: "{1}.{2}", style: heading }
    contents: { depth: 2 }
    styles:
      body: { font: body, size: 10pt, leading: 15pt, indent: 2em }
      list: { extends: body, indent: 0, left: 2em }
      list-label: { extends: list, align: end, right: 0.4em }
      bullets: { extends: list, before: 0.5lines, after: 0.5lines }
      heading: { extends: body, indent: 0, align: start, before: 15pt, keep-with-next: true }
      footnote: { extends: body, size: 8pt, leading: 12pt, indent: 0, left: 12pt }
      caption: { extends: body, size: 8pt, leading: 12pt, indent: 0, align: center }
      table-caption: { extends: caption, keep-with-next: true }
      source: { extends: caption }
      table-head: { extends: caption }
      table-cell: { extends: caption, align: start }
      case-title: { extends: body, indent: 0 }
      case-body: { extends: body }
      folio: { extends: body, size: 8pt }
      contents-1: { extends: body, indent: 0 }
      contents-2: { extends: body, indent: 0 }
    inlines: { note-mark: { scale: 0.6, rise: 0.35 } }
    words: { item-label: "{n}." }
    notes: { before: 6pt, after: 6pt, between: 0pt }
    parts:
      contents: { kind: contents, folio: lower-roman }
      chapter: { numbered: true, restart-pages: true }
      next: { numbered: true }
      preface: { folio: lower-roman }
      book: { opens: recto, numbered: true }
      figures: { kind: figures, in-contents: false }
      tables: { kind: tables, in-contents: false }
      index: { kind: index }
      pairs: { kind: index, columns: 2 }
      references: { kind: references }
    """

  static func stylesheet() throws -> Stylesheet {
    var declaration = LayoutDeclaration()
    var map = SourceMap()
    let text = Array(layout.utf8)
    let yaml = parseYAML(text, source: map.add(file: "layout.yaml", text: text))
    try #require(yaml.diagnostics.isEmpty)
    try #require(declaration.read(yaml.value).isEmpty)
    let sheet = resolveStylesheet(declaration, roles: ["body"])
    try #require(sheet.diagnostics.isEmpty)
    return sheet.value
  }

  static func fonts() throws -> FontLibrary {
    var catalogue = FontCatalogue()
    catalogue.families = [
      family("serif", [.latin], "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", index: 0),
      family(
        "serif-sc", [.han], "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", index: 2),
    ]
    var role = FontCatalogue.Role()
    role.name = "body"
    role.families = ["serif", "serif-sc"]
    catalogue.roles = [role]
    let opened = FontLibrary.open(catalogue)
    try #require(opened.diagnostics.isEmpty)
    return opened.value
  }

  private static func family(
    _ id: String, _ scripts: [ScriptClass], _ path: String, index: Int
  ) -> FontCatalogue.Family {
    var family = FontCatalogue.Family()
    family.id = id
    family.scripts = scripts
    var face = FontCatalogue.Face()
    face.path = path
    face.index = index
    family.faces = [face]
    return family
  }

  /// One chapter of Markdown before it is composed.
  static func input(_ markdown: String) throws -> CompositionInput {
    var map = SourceMap()
    let files = ReportFiles(paths: { [] }, read: { _ in .success(Array(markdown.utf8)) })
    let report = Report.read(single: "text.md", from: files, into: &map)
    try #require(report.diagnostics.filter { $0.severity == .error }.isEmpty)
    return CompositionInput(
      report: report.value, stylesheet: try stylesheet(), fonts: try fonts())
  }

  /// Composes one chapter of Markdown.
  static func compose(
    _ markdown: String, jobs: Int = 1, change: (inout CompositionInput) -> Void = { _ in }
  ) async throws -> Diagnosed<PagedDocument> {
    var input = try input(markdown)
    input.jobs = jobs
    change(&input)
    return await Composition.compose(input)
  }

  static func compose(
    _ report: Report, jobs: Int = 1, change: (inout CompositionInput) -> Void = { _ in }
  ) async throws -> Diagnosed<PagedDocument> {
    var input = CompositionInput(report: report, stylesheet: try stylesheet(), fonts: try fonts())
    input.jobs = jobs
    change(&input)
    return await Composition.compose(input)
  }

  /// Composes a report of several parts, each a role with its Markdown.
  static func compose(
    parts: [(role: String, text: String)], jobs: Int = 1,
    change: (inout CompositionInput) -> Void = { _ in }
  ) async throws -> PagedDocument {
    try await composeAll(parts, jobs: jobs, change: change).value
  }

  /// What composing a report of several parts has to say.
  static func diagnostics(parts: [(role: String, text: String)]) async throws -> [Diagnostic] {
    try await composeAll(parts).diagnostics
  }

  private static func composeAll(
    _ parts: [(role: String, text: String)], jobs: Int = 1,
    change: (inout CompositionInput) -> Void = { _ in }
  ) async throws -> Diagnosed<PagedDocument> {
    var input = try input(parts: parts)
    input.jobs = jobs
    change(&input)
    return await Composition.compose(input)
  }

  /// A report of several parts before it is composed.
  static func input(parts: [(role: String, text: String)]) throws -> CompositionInput {
    var map = SourceMap()
    var yaml = "title: T\nparts:\n"
    for (index, part) in parts.enumerated() {
      yaml += "  - { role: \(part.role)\(part.text.isEmpty ? "" : ", file: \(index).md") }\n"
    }
    let declaration = yaml
    let read = { @Sendable (path: String) -> Result<[UInt8], ReportFiles.Failure> in
      if path == "report.yaml" { return .success(Array(declaration.utf8)) }
      guard let index = Int(path.dropLast(3)) else { return .failure(.missing) }
      return .success(Array(parts[index].text.utf8))
    }
    let files = ReportFiles(paths: { [] }, read: read)
    let report = Report.read(from: files, into: &map)
    try #require(report.diagnostics.filter { $0.severity == .error }.isEmpty)
    return CompositionInput(
      report: report.value, stylesheet: try stylesheet(), fonts: try fonts())
  }
}

/// A line of text as it stands on a page.
struct PlacedText {
  var text: String
  var node: StructureNodeID
  var rect: Rect
}

extension Page {
  /// Glyph runs with their boxes on the page, in the order of drawing.
  var texts: [PlacedText] {
    var turn: Turn?
    return list.items.compactMap { item in
      switch item.content {
      case .beginTurn(let begun): turn = begun
      case .endTurn: turn = nil
      default: break
      }
      guard case .glyphs(let run) = item.content, let first = list.glyphs[run.glyphs].first,
        let last = list.glyphs[run.glyphs].last
      else { return nil }
      let rect = Rect(
        x: first.x, y: first.y - 0.88 * run.size, width: last.x - first.x, height: run.size)
      return PlacedText(
        text: String(decoding: list.text[run.text], as: UTF8.self), node: item.node,
        rect: turn?.map(rect) ?? rect)
    }
  }

  /// Everything that is read on the page, without furniture.
  var text: String { texts.filter { !$0.node.isArtifact }.map(\.text).joined() }
}
