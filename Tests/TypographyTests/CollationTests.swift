import Testing

@testable import Typography

@Suite struct CollationTests {
  private func sorted(_ words: [String], _ language: String) -> [String] {
    let collation = Collation(language: language)
    return words.sorted { collation.key($0).lexicographicallyPrecedes(collation.key($1)) }
  }

  @Test("Chinese is ordered by pinyin, character by character")
  func pinyin() {
    #expect(
      sorted(["中国", "贸易", "阿尔及利亚", "贸然", "重庆", "冒险"], "zh-CN")
        == ["阿尔及利亚", "重庆", "冒险", "贸然", "贸易", "中国"])
  }

  @Test("Accents and letters count as each language counts them")
  func languages() {
    #expect(sorted(["zone", "été", "eau"], "fr") == ["eau", "été", "zone"])
    #expect(sorted(["nube", "ñu", "norte", "oso"], "es-ES") == ["norte", "nube", "ñu", "oso"])
    #expect(sorted(["яд", "ёж", "ель", "Африка"], "ru") == ["Африка", "ёж", "ель", "яд"])
  }

  @Test(
    "The letter that a word is listed under",
    arguments: [
      ("zh-CN", "贸易", "M"), ("zh-CN", "重庆", "C"), ("zh-CN", "阿", "A"), ("zh", "作", "Z"),
      ("zh-CN", "AI", "A"), ("fr", "été", "E"), ("es", "ñu", "Ñ"), ("es", "índice", "I"),
      ("ru", "ёж", "Е"), ("ar", "أمن", "ا"), ("en", "trade", "T"),
    ])
  func initials(language: String, word: String, letter: String) {
    #expect(Collation(language: language).initial(of: word) == letter)
  }

  @Test("What begins with no letter is listed under none", arguments: ["", "5G", "—", "😀", " a"])
  func noInitial(word: String) {
    for language in ["zh-CN", "en", "ar", "no-such-language", ""] {
      #expect(Collation(language: language).initial(of: word) == nil)
    }
  }
}
