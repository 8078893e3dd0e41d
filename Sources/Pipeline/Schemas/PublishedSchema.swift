internal import Charts
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Manuscript
internal import Stylesheet
internal import Typography

/// A kind of file that has a JSON Schema.
///
/// Those that authors write have one for editors, the manifest for programs. Each comes from the
/// declaration that the file is read or written with.
package enum PublishedSchema: String, CaseIterable, Sendable {
  case report
  case figures
  case layout
  case chart
  case table
  case fonts
  case references
  case lock
  case manifest

  /// Name of the file that holds it.
  package var file: String { "\(rawValue).schema.json" }

  /// The schema (draft 2020-12), indented.
  package var text: String { document.text(isIndented: true) }

  private var document: JSONValue {
    switch self {
    case .report:
      JSONSchema.object(of: ReportDeclaration.self)
        .replacing("notes", with: layout["notes"] ?? .any)
        .replacing("references", with: .either([.scalar("string"), entries])).document(
          title: "report.yaml")
    case .figures: JSONSchema.object(of: FiguresFile.self).document(title: "figures.yaml")
    case .layout:
      layout.document(
        title: "A file of a layout", definitions: [("table", layout["table"] ?? .any)])
    case .chart: JSONSchema.object(of: ChartSpec.self).document(title: "A chart")
    case .table:
      JSONSchema.object(of: TableSpec.self).document(
        title: "A table", definitions: [("column", .object(of: TableSpec.Column.self))])
    case .references: entries.document(title: "A bibliography")
    case .fonts: JSONSchema.object(of: FontCatalogue.self).document(title: "fonts.yaml")
    case .lock: JSONSchema.object(of: Lock.self).document(title: "colophon.lock")
    case .manifest: Manifest.schema.document(title: "manifest.json")
    }
  }

  private var entries: JSONSchema { .list(.object(of: BibliographyEntry.self)) }

  private var layout: JSONSchema {
    .object(of: LayoutDeclaration.self).replacing("chart", with: chartThemeSchema)
  }
}
