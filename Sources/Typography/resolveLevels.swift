internal import CFriBidi

extension Workspace {
  /// Fills `levels` with the embedding levels of UAX #9, one for each UTF-16 unit; leaves it empty
  /// when all text runs from left to right.
  @safe mutating func resolveLevels(_ source: StyledText, isRightToLeft: Bool) {
    levels.removeAll(keepingCapacity: true)
    guard isRightToLeft || source.text.contains(where: isRightToLeftUnit) else { return }
    let scalars = source.text.scalars
    let count = Int32(scalars.count)
    var types = [FriBidiCharType](
      repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    var scalarLevels = [FriBidiLevel](repeating: 0, count: scalars.count)
    var base: FriBidiParType = isRightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR
    unsafe fribidi_get_bidi_types(scalars, count, &types)
    unsafe fribidi_get_bracket_types(scalars, count, types, &brackets)
    let highest = unsafe fribidi_get_par_embedding_levels_ex(
      types, brackets, count, &base, &scalarLevels)
    guard highest > 0 else { return }
    levels.reserveCapacity(source.text.count)
    for (scalar, level) in zip(scalars, scalarLevels) {
      let level = UInt8(clamping: level)
      levels.append(level)
      if scalar > 0xFFFF { levels.append(level) }
    }
  }
}

extension [UInt16] {
  /// The scalars of the text, U+FFFD for lone surrogates.
  fileprivate var scalars: [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      let value = scalar(at: index)
      result.append(value)
      index += value > 0xFFFF ? 2 : 1
    }
    return result
  }
}

/// Whether a unit may belong to text that runs from right to left, or overrides the direction.
private func isRightToLeftUnit(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x590...0x8FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xD802, 0xD803, 0xD83A, 0xD83B,
    0xFB1D...0xFDFF, 0xFE70...0xFEFF:
    true
  default: false
  }
}
