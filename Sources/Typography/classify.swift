extension Workspace {
  /// Fills `classes` for a text: quotes, dashes and interpuncts that Chinese and Latin share are
  /// resolved by language and surroundings (CLREQ 3.1.1; UAX #14 calls them ambiguous).
  mutating func classify(_ source: StyledText, styles: StyleTable) {
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(source.text.count)
    let table = commonClasses
    var shared: [Int] = []
    var index = 0
    for run in source.runs {
      let isChinese = styles.resolved[run.style].isChinese
      let isNoteMark = run.options.contains(.noteMark)
      let isAddress = run.options.contains(.address)
      while index < run.end {
        let unit = source.text[index]
        var kind: CharacterClass
        switch unit {
        case 0x4E00...0x9FFF: kind = .han
        case ..<0x3100: kind = table[Int(unit)]
        default: kind = characterClass(of: source.text.scalar(at: index))
        }
        if isNoteMark && kind != .space { kind = .noteMark }
        if isAddress && unit < 0x80 && kind != .space { kind = .address }
        if isShared(unit) && kind != .noteMark {
          if isChinese { shared.append(index) } else { kind = .other }
        }
        classes.append(kind)
        index += 1
        if unit & 0xFC00 == 0xD800, index < run.end, source.text[index] & 0xFC00 == 0xDC00 {
          classes.append(kind)
          index += 1
        }
      }
    }
    resolveShared(shared, in: source.text)
  }

  /// Makes marks Latin that stand in Latin text: a quotation mark by what is outside and inside of
  /// its pair, other marks by both sides.
  private mutating func resolveShared(_ marks: [Int], in text: [UInt16]) {
    guard !marks.isEmpty else { return }
    let right = latinAfter(marks)
    var openings: [Bool] = []
    var isLatinBefore = false
    var scanned = 0
    for (number, mark) in marks.enumerated() {
      for index in scanned..<mark where classes[index] != .space && !isShared(text[index]) {
        isLatinBefore = classes[index].isLatin
      }
      scanned = mark + 1
      var isLatin = isLatinBefore && right[number]
      switch text[mark] {
      case 0x2018, 0x201C: openings.append(isLatin)
      case 0x2019 where isApostrophe(mark): isLatin = true
      case 0x2019, 0x201D: isLatin = openings.popLast() ?? isLatin
      default: break
      }
      if isLatin { classes[mark] = .other }
    }
  }

  /// Whether Latin text follows each mark, spaces and other marks left out.
  private func latinAfter(_ marks: [Int]) -> [Bool] {
    var result = [Bool](repeating: false, count: marks.count)
    var end = classes.count
    var isLatin = false
    for number in marks.indices.reversed() {
      var index = marks[number] + 1
      while index < end, classes[index] == .space { index += 1 }
      if index < end { isLatin = classes[index].isLatin }
      result[number] = isLatin
      end = marks[number]
    }
    return result
  }

  private func isApostrophe(_ index: Int) -> Bool {
    index > 0 && index + 1 < classes.count && classes[index - 1] == .letter
      && classes[index + 1] == .letter
  }
}

/// Classes of the characters below U+3100, where most text that is not Han lies.
private let commonClasses: [CharacterClass] = (0..<0x3100).map { characterClass(of: $0) }

private func isShared(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7: true
  default: false
  }
}

extension CharacterClass {
  fileprivate var isLatin: Bool { self == .letter || self == .digit || self == .address }
}

extension [UInt16] {
  /// The scalar that begins at a UTF-16 offset; a lone surrogate is U+FFFD.
  func scalar(at index: Int) -> UInt32 {
    let unit = UInt32(self[index])
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, index + 1 < count, self[index + 1] & 0xFC00 == 0xDC00 else {
      return 0xFFFD
    }
    return 0x10000 + (unit - 0xD800) << 10 + (UInt32(self[index + 1]) - 0xDC00)
  }
}
