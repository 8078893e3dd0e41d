internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Prepress

/// Proves that every heading, table, note, figure and link of the manuscript is a drawn element of
/// its kind in the composed structure.
///
/// With the comparison of that structure and the tags of the file (`verify`) this makes the tags
/// equal to what was written, and not only to what was composed.
///
/// The first heading of a part may be set by its opener: then it stands for the part, and the layout
/// decides whether it is printed.
///
/// - Returns: a finding for each that is not, at its place.
func proveStructure(of report: Report, in document: PagedDocument) -> [Diagnostic] {
  let nodes = document.structure.nodes
  var drawn: [StructureRole.Kind: Set<SourceSpan>] = [:]
  for (node, isDrawn) in zip(nodes, drawnNodes(document)) where isDrawn {
    if let kind = node.role.kind { drawn[kind, default: []].insert(node.span) }
  }
  let openers = report.openers.subtracting(nodes.map(\.span))
  return report.structure.compactMap { kind, span in
    guard drawn[kind]?.contains(span) != true, !openers.contains(span) else { return nil }
    return Diagnostic(.lostStructure, "this \(kind.rawValue) is not among the tags", at: span)
  }
}

extension StructureRole {
  /// What a reader of the structure counts on.
  fileprivate enum Kind: String {
    case heading
    case table
    case note
    case figure
    case link
  }

  fileprivate var kind: Kind? {
    switch self {
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: .heading
    case .table: .table
    case .note: .note
    case .figure: .figure
    case .link: .link
    default: nil
    }
  }
}

extension Report {
  /// The first headings of parts.
  fileprivate var openers: Set<SourceSpan> {
    Set(
      parts.compactMap { part in
        guard case .heading(let heading)? = part.blocks.first, heading.level == 1 else {
          return nil
        }
        return heading.span
      })
  }

  /// What the manuscript has, by kind and place, in the order of the text.
  fileprivate var structure: [(StructureRole.Kind, SourceSpan)] {
    let blocks = parts.flatMap(\.blocks)
    let written = blocks.flatMap(\.structure) + footnotes.map { (.note, $0.span) }
    var links: [(StructureRole.Kind, SourceSpan)] = []
    (blocks + footnotes.flatMap(\.blocks)).visitInlines { inline in
      switch inline {
      case .link, .reference: links.append((.link, inline.span))
      default: break
      }
    }
    return written + links
  }
}

extension Block {
  fileprivate var structure: [(StructureRole.Kind, SourceSpan)] {
    switch self {
    case .heading(let heading): [(.heading, heading.span)]
    case .table(let table): [(.table, table.span)]
    case .dataTable(let block): [(.table, block.span)]
    case .chart(let block): [(.figure, block.span)]
    case .picture(let picture): [(.figure, picture.span)]
    default: children.flatMap(\.structure)
    }
  }
}
