import Foundation
import Testing

@testable import Typography

@Suite struct UnicodeLineBreakTests {
  private static let file = "/usr/share/unicode/auxiliary/LineBreakTest.txt"

  @Test(
    "Untailored opportunities are those of UAX #14 in every case of Unicode's own test",
    .enabled(if: FileManager.default.fileExists(atPath: file), "package unicode-data"))
  func conformance() throws {
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    guard var workspace = Workspace() else { throw OutOfMemory() }
    var count = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let fields = line.prefix { $0 != "#" }.split(separator: " ")
      guard !fields.isEmpty else { continue }
      let (units, expected) = Self.parse(fields)
      workspace.findUntailoredOpportunities(in: units)
      let found = expected.indices.dropFirst().filter { workspace.breaks[$0] != 0 }
      #expect(found == expected.indices.dropFirst().filter { expected[$0] }, "line \(number + 1)")
      count += 1
    }
    #expect(count > 7000)
  }

  /// The text of a case, and whether a line may end before each of its UTF-16 units and at its end.
  private static func parse(_ fields: [Substring]) -> (units: [UInt16], breaks: [Bool]) {
    var units: [UInt16] = []
    var breaks: [Bool] = []
    for field in fields {
      switch field {
      case "÷", "×": breaks += [field == "÷"]
      default:
        guard let scalar = UInt32(field, radix: 16).flatMap(Unicode.Scalar.init) else { continue }
        let encoded = Array(String(Character(scalar)).utf16)
        units += encoded
        breaks += Array(repeating: false, count: encoded.count - 1)
      }
    }
    return (units, breaks)
  }
}
