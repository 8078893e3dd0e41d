internal import CLineBreak

/// The order of words in a language, by CLDR; Chinese is ordered by pinyin.
@safe package final class Collation {
  private let collator: OpaquePointer?
  private let primary: OpaquePointer?
  private let isChinese: Bool

  /// Letters without marks, which a marked one is listed under where the language says so.
  private static let alphabets =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯابتثجحخدذرزسشصضطظعغفقكلمنهوي"

  /// - Parameter language: BCP 47.
  package init(language: String) {
    let tag = String(language.prefix { $0 != "-" })
    isChinese = tag == "zh"
    let locale = isChinese ? "zh-u-co-pinyin" : tag
    unsafe collator = colophon_collator_open(locale, 0)
    unsafe primary = colophon_collator_open(locale, 1)
  }

  deinit {
    unsafe colophon_collator_close(collator)
    unsafe colophon_collator_close(primary)
  }

  /// Bytes that order as the texts do; equal texts apart from code points that no one tells apart.
  package func key(_ text: String) -> [UInt8] { unsafe key(text, collator) }

  /// The letter under which an index lists a text: of the pinyin for Han, without accents where the
  /// language counts them as the same letter; nil where it begins with no letter.
  package func initial(of text: String) -> String? {
    guard let first = text.first, first.isLetter else { return nil }
    let head = String(first)
    if isChinese, let letter = pinyinInitial(of: text) { return letter }
    let own = unsafe key(head, primary)
    return Self.alphabets.map(String.init).first { unsafe key($0, primary) == own }
      ?? head.uppercased()
  }

  /// CLDR marks the beginning of each letter's Han characters by U+FDD0 before the letter.
  private func pinyinInitial(of text: String) -> String? {
    let own = unsafe key(text, primary)
    guard unsafe own.lexicographicallyPrecedes(key("a", primary)) else { return nil }
    return Self.alphabets.prefix(26).map(String.init).last { letter in
      unsafe !own.lexicographicallyPrecedes(key([0xFDD0] + Array(letter.utf16), primary))
    }
  }

  private func key(_ text: String, _ collator: OpaquePointer?) -> [UInt8] {
    unsafe key(Array(text.utf16), collator)
  }

  private func key(_ units: [UInt16], _ collator: OpaquePointer?) -> [UInt8] {
    guard let collator = unsafe collator else {
      return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }
    var key = [UInt8](repeating: 0, count: 4 * units.count + 16)
    var length = unsafe Int(
      colophon_sort_key(collator, units, Int32(units.count), &key, Int32(key.count)))
    if length > key.count {
      key = [UInt8](repeating: 0, count: length)
      length = unsafe Int(
        colophon_sort_key(collator, units, Int32(units.count), &key, Int32(key.count)))
    }
    return Array(key.prefix(length))
  }
}
