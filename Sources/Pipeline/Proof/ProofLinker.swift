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
  /// What is a link already stays as it is. What a page repeats of a table, such as its sums so far,
  /// is no content and is read, for its link, after the table.
  mutating func link(
    _ place: PrintedPlace, of number: NumberEntry, to target: String, mark: RuleStyle?
  ) {
    guard let first = place.items.first else { return }
    let item = document.pages[place.page].list.items[first]
    guard let parent = item.node.isArtifact ? home(of: number) : item.node else { return }
    link(place, in: parent, to: target, contents: number.name, mark: mark)
  }

  mutating func link(
    _ place: PrintedPlace, in parent: StructureNodeID, to target: String, contents: String,
    mark: RuleStyle? = nil
  ) {
    guard document.structure[parent].role != .link, let first = place.items.first else { return }
    let span = document.pages[place.page].list.items[first].span
    let node = document.structure.add(.link, in: parent, span: span)
    for index in place.items { document.pages[place.page].list.items[index].node = node }
    document.pages[place.page].links.append(
      Link(rect: place.box, target: .destination(target), node: node, contents: contents))
    guard let mark else { return }
    document.pages[place.page].list.stroke(
      Path(rect: place.box), .color(mark.color), StrokeStyle(width: mark.thickness))
  }

  /// A paragraph behind the table that a number belongs to.
  private mutating func home(of number: NumberEntry) -> StructureNodeID? {
    let tables = document.structure.nodes.filter { $0.role == .table }
    guard let parent = tables.first(where: { $0.span.contains(number.span) })?.parent else {
      return nil
    }
    return document.structure.add(.paragraph, in: parent, span: number.span)
  }
}
