internal import Drawing

/// A range of text for one face and direction.
struct Item {
  var range: Range<Int>
  var run: Int
  var face: FaceID
  /// Embedding level of UAX #9.
  var level: UInt8
  var isHan: Bool
}

extension Workspace {
  /// Divides a classified text into ranges of one run, face and direction.
  mutating func itemize(_ source: StyledText, styles: StyleTable) {
    items.removeAll(keepingCapacity: true)
    var index = 0
    for number in source.runs.indices {
      let run = source.runs[number]
      let faces = styles.resolved[run.style].faces
      let han = faces.han ?? FaceID(index: 0)
      while index < run.end {
        let start = index
        // Han are most of the text and need no looking up.
        while index < run.end, classes[index] == .han, 0x4E00...0x9FA5 ~= source.text[index],
          levels.isEmpty || levels[index] == levels[start]
        {
          index += 1
        }
        if index > start {
          append(start..<index, run: number, face: han, isHan: true)
          continue
        }
        let scalar = source.text.scalar(at: index)
        let next = index + (scalar > 0xFFFF ? 2 : 1)
        let (face, isHan) = face(
          for: scalar, of: classes[index], style: run.style, faces: faces, styles)
        append(index..<next, run: number, face: face, isHan: isHan)
        index = next
      }
    }
  }

  private mutating func append(_ range: Range<Int>, run: Int, face: FaceID, isHan: Bool) {
    let level = levels.isEmpty ? 0 : levels[range.lowerBound]
    let end = items.count - 1
    if end >= 0, items[end].run == run, items[end].face == face, items[end].isHan == isHan,
      items[end].level == level
    {
      items[end].range = items[end].range.lowerBound..<range.upperBound
    } else {
      items.append(Item(range: range, run: run, face: face, level: level, isHan: isHan))
    }
  }

  private mutating func face(
    for scalar: UInt32, of kind: CharacterClass, style: Int, faces: ResolvedFaces,
    _ styles: StyleTable
  ) -> (FaceID, isHan: Bool) {
    let first = FaceID(index: 0)
    switch kind {
    case .space, .fixedSpace, .digit: return (faces.latin ?? first, false)
    case .letter where scalar < 0x80: return (faces.latin ?? first, false)
    case .letter, .other, .solidus, .noteMark, .address:
      let face = covering(scalar, faces.chain, styles.fonts)
      return (face ?? faces.latin ?? first, false)
    default:
      let han = faces.han ?? first
      if isCached(scalar, style, styles) { return (han, true) }
      if styles.fonts.face(han).glyph(for: scalar) != nil { return (han, true) }
      return (covering(scalar, faces.chain, styles.fonts) ?? han, true)
    }
  }

  /// Whether the Han face of a style is known to have a character.
  private mutating func isCached(_ scalar: UInt32, _ style: Int, _ styles: StyleTable) -> Bool {
    guard let unit = UInt16(exactly: scalar), let cache = cache(of: style, styles) else {
      return false
    }
    return caches[cache].entry(for: unit).isSimple
  }

  private func covering(_ scalar: UInt32, _ chain: [FaceID], _ fonts: FontLibrary) -> FaceID? {
    chain.first { fonts.face($0).glyph(for: scalar) != nil }
  }
}
