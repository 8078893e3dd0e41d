import CDeflate

/// A compressor of whole buffers into the zlib format (RFC 1950), kept for many of them.
@safe
package struct Compressor: ~Copyable {
  private let pointer: OpaquePointer?

  /// - Parameter level: 0 (stored) to 12 (smallest); 6 is the usual compromise.
  package init(level: Int = 6) {
    unsafe pointer = libdeflate_alloc_compressor(Int32(clamping: min(max(level, 0), 12)))
  }

  deinit { unsafe libdeflate_free_compressor(pointer) }

  /// The bytes in zlib format; the same bytes in, the same out.
  package func compress(_ bytes: [UInt8]) -> [UInt8] {
    let limit = unsafe libdeflate_zlib_compress_bound(pointer, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = unsafe libdeflate_zlib_compress(
        pointer, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }
}
