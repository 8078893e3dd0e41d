import CDeflate

/// A decompressor of whole buffers in the zlib format (RFC 1950), kept for many of them.
@safe
package struct Decompressor: ~Copyable {
  private let pointer: OpaquePointer?

  package init() { unsafe pointer = libdeflate_alloc_decompressor() }

  deinit { unsafe libdeflate_free_decompressor(pointer) }

  /// The original bytes; nil when the data is damaged or grows beyond `limit`.
  package func decompress(_ data: ArraySlice<UInt8>, limit: Int = 1 << 30) -> [UInt8]? {
    var capacity = min(max(data.count * 8, 4096), limit)
    while true {
      var status = LIBDEFLATE_BAD_DATA
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        unsafe status = data.withUnsafeBytes { data in
          unsafe libdeflate_zlib_decompress(
            pointer, data.baseAddress, data.count, buffer.baseAddress, buffer.count, &count)
        }
        if status != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return bytes }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE, capacity < limit else { return nil }
      capacity = min(capacity * 4, limit)
    }
  }
}
