/// The content of a soft mask with its RGB as grey of the same luminosity.
func grayContent(_ content: [UInt8]) -> [UInt8] {
  var scanner = ContentScanner(content)
  var output: [UInt8] = []
  output.reserveCapacity(content.count)
  var copied = 0
  while let operation = scanner.next() {
    guard operation.name == 0x7267 || operation.name == 0x5247 else { continue }  // rg, RG
    let value = ScreenValue(
      red: scanner.number(0), green: scanner.number(1), blue: scanner.number(2))
    var gray = PDFBytes()
    gray.number(value.luminance)
    gray.append(operation.name == 0x7267 ? " g" : " G")
    output += content[copied..<operation.range.lowerBound]
    output += gray.bytes
    copied = operation.range.upperBound
  }
  return output + content[copied...]
}

/// Three bytes for a pixel as one.
func grayPixels(_ pixels: [UInt8]) -> [UInt8] {
  stride(from: 0, to: pixels.count - 2, by: 3).map { start in
    let parts = [30 * Int(pixels[start]), 59 * Int(pixels[start + 1]), 11 * Int(pixels[start + 2])]
    return UInt8((parts[0] + parts[1] + parts[2] + 50) / 100)
  }
}
