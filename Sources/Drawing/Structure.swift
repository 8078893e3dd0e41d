package import Diagnostics
package import Geometry

/// The identity of a node in the document's structure, or the kind of artifact that an item is.
package struct StructureNodeID: Hashable, Sendable {
  /// Position in `StructureTree.nodes`; negative numbers are artifacts.
  package var index: Int32

  package init(index: Int32) { self.index = index }

  /// Decoration of the layout: rules, backgrounds, ornaments (ISO 32000-1, 14.8.2.2.2 Layout).
  package static let artifact = StructureNodeID(index: -1)
  /// Running head (Pagination, Header).
  package static let header = StructureNodeID(index: -2)
  /// Folio and what stands at the foot (Pagination, Footer).
  package static let footer = StructureNodeID(index: -3)

  package var isArtifact: Bool { index < 0 }
}

/// A standard structure type of ISO 32000-1, 14.8.4.
package enum StructureRole: String, Hashable, Sendable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case division = "Div"
  case blockQuote = "BlockQuote"
  case caption = "Caption"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case paragraph = "P"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableRow = "TR"
  case headCell = "TH"
  case dataCell = "TD"
  case span = "Span"
  case quote = "Quote"
  case note = "Note"
  case reference = "Reference"
  case bibliographyEntry = "BibEntry"
  case code = "Code"
  case link = "Link"
  case figure = "Figure"
}

/// One element of the logical structure.
package struct StructureNode: Hashable, Sendable {
  package enum Scope: String, Hashable, Sendable {
    case row = "Row"
    case column = "Column"
    case both = "Both"
  }

  package var role: StructureRole
  package var parent: StructureNodeID?
  package var span: SourceSpan
  /// Alternate description of a figure.
  package var alt: String?
  /// Language, where it differs from the parent's.
  package var language: String?
  /// Unique id, such as a note's or a heading's.
  package var id: String?
  package var title: String?
  package var scope: Scope?
  package var columnSpan = 1
  package var rowSpan = 1
  /// Page index and box of a figure, in page coordinates.
  package var box: Box?
  /// The sibling that this node follows, for nodes drawn elsewhere than they are read: a note
  /// follows its reference.
  package var follows: StructureNodeID?

  package struct Box: Hashable, Sendable {
    package var page: Int
    package var rect: Rect

    package init(page: Int, rect: Rect) {
      self.page = page
      self.rect = rect
    }
  }

  package init(role: StructureRole, parent: StructureNodeID?, span: SourceSpan) {
    self.role = role
    self.parent = parent
    self.span = span
  }
}

/// The logical structure of a document: nodes in reading order of their creation, parents first.
package struct StructureTree: Sendable {
  package private(set) var nodes: [StructureNode]

  package static let root = StructureNodeID(index: 0)

  package init() { nodes = [StructureNode(role: .document, parent: nil, span: .none)] }

  package mutating func add(
    _ role: StructureRole, in parent: StructureNodeID, span: SourceSpan = .none
  ) -> StructureNodeID {
    nodes.append(StructureNode(role: role, parent: parent, span: span))
    return StructureNodeID(index: Int32(nodes.count - 1))
  }

  package subscript(id: StructureNodeID) -> StructureNode {
    get { nodes[Int(id.index)] }
    set { nodes[Int(id.index)] = newValue }
  }
}
