/// A digest of 128 bits for identifiers: fast, not cryptographic, the same on every machine.
///
/// Two lanes of multiply and shift over words of eight bytes, after MurmurHash3's mixing.
struct ContentHash {
  private var lanes: (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F)

  mutating func combine(_ bytes: ArraySlice<UInt8>) {
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 { combine(word) }
    }
    combine(word)
    combine(UInt64(bytes.count))
  }

  mutating func combine(_ word: UInt64) {
    lanes.0 = (lanes.0 ^ word) &* 0x87C3_7B91_1142_53D5
    lanes.0 ^= lanes.0 >> 29
    lanes.1 = (lanes.1 &+ word) &* 0x4CF5_AD43_2745_937F
    lanes.1 ^= lanes.1 >> 31
  }

  /// Sixteen bytes.
  var digest: [UInt8] {
    let values = [mixed(lanes.0 ^ lanes.1), mixed(lanes.1 &+ lanes.0 &* 3)]
    return values.flatMap { value in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt64($0)) }
    }
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}

extension FinishedFile {
  /// A digest of everything written so far.
  func contentHash() -> [UInt8] {
    var hash = ContentHash()
    hash.combine(arena.bytes[...])
    for content in contents {
      switch content {
      case .kept(let range): hash.combine(painted.bytes[range])
      case .stream(_, .kept(let range)): hash.combine(painted.bytes[range])
      case .stream(_, .written(let bytes)): hash.combine(bytes[...])
      default: break
      }
    }
    return hash.digest
  }
}
