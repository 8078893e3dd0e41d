import Testing

@testable import Geometry

struct LengthTests {
  @Test(arguments: [
    ("12pt", Length(12, .pt)), ("25 mm", Length(25, .mm)), ("-1.5em", Length(-1.5, .em)),
    (".5in", Length(0.5, .in)), ("+2cm", Length(2, .cm)), ("20q", Length(20, .q)),
    ("20Q", Length(20, .q)), ("1 pc", Length(1, .pc)), ("1.5lines", Length(1.5, .lines)),
    ("1line", Length(1, .lines)), ("1 Line", Length(1, .lines)), ("50%", Length(50, .percent)),
    (" 50 % ", Length(50, .percent)), ("0", .zero), ("0.0", .zero), ("小四", Length(12, .pt)),
    (" 三号 ", Length(16, .pt)), ("五号", Length(10.5, .pt)),
  ])
  func lengthsAreRead(text: String, length: Length) {
    #expect(Length(parsing: text) == length)
  }

  @Test(arguments: [
    "", " ", "12", "pt", "12 furlongs", "1 2pt", "1e3pt", "1.2.3pt", "--1pt", "nanpt", "infpt",
    "0x10pt", "1000000pt", "１２pt", "12pt 3mm", "九号", "50％",
  ])
  func whatIsNoLengthIsRefused(text: String) {
    #expect(Length(parsing: text) == nil)
  }

  @Test(arguments: [
    (Length(1, .in), 72), (Length(25.4, .mm), 72), (Length(2.54, .cm), 72), (Length(6, .pc), 72),
    (Length(101.6, .q), 72), (Length(72, .pt), 72), (Length(2, .em), 21), (Length(3, .lines), 54),
    (Length(25, .percent), 100),
  ])
  func unitsBecomePoints(length: Length, points: Double) {
    let basis = Length.Basis(em: 10.5, line: 18, container: 400)
    #expect(abs(length.points(basis) - points) < 1e-9)
  }

  /// The trade's sizes of which each is stated in points: GB/T 9704 sets titles in 二号 and text in
  /// 三号.
  @Test func chineseSizesDescend() {
    let order = [
      "初号", "小初", "一号", "小一", "二号", "小二", "三号", "小三", "四号", "小四", "五号", "小五", "六号",
      "小六", "七号", "八号",
    ]
    let sizes = order.compactMap { Length.chineseSizes[$0] }
    #expect(sizes.count == Length.chineseSizes.count)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 > $1 })
    #expect(Length.chineseSizes["二号"] == 22 && Length.chineseSizes["三号"] == 16)
  }
}
