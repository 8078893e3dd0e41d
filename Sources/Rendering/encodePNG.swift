import Compression

/// Writes a PNG (ISO 15948) with its resolution and colour space.
///
/// Our own encoder: Cairo's writes neither `pHYs` nor `sRGB` and takes several times as long. Every
/// row is stored as the difference to the one above, which suits drawn pictures.
package func encodePNG(_ pixels: PixelBuffer, pixelsPerInch: Double) -> [UInt8] {
  var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  // Eight bits of red, green and blue; not interlaced.
  let format: [UInt8] = [8, 2, 0, 0, 0]
  appendChunk("IHDR", bigEndian(pixels.width) + bigEndian(pixels.height) + format, to: &file)
  appendChunk("sRGB", [perceptualIntent], to: &file)
  let pixelsPerMeter = bigEndian(Int((pixelsPerInch / 0.0254).rounded()))
  appendChunk("pHYs", pixelsPerMeter + pixelsPerMeter + [unitIsMeter], to: &file)
  appendChunk("IDAT", Compressor(level: 4).compress(filteredUp(pixels)), to: &file)
  appendChunk("IEND", [], to: &file)
  return file
}

private let perceptualIntent: UInt8 = 0
private let unitIsMeter: UInt8 = 1

/// Each row with filter 2, Up (ISO 15948, 9.2): its bytes less those of the row above.
private func filteredUp(_ pixels: PixelBuffer) -> [UInt8] {
  let stride = pixels.width * 3
  var rows = [UInt8](repeating: 0, count: (stride + 1) * pixels.height)
  // Through the buffers themselves, so that the subtraction is done many bytes at a time.
  unsafe pixels.bytes.withUnsafeBufferPointer { source in
    unsafe rows.withUnsafeMutableBufferPointer { target in
      for row in 0..<pixels.height {
        let start = row * stride
        let out = row * (stride + 1)
        unsafe target[out] = 2
        for index in 0..<stride {
          let above = row == 0 ? 0 : unsafe source[start + index - stride]
          unsafe target[out + 1 + index] = unsafe source[start + index] &- above
        }
      }
    }
  }
  return rows
}

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
