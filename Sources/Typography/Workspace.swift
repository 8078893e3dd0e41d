internal import CLineBreak

/// What one task reuses from paragraph to paragraph: a shaping buffer, line breakers and the glyphs
/// of common characters.
@safe package struct Workspace: ~Copyable {
  let buffer: ShapingBuffer
  private var breakers: [(locale: String, raw: OpaquePointer)] = unsafe []
  /// Break opportunities of the current paragraph: one entry before each UTF-16 unit.
  var breaks: [UInt8] = []
  var classes: [CharacterClass] = []
  /// Embedding levels of the current paragraph, or nothing when all of it runs from left to right.
  var levels: [UInt8] = []
  var items: [Item] = []
  var caches: [GlyphCache] = []
  private var cacheIndices: [CacheKey: Int] = [:]
  /// The cache of each style of the current paragraph's table; -1 is not looked up yet.
  private var styleCaches: [Int] = []
  private var shaped: [ShapedGlyph] = []

  /// Nil when memory is exhausted.
  package init?() {
    guard let buffer = ShapingBuffer() else { return nil }
    self.buffer = buffer
  }

  deinit {
    for index in unsafe breakers.indices {
      unsafe colophon_line_breaker_close(breakers[index].raw)
    }
  }

  /// Fills `breaks` with the opportunities of UAX #14 for a locale.
  mutating func findOpportunities(in text: [UInt16], locale: String) {
    breaks.removeAll(keepingCapacity: true)
    breaks.append(contentsOf: repeatElement(0, count: text.count + 1))
    guard let breaker = unsafe breaker(for: locale) else { return }
    unsafe text.withUnsafeBufferPointer { text in
      unsafe breaks.withUnsafeMutableBufferPointer { breaks in
        _ = unsafe colophon_line_breaks(
          breaker, text.baseAddress, Int32(text.count), breaks.baseAddress)
      }
    }
  }

  /// Marks the opportunities between Han characters that lie inside a word of ICU's dictionary.
  mutating func keepWords(in text: [UInt16], locale: String) {
    guard let breaker = unsafe breaker(for: locale, ofWords: true) else { return }
    var starts = [UInt8](repeating: 0, count: text.count + 1)
    unsafe text.withUnsafeBufferPointer { text in
      _ = unsafe colophon_word_starts(breaker, text.baseAddress, Int32(text.count), &starts)
    }
    for index in text.indices.dropFirst() where starts[index] == 0 && breaks[index] == .allowed {
      breaks[index] = .insideWord
    }
  }

  /// Fills `breaks` with the opportunities of UAX #14 as Unicode 15 has them, without any tailoring.
  mutating func findUntailoredOpportunities(in text: [UInt16]) {
    findOpportunities(in: text, locale: "root")
    unsafe text.withUnsafeBufferPointer { text in
      unsafe breaks.withUnsafeMutableBufferPointer { breaks in
        unsafe colophon_line_breaks_untailor(
          text.baseAddress, Int32(text.count), breaks.baseAddress)
      }
    }
  }

  private mutating func breaker(
    for locale: String, ofWords isOfWords: Bool = false
  ) -> OpaquePointer? {
    let key = isOfWords ? "words " + locale : locale
    for index in unsafe breakers.indices where unsafe breakers[index].locale == key {
      return unsafe breakers[index].raw
    }
    let opened =
      unsafe isOfWords
      ? colophon_word_breaker_open(locale) : colophon_line_breaker_open(locale)
    guard let raw = unsafe opened else { return nil }
    unsafe breakers.append((key, raw))
    return unsafe raw
  }

  /// Forgets which caches belong to the styles of another table.
  mutating func begin(with styles: StyleTable) {
    styleCaches.removeAll(keepingCapacity: true)
    styleCaches.append(contentsOf: repeatElement(-1, count: styles.resolved.count))
  }

  /// The cache for the Han face of a style.
  mutating func cache(of style: Int, _ styles: StyleTable) -> Int? {
    if styleCaches[style] >= 0 { return styleCaches[style] }
    let resolved = styles.resolved[style]
    guard let id = resolved.faces.han else { return nil }
    let key = CacheKey(
      face: styles.fonts.face(id), language: styles[style].language,
      features: styles[style].features)
    if let index = cacheIndices[key] {
      styleCaches[style] = index
      return index
    }
    caches.append(GlyphCache())
    cacheIndices[key] = caches.count - 1
    styleCaches[style] = caches.count - 1
    return caches.count - 1
  }

  /// The glyph of a character that is shaped alone, from the cache or by shaping it now.
  mutating func glyph(
    of unit: UInt16, cache: Int, face: Face, style: ShapingStyle
  ) -> GlyphCache.Entry {
    let entry = caches[cache].entry(for: unit)
    if entry.isKnown { return entry }
    let new = GlyphCache.holds(unit) ? shapeAlone(unit, face, style) : .complex
    caches[cache].store(new, for: unit)
    return new
  }

  private mutating func shapeAlone(
    _ unit: UInt16, _ face: Face, _ style: ShapingStyle
  ) -> GlyphCache.Entry {
    shaped.removeAll(keepingCapacity: true)
    unsafe [unit].withUnsafeBufferPointer { text in
      unsafe face.shape(text, range: 0..<1, style: style, buffer: buffer, into: &shaped)
    }
    guard shaped.count == 1, let glyph = shaped.first, glyph.xOffset == 0, glyph.yOffset == 0,
      let id = UInt16(exactly: glyph.id), let advance = Int16(exactly: glyph.advance), id != 0
    else { return .complex }
    return GlyphCache.Entry(id: id, advance: advance)
  }
}

/// What a cached glyph depends on.
private struct CacheKey: Hashable {
  var face: Face
  var language: String
  var features: [String]

  static func == (left: CacheKey, right: CacheKey) -> Bool {
    left.face === right.face && left.language == right.language && left.features == right.features
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(face))
    hasher.combine(language)
    hasher.combine(features)
  }
}
