/// Whether an operator of content (ISO 32000-1, annex A) neither paints nor decides what painting
/// means.
func isNeutralOperator(_ name: UInt32) -> Bool { name < 1 << 16 && neutral[Int(name)] }

private let neutral: [Bool] = {
  var neutral = [Bool](repeating: false, count: 1 << 16)
  for name in [
    "w", "J", "j", "M", "d", "ri", "i", "cm", "m", "l", "c", "v", "y", "h", "re", "W", "W*", "n",
    "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "d0", "d1", "sc",
    "SC", "MP", "DP", "BX", "EX",
  ] {
    neutral[name.utf8.reduce(0) { $0 << 8 | Int($1) }] = true
  }
  return neutral
}()
