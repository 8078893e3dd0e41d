import Declarations
import Diagnostics
import Manuscript

/// A manuscript read from a literal, with the means to look at it.
struct Sample {
  var report: Report
  var map: SourceMap
  var diagnostics: [Diagnostic]

  /// Reads one file without front matter as a report of its own.
  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    var map = SourceMap()
    let read = Report.read(single: "a.md", from: .memory(["a.md": bytes]), into: &map)
    self.init(report: read.value, map: map, diagnostics: read.diagnostics)
  }

  /// Reads a report folder.
  init(files: [String: String]) {
    var map = SourceMap()
    let bytes = files.mapValues { Array($0.utf8) }
    let read = Report.read(from: .memory(bytes), into: &map)
    self.init(report: read.value, map: map, diagnostics: read.diagnostics)
  }

  init(report: Report, map: SourceMap, diagnostics: [Diagnostic]) {
    self.report = report
    self.map = map
    self.diagnostics = diagnostics
  }

  var blocks: [Block] { report.parts.first?.blocks ?? [] }

  /// Every finding as `line:column code`.
  var findings: [String] {
    diagnostics.map { "\(place(of: $0.span)) \($0.code.id)" }
  }

  var dump: String { TreeDump(map: map).dump(report) }

  func place(of span: SourceSpan) -> String {
    map.location(of: span).map { "\($0.line):\($0.column)" } ?? "-"
  }

  func slice(_ span: SourceSpan) -> String {
    let text = map.text(of: span.source)
    return String(decoding: text[Int(span.lowerBound)..<Int(span.upperBound)], as: UTF8.self)
  }

  /// All inlines of the text and the footnotes.
  var inlines: [Inline] {
    var inlines: [Inline] = []
    for part in report.parts { part.blocks.visitInlines { inlines.append($0) } }
    for footnote in report.footnotes { footnote.blocks.visitInlines { inlines.append($0) } }
    return inlines
  }
}

extension ReportFiles {
  static func memory(_ files: [String: [UInt8]]) -> ReportFiles {
    ReportFiles(
      paths: { files.keys.sorted() },
      read: { path in files[path].map { .success($0) } ?? .failure(.missing) })
  }
}
