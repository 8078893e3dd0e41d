import Testing

@testable import Diagnostics

/// Places as people name them: lines and columns count from 1, columns in Unicode scalars.
struct SourceMapTests {
  private func location(_ text: String, at offset: Int) -> String? {
    var map = SourceMap()
    let source = map.add(file: "a.md", text: Array(text.utf8))
    let location = map.location(of: SourceSpan(source: source, range: offset..<offset))
    return location.map { "\($0.file):\($0.line):\($0.column)" }
  }

  @Test(arguments: [
    (0, 1, 1), (3, 1, 2), (6, 1, 3), (7, 2, 1), (8, 2, 2), (9, 3, 1), (10, 4, 1), (99, 4, 1),
  ])
  func offsetsBecomeLinesAndColumns(offset: Int, line: Int, column: Int) {
    #expect(location("贸易\nb\n\n", at: offset) == "a.md:\(line):\(column)")
  }

  @Test func aByteOrderMarkIsNoColumn() {
    #expect(location("\u{FEFF}ab", at: 4) == "a.md:1:2")
    #expect(location("\u{FEFF}ab", at: 0) == "a.md:1:1")
  }

  @Test func noSourceHasNoPlace() {
    let unknown = SourceSpan(source: SourceID(index: 9), range: 4..<5)
    #expect(SourceMap().location(of: .none) == nil)
    #expect(SourceMap().location(of: unknown) == nil)
    #expect(SourceMap().line(1, of: unknown.source).isEmpty)
  }

  @Test func linesComeWithoutTheirEnds() {
    var map = SourceMap()
    let source = map.add(file: "a.md", text: Array("一\r\n二\n三".utf8))
    #expect((0...4).map { map.line($0, of: source) } == ["", "一", "二", "三", ""])
  }

  @Test func offsetsAreFoundFromLineAndColumn() {
    var map = SourceMap()
    let source = map.add(file: "a.md", text: Array("ab\ncde".utf8))
    #expect(map.offset(in: source, line: 2, byteColumn: 2) == 5)
    #expect(map.offset(in: source, line: 9, byteColumn: 99) == 6)
    #expect(map.offset(in: source, line: -1, byteColumn: -1) == 0)
  }

  @Test func spansJoinWithinOneSource() {
    let one = SourceSpan(source: SourceID(index: 1), range: 4..<6)
    let two = SourceSpan(source: SourceID(index: 1), range: 9..<12)
    let other = SourceSpan(source: SourceID(index: 2), range: 0..<99)
    #expect(one.joined(with: two) == SourceSpan(source: SourceID(index: 1), range: 4..<12))
    #expect(one.joined(with: other) == one)
  }
}
