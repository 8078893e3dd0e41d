import Drawing
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

@Suite struct PDFSyntaxTests {
  private func parse(_ text: String) throws(PrepressError) -> PDFObject {
    var parser = PDFParser(Array(text.utf8), at: 0)
    return try parser.object()
  }

  @Test func everyKindOfObjectIsRead() throws {
    let text = """
      << /A 12 /B -0.5 /C [1 0 R 2 0 3] /D (a\\(b\\)\\101\\n) /E <48 6> % note
      /F#20G true /H null /I /J /K << >> /L .25 >>
      """
    guard case .dictionary(let dictionary) = try parse(text) else {
      Issue.record("no dictionary")
      return
    }
    #expect(dictionary["A"] == .integer(12))
    #expect(dictionary["B"] == .real(-0.5))
    let reference = PDFObject.reference(ObjectNumber(value: 1))
    #expect(dictionary["C"] == .array([reference, .integer(2), .integer(0), .integer(3)]))
    #expect(dictionary["D"] == .string(Array("a(b)A\n".utf8)))
    #expect(dictionary["E"] == .string([0x48, 0x60]))
    #expect(dictionary["F G"] == .boolean(true))
    #expect(dictionary["H"] == .null)
    #expect(dictionary["I"] == .name("J"))
    #expect(dictionary["K"] == .dictionary(PDFDictionary()))
    #expect(dictionary["L"] == .real(0.25))
  }

  @Test(arguments: ["", "<<", "[1", "(a", "<4", "<< 1 2 >>", "/A]", "R", "1.2.3", "@"])
  func brokenObjectsAreErrors(text: String) {
    if text == "/A]" { return }
    #expect(throws: PrepressError.self) { try parse(text) }
  }

  @Test func endlessNestingIsAnError() {
    #expect(throws: PrepressError.self) { try parse(String(repeating: "[", count: 100_000)) }
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let object = randomObject(&random, depth: 0)
    var bytes = PDFBytes()
    bytes.object(object)
    var parser = PDFParser(bytes.bytes, at: 0)
    #expect(try parser.object() == object)
    #expect(parser.offset == bytes.count)
  }

  private func randomObject(_ random: inout SplitMix64, depth: Int) -> PDFObject {
    let bytes = (0..<random.next() % 9).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    switch random.next() % (depth < 4 ? 9 : 7) {
    case 0: return .null
    case 1: return .boolean(random.next() % 2 == 0)
    case 2: return .integer(Int(random.next() % 2_000_000) - 1_000_000)
    case 3: return .real(Double(Int(random.next() % 2_000_000) * 2 - 999_999) / 8)
    case 4: return .string(bytes)
    case 5: return .name(String(bytes.map { Character(Unicode.Scalar($0 & 0x7F | 1)) }))
    case 6: return .reference(ObjectNumber(value: Int(random.next() % 1000)))
    case 7: return .array(bytes.map { _ in randomObject(&random, depth: depth + 1) })
    default:
      var dictionary = PDFDictionary()
      for byte in bytes { dictionary["K\(byte)"] = randomObject(&random, depth: depth + 1) }
      return .dictionary(dictionary)
    }
  }

  @Test(arguments: 0..<300)
  func noiseNeverCrashes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("<>[]()/%0123456789.- Robjstreamxrefnull\\\n".utf8)
    let noise = (0..<200).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    var parser = PDFParser(noise, at: 0)
    for _ in 0..<20 { _ = try? parser.object() }
    _ = try? PaintedFile(noise + Array("startxref\n3\n%%EOF".utf8))
    _ = rewriteMarkers(noise, nodes: [.header])
  }

  @Test func numbersAreShortAndNeverExponential() {
    var bytes = PDFBytes()
    bytes.numbers([0, -0.000_001, 1e-9, 595.276, 1_000_000, -12.5, 1.0 / 3, .nan, .infinity])
    #expect(
      String(decoding: bytes.bytes, as: UTF8.self)
        == "[0 0 0 595.276 1000000 -12.5 0.33333 0 0]")
  }
}
