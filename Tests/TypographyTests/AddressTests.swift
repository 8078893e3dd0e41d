import Testing

@testable import Typography

/// Addresses as running text.
@Suite struct AddressTests {
  private static let address =
    "https://www.example-site.org/a-b/report.2025.pdf?id=0123&x=deadbeefcafe"

  /// The lines of an address in a narrow column.
  private func lines(
    _ text: String, after start: String = "见", measure: Double
  ) throws -> [String] {
    let fixture = try ParagraphFixture([
      .init(text: start), .init(text: text, options: [.address]), .init(text: "的数据"),
    ])
    return breakLines(fixture.paragraph, LineSettings(measure: measure, alignment: .start))
      .map { fixture.paragraph.text(of: $0) }
  }

  @Test(
    "Lines end behind the marks of an address, never beside a hyphen or within `//`",
    arguments: Array(stride(from: 40.0, through: 400, by: 7)))
  func breaks(measure: Double) throws {
    let lines = try lines(Self.address, measure: measure)
    #expect(lines.joined() == "见" + Self.address + "的数据")
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.last != "-" && next.first != "-")
      #expect(!(line.last == "/" && next.first == "/"))
      // Where a mark would have done, no word is divided.
      #expect(next.first.map { !"/.?&=_".contains($0) } ?? true)
    }
  }

  @Test("Where the words are short beside the measure, none is divided", arguments: 0..<30)
  func words(length: Int) throws {
    let text = String(repeating: "文", count: length)
    let address = "https://example.org/alpha/beta/gamma/delta/epsilon/zeta/eta/theta/iota/kappa"
    let lines = try lines(address, after: text, measure: 300)
    #expect(lines.count > 1)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let isDivided = line.last?.isASCII == true && next.first?.isASCII == true
      #expect(!isDivided || "/.".contains(line.last ?? " "), "\(line)")
    }
  }
}
