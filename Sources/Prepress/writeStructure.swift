import Drawing

/// Writes the structure tree (ISO 32000-1, 14.7) with the parent tree, which leads from content
/// back to structure, and the tree of ids.
///
/// - Returns: the structure tree root.
func writeStructure(
  of document: PagedDocument, markers: [[StructureNodeID]], annotations: [Annotation],
  files: [StructureNodeID: [ObjectNumber]] = [:], on frame: PageFrame, in file: inout FinishedFile
) -> ObjectNumber {
  let structure = LogicalStructure(
    document.structure, markers: markers, annotations: annotations)
  var writer = StructureWriter(structure, frame: frame, files: files, in: &file)
  writer.writeElements(in: &file)
  let parents = writer.writeParentTree(markers: markers, annotations: annotations, in: &file)
  let identifiers = writer.writeIdentifiers(in: &file)
  writer.writeRoot(
    parents: parents, nextKey: frame.numbers.count + annotations.count, identifiers: identifiers,
    in: &file)
  return writer.root
}

/// Writes structure elements straight as bytes: there may be tens of thousands.
private struct StructureWriter {
  let root: ObjectNumber
  private let structure: LogicalStructure
  private let frame: PageFrame
  /// The files associated with nodes.
  private let files: [StructureNodeID: [ObjectNumber]]
  /// Object numbers by node; 0 for a node that is not kept.
  private var numbers: [ObjectNumber]
  private var identifiers: [(key: [UInt8], value: [UInt8])] = []
  private var usedIdentifiers: Set<String> = []

  init(
    _ structure: LogicalStructure, frame: PageFrame, files: [StructureNodeID: [ObjectNumber]],
    in file: inout FinishedFile
  ) {
    self.structure = structure
    self.frame = frame
    self.files = files
    root = file.reserve()
    numbers = []
    numbers.reserveCapacity(structure.nodes.count)
    for isKept in structure.isKept {
      numbers.append(isKept ? file.reserve() : ObjectNumber(value: 0))
    }
  }

  mutating func writeElements(in file: inout FinishedFile) {
    for index in structure.nodes.indices where structure.isKept[index] {
      let identifier = identifier(of: index)
      file.write(numbers[index]) { writeElement(index, identifier: identifier, to: &$0) }
    }
  }

  private func writeElement(_ index: Int, identifier: String?, to bytes: inout PDFBytes) {
    let node = structure.nodes[index]
    bytes.append("<</S/")
    bytes.append(node.role.rawValue)
    bytes.append("/P ")
    bytes.reference(node.parent.map { numbers[Int($0.index)] } ?? root)
    let page = structure.page(of: index)
    if let page {
      bytes.append("/Pg ")
      bytes.reference(frame.numbers[page])
    }
    writeKids(structure.kids(of: index), page: page, to: &bytes)
    if let identifier { bytes.entry("/ID", identifier) }
    if let title = node.title { bytes.entry("/T", title) }
    if let language = node.language { bytes.entry("/Lang", language) }
    if let alt = node.alt { bytes.entry("/Alt", alt) }
    if let files = files[StructureNodeID(index: Int32(index))] {
      bytes.append("/AF")
      bytes.references(files)
    }
    writeAttributes(of: node, to: &bytes)
    bytes.append(">>")
  }

  private func writeKids(
    _ kids: [LogicalStructure.Kid], page: Int?, to bytes: inout PDFBytes
  ) {
    guard !kids.isEmpty else { return }
    bytes.append("/K[")
    for (position, kid) in kids.enumerated() {
      if position > 0 { bytes.append(" ") }
      switch kid {
      case .node(let child): bytes.reference(numbers[child])
      case .leaf(let leaf): writeLeaf(leaf, page: page, to: &bytes)
      }
    }
    bytes.append("]")
  }

