package import Rendering

/// Reads a raw portable pixmap of eight bits (`P6`, https://netpbm.sourceforge.net/doc/ppm.html);
/// nil for anything else.
package func readPPM(_ bytes: [UInt8]) -> PixelBuffer? {
  guard bytes.starts(with: "P6".utf8) else { return nil }
  var offset = 2
  var numbers: [Int] = []
  while numbers.count < 3, offset < bytes.count {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    let digits = bytes[offset...].prefix { (48...57).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    numbers.append(number)
    offset += digits.count
  }
  guard numbers.count == 3, numbers[2] == 255, (1...20_000).contains(numbers[0]),
    (1...20_000).contains(numbers[1]), bytes.count - offset - 1 >= numbers[0] * numbers[1] * 3
  else { return nil }
  let start = offset + 1
  return PixelBuffer(
    width: numbers[0], height: numbers[1],
    bytes: Array(bytes[start..<start + numbers[0] * numbers[1] * 3]))
}
