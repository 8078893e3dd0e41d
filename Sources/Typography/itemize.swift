internal import Drawing

/// A range of text for one face.
struct Item {
  var range: Range<Int>
  var run: Int
  var face: FaceID
  var isHan: Bool
}

extension Workspace {
  /// Divides a classified text into ranges of one run and one face.
  func itemize(_ source: StyledText, styles: StyleTable) -> [Item] {
    var items: [Item] = []
    var index = 0
    for (number, run) in source.runs.enumerated() {
      let style = styles.resolved[run.style]
      while index < run.end {
        let scalar = source.text.scalar(at: index)
        let next = index + (scalar > 0xFFFF ? 2 : 1)
        let (face, isHan) = face(for: scalar, of: classes[index], style: style, styles.fonts)
        if let last = items.last, last.run == number, last.face == face, last.isHan == isHan {
          items[items.count - 1].range = last.range.lowerBound..<next
        } else {
          items.append(Item(range: index..<next, run: number, face: face, isHan: isHan))
        }
        index = next
      }
    }
    return items
  }

  private func face(
    for scalar: UInt32, of kind: CharacterClass, style: ResolvedStyle, _ fonts: FontLibrary
  ) -> (FaceID, isHan: Bool) {
    let first = FaceID(index: 0)
    switch kind {
    case .space, .fixedSpace, .digit: return (style.faces.latin ?? first, false)
    case .letter where scalar < 0x80: return (style.faces.latin ?? first, false)
    case .han where 0x4E00...0x9FA5 ~= scalar: return (style.faces.han ?? first, true)
    case .letter, .other, .solidus:
      let face = covering(scalar, style.faces.chain, fonts)
      return (face ?? style.faces.latin ?? first, false)
    default:
      let han = style.faces.han ?? first
      if fonts.face(han).glyph(for: scalar) != nil { return (han, true) }
      return (covering(scalar, style.faces.chain, fonts) ?? han, true)
    }
  }

  private func covering(_ scalar: UInt32, _ chain: [FaceID], _ fonts: FontLibrary) -> FaceID? {
    chain.first { fonts.face($0).glyph(for: scalar) != nil }
  }
}
