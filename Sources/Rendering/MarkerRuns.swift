internal import Diagnostics
import Drawing

/// Consecutive items of one structure node at the top level of a page: what one flat leaf marker
/// encloses.
struct MarkerRun: Equatable {
  var items: Range<Int>
  var node: StructureNodeID
}

extension DisplayList {
  /// The runs of the list, in painting order, covering every item.
  ///
  /// A group is one unit: a marker inside it would land in a form XObject, where Cairo's numbering
  /// breaks. It belongs to the first node of its content that is not an artifact.
  var markerRuns: [MarkerRun] {
    var runs: [MarkerRun] = []
    var start = 0
    while start < items.count {
      let unit = unit(at: start)
      if let last = runs.indices.last, runs[last].node == unit.node {
        runs[last].items = runs[last].items.lowerBound..<unit.items.upperBound
      } else {
        runs.append(unit)
      }
      start = unit.items.upperBound
    }
    return runs
  }

  func origin(of run: MarkerRun) -> RenderedPDF.Origin {
    for item in items[run.items] {
      if case .image(let image, _) = item.content {
        return RenderedPDF.Origin(span: item.span, picture: image)
      }
    }
    let placed = items[run.items].first { $0.span != .none }
    return RenderedPDF.Origin(span: placed?.span ?? .none, picture: nil)
  }

  /// The item at an index, or the whole group that begins there.
  private func unit(at start: Int) -> MarkerRun {
    guard case .beginGroup = items[start].content else {
      return MarkerRun(items: start..<start + 1, node: items[start].node)
    }
    var depth = 0
    var node: StructureNodeID?
    for index in start..<items.count {
      switch items[index].content {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      default: if node?.isArtifact ?? true { node = preferred(node, items[index].node) }
      }
      if depth == 0 { return MarkerRun(items: start..<index + 1, node: node ?? .artifact) }
    }
    return MarkerRun(items: start..<items.count, node: node ?? .artifact)
  }

  private func preferred(_ old: StructureNodeID?, _ new: StructureNodeID) -> StructureNodeID {
    guard let old else { return new }
    return new.isArtifact ? old : new
  }
}
