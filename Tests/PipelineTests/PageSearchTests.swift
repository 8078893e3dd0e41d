import Testing

/// The instrument of the extraction tests finds what is there, and only that.
struct PageSearchTests {
  private let line = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"

  @Test func findsInOrderOnly() {
    var search = PageSearch(["甲乙丙", "丁戊"])
    #expect(search.find("乙丙")?.map(\.page) == [0])
    #expect(search.find("丁")?.map(\.page) == [1])
    #expect(search.find("甲") == nil)
    #expect(search.find("戊") != nil)
  }

  @Test func aCharacterThatIsLostOrChangedIsMissed() {
    var search = PageSearch(["页眉\(line)页脚"])
    #expect(search.find(line.replacing("寒", with: "塞")) == nil)
    #expect(search.find(line.replacing("寒", with: "寒寒")) == nil)
    #expect(search.find(line) != nil)
  }

  @Test func aParagraphMayGoOnOnTheNextPageOnly() {
    let (head, tail) = (line.prefix(18), line.dropFirst(18))
    var search = PageSearch(["首\(head)注1", "\(tail)注2"])
    #expect(search.find(line)?.map(\.length) == [18, line.count - 18])
    var broken = PageSearch(["首\(head)注1", "空", "\(tail)注2"])
    #expect(broken.find(line) == nil)
    var lossy = PageSearch(["首\(head.dropLast())注1", "\(tail)注2"])
    #expect(lossy.find(line) == nil)
  }
}
