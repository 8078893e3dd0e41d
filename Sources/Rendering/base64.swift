/// The bytes in the alphabet of RFC 4648, section 4, with padding.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var value = group.reduce(0) { $0 << 8 | Int($1) }
    value <<= 8 * (3 - group.count)
    for digit in 0..<4 {
      let isPadding = digit > group.count
      text.append(
        isPadding ? UInt8(ascii: "=") : alphabet[value >> (18 - 6 * digit) & 0x3F])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
