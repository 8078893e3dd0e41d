/// Decides the space between two clusters (CLREQ 3.1.6 and 3.2.2).
func makeGap(
  after left: ClusterEdge, before right: Cluster, space: Double?, scheme: PunctuationScheme
) -> Gap {
  var gap = Gap(opportunity: right.opportunity)
  gap.hasSpace = space != nil
  let size = min(left.size, right.size)
  if let space, !(left.isHan || right.isHan) {
    gap.setWordSpace(space, size: size, isChinese: right.isChinese)
  } else if left.spare > 0 && left.kind != .opening {
    gap.setAfterMark(left, before: right, scheme)
  } else if right.kind == .opening && right.spare > 0 {
    if left.kind != .opening { gap.setSpare(right.spare, .bracket, scheme) }
  } else if space != nil || isHanLatin(left.kind, right.kind) {
    gap.setHanLatin(size: size)
  } else if left.kind == right.kind && gap.penalty == 0
    && (left.kind == .han || left.kind == .address)
  {
    // Where a line may end an address gives way too: it has no spaces that could.
    gap.evenStretch = Float(size * Gap.idealCharacterStretch)
  }
  return gap
}

private func isHanLatin(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
  left == .han && right.takesHanSpace || left.takesHanSpace && right == .han
}

extension Gap {
  init(opportunity: BreakOpportunity) {
    self.init()
    switch opportunity {
    case .allowed: penalty = 0
    case .mandatory: penalty = Gap.mustBreak
    case .hyphen: penalty = Gap.hyphenPenalty
    case .insideWord: penalty = Gap.wordPenalty
    case .lastResort: penalty = Gap.lastResortPenalty
    default: break
    }
  }

  /// The narrow space of French before `; : ! ?` and inside guillemets, at which no line ends.
  init(frenchSpaceOfSize size: Double) {
    self.init()
    width = Float(size / 6)
    hasSpace = true
  }

  fileprivate mutating func setWordSpace(_ space: Double, size: Double, isChinese: Bool) {
    width = Float(space)
    stretch = Float(max(size / 2 - space, size * 0.1))
    evenStretch = Float(size * Gap.idealCharacterStretch)
    shrink = Float(isChinese ? max(space - size / 4, 0) : space / 3)
    stretchClass = .word
    shrinkClass = .word
  }

  /// After a closing mark: its spare half, unless the next mark stands close to it.
  fileprivate mutating func setAfterMark(
    _ left: ClusterEdge, before right: Cluster, _ scheme: PunctuationScheme
  ) {
    let isFollowedByClosing = right.spare > 0 && right.kind != .opening
    guard !isFollowedByClosing, right.kind != .noteMark else { return }
    switch left.kind {
    case .pause: setSpare(left.spare, .pause, scheme)
    case .stop: setSpare(left.spare, .stop, scheme)
    default: setSpare(left.spare, .bracket, scheme)
    }
    if right.kind == .opening { shrink = width / 2 }
  }

  fileprivate mutating func setSpare(
    _ spare: Double, _ shrinkClass: Shrink, _ scheme: PunctuationScheme
  ) {
    let isKept = scheme == .quanjiao || scheme == .kaiming && shrinkClass == .stop
    width = isKept ? Float(spare) : 0
    shrink = width
    evenStretch = Float(spare * 2 * Gap.idealCharacterStretch)
    self.shrinkClass = shrinkClass
  }

  fileprivate mutating func setHanLatin(size: Double) {
    width = Float(size / 4)
    stretch = Float(size / 3 - size / 4)
    evenStretch = Float(size * Gap.idealCharacterStretch)
    shrink = Float(size / 8)
    stretchClass = .hanLatin
    shrinkClass = .hanLatin
  }
}
