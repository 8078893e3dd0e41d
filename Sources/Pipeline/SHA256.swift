internal import CCrypto

/// The SHA-256 of some bytes in hexadecimal (FIPS 180-4), by libcrypto.
func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  let isDone = unsafe bytes.withUnsafeBytes { input in
    unsafe EVP_Digest(input.baseAddress, input.count, &digest, &length, EVP_sha256(), nil)
  }
  precondition(isDone == 1, "libcrypto has no SHA-256")
  return digest.prefix(Int(length)).map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
