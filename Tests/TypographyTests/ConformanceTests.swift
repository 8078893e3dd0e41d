import Drawing
import Foundation
import Testing

@testable import Typography

/// The rules of Chinese typesetting as data: `Conformance/*.json`, whose expected lines were worked
/// out by hand from the rule, in em.
@Suite struct ConformanceTests {
  @Test("Lines are those that the rule gives", arguments: try ConformanceCase.all())
  func lines(example: ConformanceCase) throws {
    let fixture = try example.fixture()
    let lines = breakLines(fixture.paragraph, example.lineSettings)
    #expect(lines.map(fixture.paragraph.text(of:)) == example.lines, "\(example)")
    for (line, width) in zip(lines, example.widths ?? []) {
      if let width {
        #expect(abs(line.width / 10 - width) < 0.001, "\(example): \(line.width / 10)")
      }
    }
    for (line, start) in zip(lines, example.starts ?? []) {
      #expect(abs(line.start / 10 - start) < 0.001, "\(example): \(line.start / 10)")
    }
    for (place, space) in example.spaces ?? [:] {
      let found = try #require(fixture.space(place, lines), "\(example): no \(place)")
      #expect(abs(found - space) < 0.001, "\(example): \(place) is \(found)")
    }
  }

  @Test("The inspector finds what the case says and no more", arguments: try ConformanceCase.all())
  func verdict(example: ConformanceCase) throws {
    let fixture = try example.fixture()
    let lines = breakLines(fixture.paragraph, example.lineSettings)
    let findings = inspect(
      fixture.paragraph, lines, example.lineSettings, styles: fixture.styles)
    // Lines this short cannot but be loose, which the cases on it tell.
    let rules = findings.map(\.rule).filter { $0 != "E4.3" || example.rule == "E4.3" }
    #expect(rules == example.reports ?? [], "\(example): \(findings)")
  }

  @Test("Every section of the rules has its cases")
  func coverage() throws {
    let cases = try ConformanceCase.all()
    #expect(cases.count > 100)
    let sections = Set(cases.map { $0.rule.prefix(2) })
    #expect(sections == ["E1", "E2", "E3", "E4", "E5", "E6", "E7"])
  }
}

/// One line of a conformance file.
struct ConformanceCase: Decodable, Sendable, CustomStringConvertible {
  var rule: String
  /// With `**bold**`, `` `code` ``, `[link]` and `^note mark^`.
  var text: String
  var measure: Double
  var indent: Double?
  var align: String?
  var level: String?
  var punctuation: String?
  var hang: Bool?
  var indentedBracket: String?
  var grid: String?
  var lines: [String]
  var widths: [Double?]?
  var starts: [Double]?
  /// By the two characters, such as `中|A`.
  var spaces: [String: Double]?
  /// Rules that the inspector names.
  var reports: [String]?
  var because: String

  var description: String { "\(rule) \(text) at \(measure) em: \(because)" }

  var lineSettings: LineSettings {
    LineSettings(
      measure: measure * 10, indent: (indent ?? 0) * 10,
      alignment: align.flatMap(LineSettings.Alignment.init(rawValue:)) ?? .justify,
      shortestLastLine: 20)
  }

  static func all() throws -> [ConformanceCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Conformance")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap {
      try JSONDecoder().decode(
        [ConformanceCase].self, from: Data(contentsOf: folder.appending(path: $0)))
    }
  }

  func fixture() throws -> ParagraphFixture {
    let house = HouseStyle(
      lineBreaking: level.flatMap(LineBreaking.init(rawValue:)) ?? .gb,
      punctuation: punctuation.flatMap(PunctuationScheme.init(rawValue:)) ?? .quanjiao,
      hangsMarks: hang ?? false,
      indentedBracket: indentedBracket.flatMap(IndentedBracket.init(rawValue:)) ?? .trim,
      grid: grid.flatMap(GridFitting.init(rawValue:)) ?? .none)
    return try ParagraphFixture(parts, house: house)
  }

  /// The runs that the markup divides the text into.
  private var parts: [ParagraphFixture.Part] {
    var parts: [ParagraphFixture.Part] = []
    var rest = text[...]
    while let next = rest.firstMatch(of: #/\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]|\^(.+?)\^/#) {
      let (_, bold, code, link, note) = next.output
      parts.append(ParagraphFixture.Part(text: String(rest[..<next.range.lowerBound])))
      parts.append(part(bold, code, link, note))
      rest = rest[next.range.upperBound...]
    }
    return (parts + [ParagraphFixture.Part(text: String(rest))]).filter { !$0.text.isEmpty }
  }

  private func part(
    _ bold: Substring?, _ code: Substring?, _ link: Substring?, _ note: Substring?
  ) -> ParagraphFixture.Part {
    var style = TextStyle(role: "body", size: 10)
    if bold != nil { style.weight = 700 }
    if code != nil { style.features = ["-liga"] }
    if note != nil {
      style.size = 6
      style.rise = 4
    }
    return ParagraphFixture.Part(
      text: String(bold ?? code ?? link ?? note ?? ""), style: style,
      options: note == nil ? [] : .noteMark)
  }
}

extension ParagraphFixture {
  /// The space between two characters, in em of 10 pt; nil when they are not neighbours on a line.
  fileprivate func space(_ place: String, _ lines: [Line]) -> Double? {
    let pair = place.split(separator: "|").compactMap(\.utf16.first)
    for line in lines {
      for index in line.boxes.dropLast() {
        let left = paragraph.source.text[Int(paragraph.boxes[index].textEnd) - 1]
        let right = paragraph.source.text[Int(paragraph.boxes[index + 1].textStart)]
        if pair == [left, right] { return paragraph.space(after: index, on: line) / 10 }
      }
    }
    return nil
  }
}
