import Testing

@testable import Geometry

struct ColorTests {
  @Test func hexadecimalColoursAreRead() throws {
    let red = try #require(Color(hex: "#B8312f"))
    #expect((red.red, red.green, red.blue) == (184.0 / 255, 49.0 / 255, 47.0 / 255))
    #expect(Color(hex: "#fff").map { [$0.red, $0.green, $0.blue] } == [1, 1, 1])
    #expect(Color(hex: "#0a0") == Color(hex: "#00AA00"))
  }

  @Test(arguments: [
    "", "#", "fff", "#ff", "#ffff", "#12345", "#1234567", "#+12345", "#-00000", "#gggggg",
  ])
  func whatIsNoColourIsRefused(text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test func greysPrintOnTheBlackPlateAlone() {
    #expect(Color(gray: 0.25).ink == .black(0.75))
    #expect(Color.black.ink == .black(1) && Color.white.ink == .black(0))
  }
}
