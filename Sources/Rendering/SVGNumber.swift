/// Numbers as SVG wants them: a point, at most three decimals, no trailing zeros, no exponent.
func appendNumber(_ value: Double, decimals: Int = 2, to text: inout [UInt8]) {
  let scale = [1.0, 10, 100, 1000][min(max(decimals, 0), 3)]
  let scaled = (value * scale).rounded()
  guard scaled.isFinite, abs(scaled) < 1e15 else {
    text.append(UInt8(ascii: "0"))
    return
  }
  if scaled < 0 { text.append(UInt8(ascii: "-")) }
  let magnitude = Int(abs(scaled))
  let unit = Int(scale)
  appendDigits(of: magnitude / unit, to: &text)
  var fraction = magnitude % unit
  guard fraction > 0 else { return }
  text.append(UInt8(ascii: "."))
  var place = unit / 10
  while fraction > 0 {
    text.append(UInt8(ascii: "0") + UInt8(fraction / place))
    fraction %= place
    place = max(place / 10, 1)
  }
}

private func appendDigits(of number: Int, to text: inout [UInt8]) {
  if number >= 10 { appendDigits(of: number / 10, to: &text) }
  text.append(UInt8(ascii: "0") + UInt8(number % 10))
}

func formatted(_ value: Double, decimals: Int = 2) -> String {
  var text: [UInt8] = []
  appendNumber(value, decimals: decimals, to: &text)
  return String(decoding: text, as: UTF8.self)
}
