internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet

/// Adds the links of a proof: from every number to its entry in the appendix and back, with a rule
/// around each number.
func linkProof(
  _ document: PagedDocument, _ numbers: [NumberEntry], _ appendix: ProofAppendix,
  _ source: SourceID, _ compilation: Compilation
) -> PagedDocument {
  var linker = ProofLinker(document: document)
  let mark = compilation.layout.stylesheet.proof.mark
  for (index, number) in numbers.enumerated() {
    let target = ProofAppendix.name(ofEntry: appendix.entryOfNumber[index])
    for place in number.places {
      linker.name(ProofAppendix.name(ofNumber: index, page: place.page), place)
      linker.link(place, of: number, to: target, mark: mark.thickness > 0 ? mark : nil)
    }
  }
  let texts = appendix.anchors.map {
    TracedText(span: SourceSpan(source: source, range: $0.range))
  }
  let places = tracePlaces(of: texts, on: document, fonts: compilation.layout.fonts)
  for (anchor, places) in zip(appendix.anchors, places) {
    if let name = anchor.name, let first = places.first { linker.name(name, first) }
    guard let target = anchor.target else { continue }
    for place in places {
      linker.link(place, ofAnchor: anchor, to: target)
    }
  }
  return linker.document
}

extension ProofLinker {
  fileprivate mutating func link(
    _ place: PrintedPlace, ofAnchor anchor: ProofAppendix.Anchor, to target: String
  ) {
    guard let first = place.items.first else { return }
    let node = document.pages[place.page].list.items[first].node
    guard !node.isArtifact else { return }
    link(place, in: node, to: target, contents: anchor.contents)
  }
}
