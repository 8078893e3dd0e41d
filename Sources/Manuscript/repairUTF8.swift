internal import Diagnostics

/// The text with every byte that is not UTF-8 replaced by `?`, and where the first of them is.
///
/// Offsets stay as they are, so that the rest of the file can be checked in the same run.
func repairUTF8(_ text: [UInt8]) -> (text: [UInt8], firstInvalid: Int?) {
  if String(validating: text, as: UTF8.self) != nil { return (text, nil) }
  var text = text
  var first: Int?
  var at = 0
  while at < text.count {
    let length = sequenceLength(text, at: at)
    if length == 0 {
      first = first ?? at
      text[at] = UInt8(ascii: "?")
    }
    at += max(length, 1)
  }
  return (text, first)
}

/// The length of the well-formed sequence at an offset, by table 3-7 of Unicode; 0 for none.
private func sequenceLength(_ text: [UInt8], at start: Int) -> Int {
  let lead = text[start]
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard start + length <= text.count, second.contains(text[start + 1]) else { return 0 }
  let tail = text[(start + 2)..<(start + length)]
  return tail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
}
