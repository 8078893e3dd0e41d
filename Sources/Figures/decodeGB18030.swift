internal import Glibc

/// GB 18030 text as UTF-8 by the C library's `iconv`; nil when it is not valid, or the C library
/// has no such converter.
func decodeGB18030(_ text: [UInt8]) -> [UInt8]? {
  guard let converter = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1
  else { return nil }
  defer { unsafe _ = iconv_close(converter) }
  var input = text
  // Two bytes of GB 18030 give at most three of UTF-8, and one gives at most three.
  let capacity = text.count * 3 / 2 + 16
  var isComplete = false
  let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    unsafe input.withUnsafeMutableBytes { bytes in
      var from = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var fromLeft = bytes.count
      var toLeft = capacity
      let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
      isComplete = result != -1 && fromLeft == 0
      count = capacity - toLeft
    }
  }
  return isComplete ? output : nil
}
