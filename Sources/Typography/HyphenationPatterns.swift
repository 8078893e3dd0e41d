internal import CHyphen

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The hyphenation patterns of one language.
///
/// libhyphen only reads a dictionary once it is loaded, so that many threads may share it: that is
/// why the class may be sent between threads without a check.
@safe final class HyphenationPatterns: @unchecked Sendable {
  private let raw: UnsafeMutablePointer<HyphenDict>
  private let isUTF8: Bool

  /// Nil when the file is missing or is no dictionary in UTF-8 or KOI8-R.
  init?(path: String) {
    guard let raw = unsafe hnj_hyphen_load(path) else { return nil }
    unsafe self.raw = raw
    isUTF8 = unsafe raw.pointee.utf8 != 0
    // The only other encoding among Debian's dictionaries for the languages that we set is KOI8-R.
    let isKOI8 = unsafe raw.pointee.cset.0 == 0x4B && raw.pointee.cset.3 == 0x38
    guard isUTF8 || isKOI8 else { return nil }
  }

  deinit { unsafe hnj_hyphen_free(raw) }

  /// Calls a closure with the offset of every character that a line may begin with.
  ///
  /// - Parameters:
  ///   - word: UTF-16 of a word in lower case, without surrogates.
  ///   - body: takes offsets in the word.
  func forEachPoint(in word: [UInt16], _ body: (Int) -> Void) {
    guard var bytes = encode(word) else { return }
    let size = bytes.count
    bytes.append(0)
    var hyphens = [CChar](repeating: 0, count: size + 5)
    var rep: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var pos: UnsafeMutablePointer<Int32>?
    var cut: UnsafeMutablePointer<Int32>?
    let status = unsafe hnj_hyphen_hyphenate2(
      raw, bytes, Int32(size), &hyphens, nil, &rep, &pos, &cut)
    // Where the spelling changes at the line end, the word stays whole: its text must not change.
    let changes = (0..<size).map { unsafe rep?[$0] != nil }
    if let rep = unsafe rep {
      for index in 0..<size { unsafe free(rep[index]) }
    }
    unsafe free(rep)
    unsafe free(pos)
    unsafe free(cut)
    guard status == 0 else { return }
    for index in 0..<word.count - 1 where hyphens[index] & 1 == 1 && !changes[index] {
      body(index + 1)
    }
  }

  private func encode(_ word: [UInt16]) -> [CChar]? {
    guard !isUTF8 else {
      var bytes: [UInt8] = []
      _ = word.appendUTF8(0..<word.count, to: &bytes)
      return bytes.map { CChar(bitPattern: $0) }
    }
    var bytes: [CChar] = []
    for unit in word {
      guard let byte = koi8(unit) else { return nil }
      bytes.append(CChar(bitPattern: byte))
    }
    return bytes
  }
}

/// Small Cyrillic letters from 0xC0 on, in the order of KOI8-R (RFC 1489).
private let koi8Letters = Array("юабцдефгхийклмнопярстужвьызшэщчъ".utf16)

private func koi8(_ unit: UInt16) -> UInt8? {
  if unit == 0x451 { return 0xA3 }
  return koi8Letters.firstIndex(of: unit).map { 0xC0 + UInt8($0) }
}
