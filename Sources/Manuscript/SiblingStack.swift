internal import Declarations
internal import Diagnostics

/// The blocks of one container while they are built, with the divisions that are open among them.
struct SiblingStack {
  struct OpenDivision {
    var attributes: Attributes
    /// The opening fence.
    var fence: SourceSpan
    var blocks: [Block] = []
  }

  private(set) var blocks: [Block] = []
  var divisions: [OpenDivision] = []
  /// Fences that were too deep to open a division and whose closing fences open none either.
  var ignoredFences = 0
  private let baseDepth: Int

  init(depth: Int) { baseDepth = depth }

  var depth: Int { baseDepth + divisions.count }

  var last: Block? { divisions.last?.blocks.last ?? (divisions.isEmpty ? blocks.last : nil) }

  mutating func append(_ block: Block) {
    if divisions.isEmpty {
      blocks.append(block)
    } else {
      divisions[divisions.count - 1].blocks.append(block)
    }
  }

  mutating func replaceLast(with block: Block) {
    if divisions.isEmpty {
      blocks[blocks.count - 1] = block
    } else {
      let top = divisions.count - 1
      divisions[top].blocks[divisions[top].blocks.count - 1] = block
    }
  }
}
