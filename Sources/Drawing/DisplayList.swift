package import Diagnostics
package import Geometry

/// What is painted on one page or in one chart: the one contract between what composes and what
/// paints.
///
/// Coordinates are points from the top left corner of the trimmed page (or of the chart), y
/// downwards. Glyphs, clusters and text lie in contiguous pools that the items index, so that a page
/// of a thousand glyphs is a handful of allocations.
package struct DisplayList: Hashable, Sendable {
  package var items: [DisplayItem] = []
  package var glyphs: [PositionedGlyph] = []
  package var clusters: [TextCluster] = []
  /// UTF-8 of the glyph runs, in the order of the runs.
  package var text: [UInt8] = []
  package var paths: [Path] = []
  package var paints: [Paint] = []

  /// Where each paint is, once there are more than a few.
  private var paintIndex: [Paint: PaintID] = [:]
  /// So many paints are looked through in less time than one is hashed.
  private static let fewPaints = 8

  package init() {}

  /// The identity of a paint in this list; equal paints share one.
  package mutating func intern(_ paint: Paint) -> PaintID {
    if let id = known(paint) { return id }
    let id = PaintID(index: UInt32(paints.count))
    paints.append(paint)
    if !paintIndex.isEmpty {
      paintIndex[paint] = id
    } else if paints.count > DisplayList.fewPaints {
      for index in paints.indices { paintIndex[paints[index]] = PaintID(index: UInt32(index)) }
    }
    return id
  }

  private func known(_ paint: Paint) -> PaintID? {
    guard paintIndex.isEmpty else { return paintIndex[paint] }
    return paints.firstIndex(of: paint).map { PaintID(index: UInt32($0)) }
  }

  package mutating func fill(
    _ path: Path, _ paint: Paint, node: StructureNodeID = .artifact, span: SourceSpan = .none
  ) {
    paths.append(path)
    append(.fill(path: paths.count - 1, paint: intern(paint)), node: node, span: span)
  }

  package mutating func stroke(
    _ path: Path, _ paint: Paint, _ style: StrokeStyle, node: StructureNodeID = .artifact,
    span: SourceSpan = .none
  ) {
    paths.append(path)
    let paint = intern(paint)
    append(.stroke(path: paths.count - 1, paint: paint, style: style), node: node, span: span)
  }

  package mutating func image(
    _ image: ImageID, in rect: Rect, node: StructureNodeID = .artifact, span: SourceSpan = .none
  ) {
    append(.image(image, rect), node: node, span: span)
  }

  package mutating func append(
    _ content: DisplayItem.Content, node: StructureNodeID, span: SourceSpan
  ) {
    items.append(DisplayItem(content: content, node: node, span: span))
  }

  /// Paints what the closure adds inside a clip, with an opacity.
  package mutating func group(
    clip: Path? = nil, opacity: Double = 1, _ body: (inout DisplayList) -> Void
  ) {
    if let clip { paths.append(clip) }
    let clipIndex = clip == nil ? nil : paths.count - 1
    append(.beginGroup(clip: clipIndex, opacity: opacity), node: .artifact, span: .none)
    body(&self)
    append(.endGroup, node: .artifact, span: .none)
  }

  /// Paints another list turned.
  package mutating func append(_ other: DisplayList, turned turn: Turn) {
    append(.beginTurn(turn), node: .artifact, span: .none)
    append(other, at: .zero)
    append(.endTurn, node: .artifact, span: .none)
  }

  /// Adds everything another list paints, moved by `offset`; `node` is the structure node that all
  /// of it belongs to, or nil to keep the list's own.
  package mutating func append(
    _ other: DisplayList, at offset: Point, node: StructureNodeID? = nil, span: SourceSpan? = nil
  ) {
    let glyphBase = glyphs.count
    let clusterBase = clusters.count
    let textBase = text.count
    let pathBase = paths.count
    let paintMap = other.paints.map { intern($0.offset(by: offset)) }
    glyphs.append(
      contentsOf: other.glyphs.lazy.map {
        PositionedGlyph(id: $0.id, x: $0.x + offset.x, y: $0.y + offset.y)
      })
    clusters.append(contentsOf: other.clusters)
    text.append(contentsOf: other.text)
    paths.append(contentsOf: other.paths.lazy.map { $0.offset(by: offset) })
    for item in other.items {
      var moved = item
      moved.content = item.content.rebased(
        glyphs: glyphBase, clusters: clusterBase, text: textBase, paths: pathBase,
        paints: paintMap, offset: offset)
      if let node { moved.node = node }
      if let span { moved.span = span }
      items.append(moved)
    }
  }
}

/// One thing to paint, with the structure node that it belongs to and the source that it came from.
///
/// Rendering passes node and span through untouched: findings about the finished file can name the
/// manuscript's line.
package struct DisplayItem: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case glyphs(GlyphRun)
    case fill(path: Int, paint: PaintID)
    case stroke(path: Int, paint: PaintID, style: StrokeStyle)
    case image(ImageID, Rect)
    case beginGroup(clip: Int?, opacity: Double)
    case endGroup
    /// What follows is painted turned, until `endTurn`; turns do not nest.
    case beginTurn(Turn)
    case endTurn
  }

  package var content: Content
  package var node: StructureNodeID
  package var span: SourceSpan

  package init(content: Content, node: StructureNodeID, span: SourceSpan) {
    self.content = content
    self.node = node
    self.span = span
  }
}

extension DisplayItem.Content {
  fileprivate func rebased(
    glyphs: Int, clusters: Int, text: Int, paths: Int, paints: [PaintID], offset: Point
  ) -> DisplayItem.Content {
    switch self {
    case .glyphs(var run):
      run.glyphs = run.glyphs.lowerBound + glyphs..<run.glyphs.upperBound + glyphs
      run.clusters = run.clusters.lowerBound + clusters..<run.clusters.upperBound + clusters
      run.text = run.text.lowerBound + text..<run.text.upperBound + text
      run.paint = paints[Int(run.paint.index)]
      return .glyphs(run)
    case .fill(let path, let paint):
      return .fill(path: path + paths, paint: paints[Int(paint.index)])
    case .stroke(let path, let paint, let style):
      return .stroke(path: path + paths, paint: paints[Int(paint.index)], style: style)
    case .image(let image, let rect): return .image(image, rect.offset(by: offset))
    case .beginGroup(let clip, let opacity):
      return .beginGroup(clip: clip.map { $0 + paths }, opacity: opacity)
    case .endGroup: return .endGroup
    case .beginTurn(let turn): return .beginTurn(turn.offset(by: offset))
    case .endTurn: return .endTurn
    }
  }
}
