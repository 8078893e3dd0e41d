internal import Declarations
internal import Diagnostics

/// Links, images, bracketed spans and footnote marks, by CommonMark 0.29, section 6.5 and 6.6,
/// and Pandoc's bracketed spans.
extension InlineParser {
  mutating func openBracket(isImage: Bool) {
    if !isImage, let end = endOfFootnoteMark() {
      let id = bytes.text(at + 2..<end - 1)
      return add(
        .leaf(.footnoteReference(FootnoteReference(id: id, span: passage.span(at..<end)))), to: end)
    }
    if !isImage, citation() { return }
    guard brackets.count < InlineParser.maximumBrackets else {
      return addText(to: at + (isImage ? 2 : 1))
    }
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    brackets.append(
      Bracket(piece: pieces.count, isImage: isImage, delimiterFloor: lastDelimiter))
    // A piece of its own, which becomes the opening of a container when the brackets match.
    pieces.append(InlinePiece(.text, at..<at + (isImage ? 2 : 1)))
    at += isImage ? 2 : 1
    pieces.append(InlinePiece(.nothing, at..<at))
  }

  private func endOfFootnoteMark() -> Int? {
    guard bytes.matches("[^", at: at) else { return nil }
    let limit = min(bytes.count, at + 256)
    let stop = bytes.skip(at + 2..<limit) { byte in
      !byte.isWhitespace && byte != .leftBracket && byte != .rightBracket
    }
    guard stop > at + 2, stop < limit, bytes[stop] == .rightBracket else { return nil }
    return stop + 1
  }

  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else { return addText(to: at + 1) }
    guard bracket.isActive || bytes.matches("{", at: at + 1),
      let (container, end) = container(of: bracket)
    else {
      noteBrokenImage(bracket)
      return addText(to: at + 1)
    }
    resolveDelimiters(above: bracket.delimiterFloor)
    pieces[bracket.piece].kind = .open(container)
    add(.close, to: end)
    if case .link = container {
      for index in brackets.indices.reversed() where !brackets[index].isImage {
        // Brackets before an inactive one are inactive already.
        if !brackets[index].isActive { break }
        brackets[index].isActive = false
      }
    }
  }

  private mutating func container(of bracket: Bracket) -> (InlineContainer, Int)? {
    let after = at + 1
    if bracket.isActive, bytes.matches("(", at: after),
      let target = parseInlineTarget(bytes, at: after)
    {
      return inlineContainer(target, isImage: bracket.isImage)
    }
    if !bracket.isImage, bytes.matches("{", at: after), !bytes.matches("{{", at: after) {
      return bracketedSpan(at: after)
    }
    return bracket.isActive ? referenceContainer(bracket) : nil
  }

  private mutating func inlineContainer(
    _ target: LinkTarget, isImage: Bool
  ) -> (InlineContainer, Int) {
    let (attributes, end) = attributes(at: target.end)
    let destination = unescaped(bytes, target.destination)
    let title = target.title.map { unescaped(bytes, $0) }
    return isImage
      ? (.image(path: target.destination, destination: destination, title: title, attributes), end)
      : (.link(destination: destination, title: title, attributes), end)
  }

  private mutating func bracketedSpan(at start: Int) -> (InlineContainer, Int)? {
    let (attributes, end) = attributes(at: start)
    if attributes.hasClass("index") {
      let known = ["key", "sort", "see", "see-also", "lang", "ruby"]
      diagnostics += attributes.unknownKeys(known: known).map(\.1)
    }
    return end > start ? (.span(attributes), end) : nil
  }

  /// Attributes at an offset; a brace that holds none is a finding.
  private mutating func attributes(at start: Int) -> (Attributes, Int) {
    guard bytes.matches("{", at: start), !bytes.matches("{{", at: start) else {
      return (Attributes(), start)
    }
    if let parsed = parseAttributes(passage, at: start, end: bytes.count) { return parsed }
    let span = passage.span(start..<start + 1)
    diagnostics.append(Diagnostic(.attributeSyntax, "these are not attributes", at: span))
    return (Attributes(), start)
  }

  private mutating func referenceContainer(_ bracket: Bracket) -> (InlineContainer, Int)? {
    guard !context.definitions.isEmpty else { return nil }
    let text = pieces[bracket.piece].range.upperBound..<at
    var label = text
    var end = at + 1
    if bytes.matches("[]", at: end) {
      end += 2
    } else if let full = fullLabel(at: end) {
      label = full
      end = full.upperBound + 1
    }
    guard label != text || !bracket.holdsBracket, let key = normalizedLabel(bytes[label]),
      let definition = context.definitions[key]
    else { return nil }
    let (destination, title) = (definition.destination, definition.title)
    return bracket.isImage
      ? (.image(path: text, destination: destination, title: title, Attributes()), end)
      : (.link(destination: destination, title: title, Attributes()), end)
  }

  private func fullLabel(at start: Int) -> Range<Int>? {
    guard bytes.matches("[", at: start) else { return nil }
    var at = start + 1
    let limit = min(bytes.count, start + 1000)
    while at < limit, bytes[at] != .leftBracket, bytes[at] != .rightBracket {
      at += bytes[at] == .backslash ? 2 : 1
    }
    return at < limit && bytes[at] == .rightBracket && at > start + 1 ? start + 1..<at : nil
  }

  private mutating func noteBrokenImage(_ bracket: Bracket) {
    guard bracket.isImage, bytes.matches("(", at: at + 1) else { return }
    let span = passage.span(pieces[bracket.piece].range.lowerBound..<at + 2)
    diagnostics.append(
      Diagnostic(.brokenImage, "this image has no readable path", at: span)
        .hinting("a path with spaces stands in <…>"))
  }
}
