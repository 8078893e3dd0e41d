import Compression
import Geometry

/// The size in pixels of a PNG whose chunks are all there and pass their checksums (ISO 15948, 5).
func pngSize(_ bytes: [UInt8]) throws(ImageError) -> Size {
  guard bytes.count >= 8 + 25 else { throw .truncated }
  guard bytes[4..<8] == [0x0D, 0x0A, 0x1A, 0x0A], type(of: 8, in: bytes) == "IHDR" else {
    throw .corrupt("it does not begin as a PNG must")
  }
  let size = Size(width: Double(bigEndian(bytes, at: 16)), height: Double(bigEndian(bytes, at: 20)))
  var offset = 8
  while true {
    guard offset + 12 <= bytes.count else { throw .truncated }
    let end = offset + 12 + bigEndian(bytes, at: offset)
    guard end <= bytes.count else { throw .truncated }
    let checksum = bigEndian(bytes, at: end - 4)
    guard crc32(bytes[offset + 4..<end - 4]) == UInt32(checksum) else {
      throw .corrupt("a checksum does not agree")
    }
    if type(of: offset, in: bytes) == "IEND" { return size }
    offset = end
  }
}

private func type(of chunk: Int, in bytes: [UInt8]) -> String {
  String(decoding: bytes[chunk + 4..<chunk + 8], as: UTF8.self)
}

private func bigEndian(_ bytes: [UInt8], at offset: Int) -> Int {
  bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
}

/// The size in pixels of a JPEG (ISO 10918-1, annex B): from its frame header, after which a scan
/// and the end of the image must follow.
func jpegSize(_ bytes: [UInt8]) throws(ImageError) -> Size {
  var offset = 2
  var size: Size?
  while true {
    let segment = try jpegSegment(bytes, at: offset)
    if segment.isFrameHeader { size = try frameSize(bytes, segment) }
    if segment.isScan {
      guard let size else { throw .corrupt("a scan stands before the frame header") }
      guard endsAsJPEG(bytes) else { throw .truncated }
      return size
    }
    offset = segment.end
  }
}

/// How many components each pixel has: 1 for grey, 3 for YCbCr or RGB, 4 for process inks.
func jpegComponents(_ bytes: [UInt8]) throws(ImageError) -> Int {
  var offset = 2
  while true {
    let segment = try jpegSegment(bytes, at: offset)
    if segment.isFrameHeader, segment.payload + 5 < segment.end {
      return Int(bytes[segment.payload + 5])
    }
    if segment.isScan { throw .corrupt("a scan stands before the frame header") }
    offset = segment.end
  }
}

private struct JPEGSegment {
  var marker: UInt8
  var payload: Int
  var end: Int

  /// SOF0 to SOF15 without the three codes between them that mean tables.
  var isFrameHeader: Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }
  var isScan: Bool { marker == 0xDA }
}

private func jpegSegment(_ bytes: [UInt8], at start: Int) throws(ImageError) -> JPEGSegment {
  var offset = start
  guard offset < bytes.count else { throw .truncated }
  guard bytes[offset] == 0xFF else { throw .corrupt("a marker is missing") }
  while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
  guard offset + 2 < bytes.count else { throw .truncated }
  let marker = bytes[offset]
  let length = Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2])
  guard length >= 2 else { throw .corrupt("a segment has no length") }
  guard marker != 0xD9 else { throw .truncated }
  guard offset + 1 + length <= bytes.count else { throw .truncated }
  return JPEGSegment(marker: marker, payload: offset + 3, end: offset + 1 + length)
}

private func frameSize(_ bytes: [UInt8], _ segment: JPEGSegment) throws(ImageError) -> Size {
  let start = segment.payload
  guard start + 6 <= segment.end else { throw .corrupt("the frame header is too short") }
  let height = Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
  let width = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
  return Size(width: Double(width), height: Double(height))
}

/// Whether the end marker stands in the last bytes; cameras pad a little after it.
private func endsAsJPEG(_ bytes: [UInt8]) -> Bool {
  let tail = bytes.suffix(4096)
  return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
}
