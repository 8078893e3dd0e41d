internal import CNettle

/// The SHA-256 of some bytes in hexadecimal (FIPS 180-4), by Nettle.
func sha256(_ bytes: [UInt8]) -> String {
  var context = sha256_ctx()
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
  unsafe nettle_sha256_init(&context)
  unsafe nettle_sha256_update(&context, bytes.count, bytes)
  unsafe nettle_sha256_digest(&context, digest.count, &digest)
  return digest.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
