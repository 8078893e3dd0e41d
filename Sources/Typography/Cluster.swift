/// A shaped cluster with what composition needs to know of it.
struct Cluster {
  var textStart: Int
  var textEnd: Int
  var firstGlyph: Int
  var glyphCount: Int
  var advance: Double
  var kind: CharacterClass
  var size: Double
  /// The verdict on a break before the cluster.
  var opportunity: BreakOpportunity
  var isHan: Bool
  var isChinese: Bool

  /// The spare space that an adjustable full-width mark holds, on the side its class says.
  var spare: Double { kind.isAdjustable && isHan && advance > 0.9 * size ? advance - size / 2 : 0 }

  /// One em for every character: what a dash or an ellipsis takes up (CLREQ 3.1.4), though fonts
  /// draw the dash shorter.
  private var fullWidth: Double { Double(textEnd - textStart) * size }

  /// Width without spare space, and where the glyph's origin lies from the left edge.
  var trimmed: (width: Double, shift: Double) {
    switch kind {
    case .opening where spare > 0: (advance - spare, -spare)
    // Half an em, whatever the font gives it (CLREQ 3.1.6).
    case .interpunct where isHan: (size / 2, (size / 2 - advance) / 2)
    case .longMark where isHan && advance < fullWidth: (fullWidth, (fullWidth - advance) / 2)
    default: (advance - spare, 0)
    }
  }
}

/// What the next gap must know of the cluster before it.
struct ClusterEdge {
  var kind: CharacterClass
  var size: Double
  var spare: Double
  var isHan: Bool

  init(_ cluster: Cluster) {
    kind = cluster.kind
    size = cluster.size
    spare = cluster.spare
    isHan = cluster.isHan
  }

  /// The edge after a Han character.
  init(hanOfSize size: Double) {
    kind = .han
    self.size = size
    spare = 0
    isHan = true
  }
}

/// Whether a line may end before a character.
typealias BreakOpportunity = UInt8

extension BreakOpportunity {
  static let prohibited: BreakOpportunity = 0
  static let allowed: BreakOpportunity = 1
  static let mandatory: BreakOpportunity = 2
  /// Allowed at the cost of a hyphen.
  static let hyphen: BreakOpportunity = 3
  /// Allowed, but inside a word that should stay whole.
  static let insideWord: BreakOpportunity = 4
  /// Allowed when all else leaves a line too loose to be accepted (CLREQ 3.1.5, E1.7).
  static let lastResort: BreakOpportunity = 5
}
