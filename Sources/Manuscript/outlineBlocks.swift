internal import CCMark

/// A block as cmark found it, in the order of the document.
struct OutlineNode {
  enum Kind: Equatable {
    case quote
    case list(start: Int?, isTight: Bool)
    case item
    case code(isFenced: Bool, lengths: [Int])
    case html(lineCount: Int)
    case paragraph
    case heading(level: Int)
    case thematicBreak
  }

  var kind: Kind
  /// 1-based, in the fed text.
  var firstLine: Int
  var lastLine: Int
  /// 1-based, in bytes.
  var column: Int
  /// How many block quotes stand around it.
  var quotes: Int
  /// Index after the last of its descendants.
  var end: Int
}

/// Finds the blocks of a text with cmark; the walk needs no stack, however deep the text nests.
func outlineBlocks(_ bytes: [UInt8]) -> [OutlineNode] {
  guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
  defer { unsafe cmark_parser_free(parser) }
  unsafe bytes.withUnsafeBytes { buffer in
    let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress
    unsafe cmark_parser_feed(parser, start, buffer.count)
  }
  guard let document = unsafe cmark_parser_finish(parser) else { return [] }
  defer { unsafe cmark_node_free(document) }
  return unsafe BlockOutliner().outline(document)
}

/// The text of a named character reference such as `&hellip;`; nil when HTML knows none.
func characterReference(_ reference: String) -> String? {
  let bytes = Array(reference.utf8)
  guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
  defer { unsafe cmark_parser_free(parser) }
  unsafe bytes.withUnsafeBytes { buffer in
    let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress
    unsafe cmark_parser_feed(parser, start, buffer.count)
  }
  guard let document = unsafe cmark_parser_finish(parser) else { return nil }
  defer { unsafe cmark_node_free(document) }
  guard let paragraph = unsafe cmark_node_first_child(document),
    let node = unsafe cmark_node_first_child(paragraph),
    let literal = unsafe cmark_node_get_literal(node)
  else { return nil }
  let text = unsafe String(cString: literal)
  return text == reference || text == "&" ? nil : text
}

@safe private struct BlockOutliner {
  private var nodes: [OutlineNode] = []
  private var open: [Int] = []
  private var quotes = 0

  consuming func outline(_ document: OpaquePointer) -> [OutlineNode] {
    var next = unsafe cmark_node_first_child(document)
    while let node = unsafe next {
      if unsafe enter(node), let child = unsafe cmark_node_first_child(node) {
        unsafe next = child
      } else {
        leave()
        unsafe next = advance(from: node, within: document)
      }
    }
    return nodes
  }

  /// The sibling of the node or of the nearest ancestor that has one, leaving what ends.
  private mutating func advance(
    from node: OpaquePointer, within document: OpaquePointer
  ) -> OpaquePointer? {
    var current = unsafe node
    while true {
      if let sibling = unsafe cmark_node_next(current) { return unsafe sibling }
      guard let parent = unsafe cmark_node_parent(current), unsafe parent != document else {
        return nil
      }
      leave()
      unsafe current = parent
    }
  }

  /// Records the node; true if it can hold blocks.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    let kind = unsafe kind(of: node)
    let outline = unsafe OutlineNode(
      kind: kind, firstLine: Int(cmark_node_get_start_line(node)),
      lastLine: Int(cmark_node_get_end_line(node)),
      column: Int(cmark_node_get_start_column(node)), quotes: quotes, end: nodes.count + 1)
    open.append(nodes.count)
    nodes.append(outline)
    if kind == .quote { quotes += 1 }
    switch kind {
    case .quote, .list, .item: return true
    default: return false
    }
  }

  private mutating func leave() {
    guard let index = open.popLast() else { return }
    nodes[index].end = nodes.count
    if nodes[index].kind == .quote { quotes -= 1 }
  }

  private func kind(of node: OpaquePointer) -> OutlineNode.Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST: return unsafe list(node)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return unsafe code(node)
    case CMARK_NODE_HTML_BLOCK: return unsafe .html(lineCount: lineLengths(node).count)
    case CMARK_NODE_HEADING: return unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    default: return .paragraph
    }
  }

  private func list(_ node: OpaquePointer) -> OutlineNode.Kind {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let start = unsafe isOrdered ? Int(cmark_node_get_list_start(node)) : nil
    return unsafe .list(start: start, isTight: cmark_node_get_list_tight(node) != 0)
  }

  private func code(_ node: OpaquePointer) -> OutlineNode.Kind {
    var length: CInt = 0
    var offset: CInt = 0
    var character: CChar = 0
    let isFenced = unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0
    return unsafe .code(isFenced: isFenced, lengths: lineLengths(node))
  }

  /// The lengths in bytes of the lines of a literal block, without container marks and indent.
  private func lineLengths(_ node: OpaquePointer) -> [Int] {
    guard let literal = unsafe cmark_node_get_literal(node) else { return [] }
    var lengths: [Int] = []
    var length = 0
    var at = unsafe literal
    while unsafe at.pointee != 0 {
      if unsafe at.pointee == CChar(bitPattern: .newline) {
        lengths.append(length)
        length = 0
      } else {
        length += 1
      }
      unsafe at += 1
    }
    return length > 0 ? lengths + [length] : lengths
  }
}