  private func writeLeaf(
    _ leaf: LogicalStructure.Leaf, page: Int?, to bytes: inout PDFBytes
  ) {
    switch leaf.content {
    case .marker(let identifier) where leaf.page == page: bytes.integer(identifier)
    case .marker(let identifier):
      bytes.append("<</Type/MCR/Pg ")
      bytes.reference(frame.numbers[leaf.page])
      bytes.append("/MCID ")
      bytes.integer(identifier)
      bytes.append(">>")
    case .annotation(let number):
      bytes.append("<</Type/OBJR/Pg ")
      bytes.reference(frame.numbers[leaf.page])
      bytes.append("/Obj ")
      bytes.reference(number)
      bytes.append(">>")
    }
  }

  /// Standard attributes (14.8.5): layout for figures, table for cells.
  private func writeAttributes(of node: StructureNode, to bytes: inout PDFBytes) {
    if let box = node.box, frame.numbers.indices.contains(box.page) {
      bytes.append("/A<</O/Layout/Placement/Block/BBox")
      bytes.numbers(frame.box(box.rect, page: box.page))
      bytes.append(">>")
      return
    }
    guard node.scope != nil || node.columnSpan > 1 || node.rowSpan > 1 else { return }
    bytes.append("/A<</O/Table")
    if let scope = node.scope { bytes.append("/Scope/\(scope.rawValue)") }
    if node.columnSpan > 1 { bytes.append("/ColSpan \(node.columnSpan)") }
    if node.rowSpan > 1 { bytes.append("/RowSpan \(node.rowSpan)") }
    bytes.append(">>")
  }

  /// The node's id, made unique; notes have one whether or not they were given one
  /// (ISO 14289-1, 7.9).
  private mutating func identifier(of index: Int) -> String? {
    let node = structure.nodes[index]
    guard let wanted = node.id ?? (node.role == .note ? "note" : nil) else { return nil }
    let isUnique = usedIdentifiers.insert(wanted).inserted
    let identifier = isUnique ? wanted : "\(wanted)-\(index)"
    usedIdentifiers.insert(identifier)
    var reference = PDFBytes()
    reference.reference(numbers[index])
    identifiers.append((PDFBytes.encoded(identifier), reference.bytes))
    return identifier
  }

  /// For each page an array by marker, for each link its element (14.7.4.4).
  func writeParentTree(
    markers: [[StructureNodeID]], annotations: [Annotation], in file: inout FinishedFile
  ) -> ObjectNumber {
    var entries: [(key: Int, value: [UInt8])] = []
    for (page, nodes) in markers.enumerated() {
      let array = file.write { writeParents(nodes, to: &$0) }
      entries.append((page, reference(array)))
    }
    for annotation in annotations where !annotation.node.isArtifact {
      let index = Int(annotation.node.index)
      guard numbers.indices.contains(index) else { continue }
      entries.append((annotation.structParent, reference(numbers[index])))
    }
    return SortedTree(numbers: entries).write(in: &file)
  }

  private func writeParents(_ nodes: [StructureNodeID], to bytes: inout PDFBytes) {
    bytes.append("[")
    for (position, node) in nodes.enumerated() {
      if position > 0 { bytes.append(" ") }
      if node.isArtifact || Int(node.index) >= numbers.count {
        bytes.append("null")
      } else {
        bytes.reference(numbers[Int(node.index)])
      }
    }
    bytes.append("]")
  }

  private func reference(_ number: ObjectNumber) -> [UInt8] {
    var bytes = PDFBytes()
    bytes.reference(number)
    return bytes.bytes
  }

  func writeIdentifiers(in file: inout FinishedFile) -> ObjectNumber? {
    identifiers.isEmpty ? nil : SortedTree(names: identifiers).write(in: &file)
  }

  func writeRoot(
    parents: ObjectNumber, nextKey: Int, identifiers: ObjectNumber?, in file: inout FinishedFile
  ) {
    file.write(root) { bytes in
      bytes.append("<</Type/StructTreeRoot/K ")
      bytes.reference(numbers.first ?? root)
      bytes.append("/ParentTree ")
      bytes.reference(parents)
      bytes.append("/ParentTreeNextKey ")
      bytes.integer(nextKey)
      if let identifiers {
        bytes.append("/IDTree ")
        bytes.reference(identifiers)
      }
      bytes.append(">>")
    }
  }
}

extension PDFBytes {
  fileprivate mutating func entry(_ key: String, _ value: String) {
    append(key)
    text(value)
  }
}
