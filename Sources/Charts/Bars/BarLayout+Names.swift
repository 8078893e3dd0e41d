internal import Diagnostics
internal import Geometry

/// The names of the categories: under upright bars, or in a column beside lying ones.
extension BarLayout {
  /// The least distance between two names that each keep to their bands, in points.
  private static let nameGap = 3.0

  /// The name of a category in a column.
  func categoryBlock(_ category: Int, width: Double) -> TextBlock {
    context.wrapped(
      context.data.categories[category], voice(ofCategory: category), width: width,
      breaksWords: !isVertical)
  }

  private func voice(ofCategory category: Int) -> PlotContext.Voice {
    let name = context.data.categories[category]
    let isStressed =
      context.spec.highlight.contains { $0.value == name } || context.data.roles[category] == .total
    return isStressed ? .strong : .label
  }

  /// The name under an upright bar: as wide as its band, or as little wider as saves it a line.
  func nameBlock(_ category: Int, band: Double) -> TextBlock {
    let (own, room) = (band - BarLayout.nameGap, nameRooms[category])
    let block = categoryBlock(category, width: own)
    guard block.lines.count > 1, room > own else { return block }
    let widest = categoryBlock(category, width: room)
    guard widest.lines.count < block.lines.count else { return block }
    let step = context.theme.labelSize / 2
    return stride(from: own + step, to: room, by: step).lazy
      .map { self.categoryBlock(category, width: $0) }
      .first { $0.lines.count < block.lines.count } ?? widest
  }

  /// How wide the name under each upright bar can be in the room that its neighbours leave, an em apart
  /// from them and within the plot: beside it stand the labels of the axis.
  func nameRooms(in band: Double) -> [Double] {
    let own = band - BarLayout.nameGap
    let names = context.data.categories.indices.map {
      context.line(context.data.categories[$0], voice(ofCategory: $0)).width
    }
    let width = context.width - margins.left - margins.right
    return names.indices.map { index in
      guard names[index] > own else { return own }
      let middle = frame.bands.middle(index)
      let room = [index - 1, index + 1].map { neighbour in
        guard names.indices.contains(neighbour) else {
          return neighbour < 0 ? middle : width - middle
        }
        // A name that is too wide for its own band gets no more of this one's than its band.
        let distance = abs(frame.bands.middle(neighbour) - middle)
        return distance - min(names[neighbour], own) / 2 - context.theme.labelSize
      }
      return max(own, 2 * (room.min() ?? 0))
    }
  }

  /// Whether every category label stands within its room in at most three lines.
  var categoriesFit: Bool {
    guard isVertical else { return true }
    return slots.thickness >= 2
      && zip(categoryBlocks, nameRooms).allSatisfy { block, room in
        block.lines.count <= 3 && block.width <= max(thinnestBand, room)
      }
  }
}
