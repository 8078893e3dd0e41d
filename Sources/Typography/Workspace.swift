internal import CLineBreak

/// What one task reuses from paragraph to paragraph: a shaping buffer and line breakers.
@safe package struct Workspace: ~Copyable {
  let buffer: ShapingBuffer
  private var breakers: [String: OpaquePointer] = unsafe [:]
  /// Break opportunities of the current paragraph: one entry before each UTF-16 unit.
  var breaks: [UInt8] = []
  var classes: [CharacterClass] = []

  /// Nil when memory is exhausted.
  package init?() {
    guard let buffer = ShapingBuffer() else { return nil }
    self.buffer = buffer
  }

  deinit {
    for unsafe breaker in unsafe breakers.values { unsafe colophon_line_breaker_close(breaker) }
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

  private mutating func breaker(for locale: String) -> OpaquePointer? {
    if let breaker = unsafe breakers[locale] { return unsafe breaker }
    let breaker = unsafe colophon_line_breaker_open(locale)
    unsafe breakers[locale] = unsafe breaker
    return unsafe breaker
  }
}
