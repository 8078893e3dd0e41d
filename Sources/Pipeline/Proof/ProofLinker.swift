internal import Drawing
internal import Geometry
internal import Stylesheet

/// Turns places on finished pages into links and destinations.
struct ProofLinker {
  private(set) var document: PagedDocument
  private var names: Set<String> = []

  init(document: PagedDocument) { self.document = document }

  /// Makes a place one that links can lead to; the first of a name counts.
  mutating func name(_ name: String, _ place: PrintedPlace) {
    guard names.insert(name).inserted else { return }
    document.pages[place.page].destinations.append(
      Destination(name: name, point: place.box.origin))
  }

  /// Makes what is shown at a place a link.
  ///
  /// What is a link already stays as it is, and repeated heads, which are no content, have none.
  mutating func link(
    _ place: PrintedPlace, to target: String, contents: String, mark: RuleStyle?
  ) {
    guard let first = place.items.first else { return }
    let item = document.pages[place.page].list.items[first]
    guard !item.node.isArtifact, document.structure[item.node].role != .link else { return }
    let node = document.structure.add(.link, in: item.node, span: item.span)
    for index in place.items { document.pages[place.page].list.items[index].node = node }
    document.pages[place.page].links.append(
      Link(rect: place.box, target: .destination(target), node: node, contents: contents))
    guard let mark else { return }
    document.pages[place.page].list.stroke(
      Path(rect: place.box), .color(mark.color), StrokeStyle(width: mark.thickness))
  }
}
