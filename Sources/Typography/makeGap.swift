/// Decides the space between two clusters (CLREQ 3.1.6 and 3.2.2).
func makeGap(after left: ClusterEdge, before right: Cluster, space: Double?) -> Gap {
  var gap = Gap()
  switch right.opportunity {
  case 1: gap.penalty = 0
  case 2: gap.penalty = Gap.mustBreak
  default: break
  }
  gap.hasSpace = space != nil
  let size = min(left.size, right.size)
  if let space, !(left.isHan || right.isHan) {
    gap.setWordSpace(space, size: size, isChinese: right.isChinese)
  } else if left.spare > 0 && left.kind != .opening {
    gap.setAfterMark(left, before: right)
  } else if right.kind == .opening && right.spare > 0 {
    if left.kind != .opening { gap.setSpare(right.spare, class: .bracket) }
  } else if space != nil || isHanLatin(left, right) {
    gap.setHanLatin(size: size)
  } else if left.isHan && right.isHan && left.kind == .han && right.kind == .han {
    gap.stretch = size * Gap.idealCharacterStretch
  }
  return gap
}

private func isHanLatin(_ left: ClusterEdge, _ right: Cluster) -> Bool {
  guard !left.isNoteMark, !right.isNoteMark else { return false }
  return left.kind == .han && right.kind.takesHanSpace
    || left.kind.takesHanSpace && right.kind == .han
}

extension Gap {
  /// Stretch between characters that is still unobtrusive, in em; badness 100 at this much.
  static let idealCharacterStretch = 0.1

  /// Whether nothing can ever happen at the gap, so that its neighbours make one box.
  var isRigid: Bool { width == 0 && stretch == 0 && shrink == 0 && !isBreakable }

  fileprivate mutating func setWordSpace(_ space: Double, size: Double, isChinese: Bool) {
    width = space
    stretch = max(size / 2 - space, size * 0.1)
    shrink = isChinese ? max(space - size / 4, 0) : space / 3
    stretchClass = .word
    shrinkClass = .word
  }

  /// After a closing mark: its spare half, unless the next mark stands close to it.
  fileprivate mutating func setAfterMark(_ left: ClusterEdge, before right: Cluster) {
    let isFollowedByClosing = right.spare > 0 && right.kind != .opening
    guard !isFollowedByClosing, !right.isNoteMark else { return }
    switch left.kind {
    case .pause: setSpare(left.spare, class: .pause)
    case .stop: setSpare(left.spare, class: .stop)
    default: setSpare(left.spare, class: .bracket)
    }
    if right.kind == .opening { shrink = width / 2 }
  }

  fileprivate mutating func setSpare(_ spare: Double, class shrinkClass: Shrink) {
    width = spare
    shrink = spare
    stretch = spare * 2 * Gap.idealCharacterStretch
    self.shrinkClass = shrinkClass
  }

  fileprivate mutating func setHanLatin(size: Double) {
    width = size / 4
    stretch = size / 3 - size / 4
    shrink = size / 8
    stretchClass = .hanLatin
    shrinkClass = .hanLatin
  }
}
