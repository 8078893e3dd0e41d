package import Diagnostics
package import Drawing

extension DiagnosticCode {
  package static let lostStructure = DiagnosticCode(
    "prepress.lost-structure",
    "The finished file has another number of headings, tables, notes, figures or links than the "
      + "composed document. It would pass as accessible with something missing; this is a defect "
      + "of Colophon.")
}

/// What a reader of the structure counts on.
private let countedRoles: [(name: String, roles: Set<String>)] = [
  ("headings", ["H1", "H2", "H3", "H4", "H5", "H6"]), ("tables", ["Table"]), ("notes", ["Note"]),
  ("figures", ["Figure"]), ("links", ["Link"]),
]

/// For each node whether a page shows something of it or below it: a layout may leave a heading
/// unprinted.
package func drawnNodes(_ document: PagedDocument) -> [Bool] {
  var isDrawn = [Bool](repeating: false, count: document.structure.nodes.count)
  for page in document.pages {
    for item in page.list.items where !item.node.isArtifact { isDrawn[Int(item.node.index)] = true }
    for link in page.links where !link.node.isArtifact { isDrawn[Int(link.node.index)] = true }
  }
  for index in isDrawn.indices.reversed() where isDrawn[index] {
    if let parent = document.structure.nodes[index].parent { isDrawn[Int(parent.index)] = true }
  }
  return isDrawn
}

/// Compares the tags of a finished file with the document that it was made of.
///
/// - Returns: a finding for each kind of element whose numbers differ, at the first element of that
///   kind.
func compareStructure(_ inspection: Inspection, with document: PagedDocument) -> [Diagnostic] {
  let isDrawn = drawnNodes(document)
  let nodes = document.structure.nodes.indices.filter { isDrawn[$0] }
    .map { document.structure.nodes[$0] }
  return emptyElements(inspection)
    + countedRoles.compactMap { name, roles in
      let composed = nodes.filter { roles.contains($0.role.rawValue) }
      let tagged = inspection.structure.elements.indices.count { index in
        roles.contains(inspection.structure.elements[index].standardRole)
          && inspection.structure.hasContent(index)
      }
      guard composed.count != tagged else { return nil }
      return Diagnostic(
        .lostStructure, "the document has \(composed.count) \(name), its tags \(tagged)",
        at: composed.first?.span ?? .none)
    }
}

/// Finds elements whose content is not on the page that they name.
///
/// No standard forbids them, but of ours each was made of something drawn.
private func emptyElements(_ inspection: Inspection) -> [Diagnostic] {
  let known = inspection.structure.markersByPage
  return inspection.pages.enumerated().compactMap { index, page in
    let missing = page.number.flatMap { known[$0] }?.subtracting(page.content.markers).count ?? 0
    return missing == 0
      ? nil
      : Diagnostic(.lostStructure, "page \(index + 1): \(missing) elements have no content")
  }
}

/// Runs the rules of the claims over a finished file and compares its tags with the document; of one
/// for the press also looks at its pages as a printer would.
///
/// - Parameters:
///   - bytes: the finished file.
///   - document: what it was made of.
///   - claims: the standards that it names.
///   - profile: what the printer accepts; nil for a file that is not printed.
/// - Returns: what is wrong; nothing when the file may be let out.
package func verify(
  _ bytes: [UInt8], of document: PagedDocument, against claims: [Claim],
  printing profile: PreflightProfile? = nil
) -> [Diagnostic] {
  do {
    let inspection = try Inspection(bytes)
    var findings = Rule.of(claims).flatMap { $0.diagnostics(on: inspection) }
    if let profile { findings += preflightPages(of: inspection, document, profile) }
    return claims.contains(.pdfUA1)
      ? findings + compareStructure(inspection, with: document) : findings
  } catch {
    return [error.diagnostic]
  }
}
