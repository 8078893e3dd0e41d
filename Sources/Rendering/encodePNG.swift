import Compression

/// Writes a PNG (ISO 15948) with its resolution and colour space.
///
/// Our own encoder: Cairo's writes neither `pHYs` nor `sRGB` and takes several times as long. Every
/// row is stored as the difference to the one above, which suits drawn pictures.
func encodePNG(_ pixels: FilteredPixels, pixelsPerInch: Double) -> [UInt8] {
  var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  // Eight bits of red, green and blue; not interlaced.
  let format: [UInt8] = [8, 2, 0, 0, 0]
  appendChunk("IHDR", bigEndian(pixels.width) + bigEndian(pixels.height) + format, to: &file)
  appendChunk("sRGB", [perceptualIntent], to: &file)
  let pixelsPerMeter = bigEndian(Int((pixelsPerInch / 0.0254).rounded()))
  appendChunk("pHYs", pixelsPerMeter + pixelsPerMeter + [unitIsMeter], to: &file)
  appendChunk("IDAT", Compressor(level: 4).compress(pixels.rows), to: &file)
  appendChunk("IEND", [], to: &file)
  return file
}

/// Writes plain pixels as a PNG; see the function of the same name.
package func encodePNG(_ pixels: PixelBuffer, pixelsPerInch: Double) -> [UInt8] {
  encodePNG(FilteredPixels(pixels), pixelsPerInch: pixelsPerInch)
}

private let perceptualIntent: UInt8 = 0
private let unitIsMeter: UInt8 = 1

private func bigEndian(_ value: Int) -> [UInt8] {
  let value = UInt32(truncatingIfNeeded: value)
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

private func appendChunk(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
  file += bigEndian(data.count)
  let start = file.count
  file += Array(type.utf8)
  file += data
  file += bigEndian(Int(crc32(file[start...])))
}
