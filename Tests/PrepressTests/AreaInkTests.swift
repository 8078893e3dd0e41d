import Diagnostics
import Foundation
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

/// Ink of what has no one colour: pixels and shadings, by area.
struct AreaInkTests {
  private func findings(_ file: ForeignPDF) -> [String] {
    preflight(file.bytes, profile: PreflightProfile()).filter {
      $0.code.id == "preflight.ink-coverage"
    }.map(\.message)
  }

  /// An image of 64 by 64 pixels on 64 by 64 points, at 72 pixels to the inch.
  private func image(_ dictionary: String, _ data: String, _ more: [String] = []) -> ForeignPDF {
    ForeignPDF(
      content: "q 64 0 0 64 100 100 cm /I Do Q", resources: "/XObject<</I 5 0 R>>",
      objects: [
        "<</Subtype/Image/Width 64/Height 64\(dictionary)/Length \(data.utf8.count)>>stream\n\(data)"
          + "\nendstream"
      ] + more)
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + ">"
  }

  private let code = "/Filter/ASCIIHexDecode/BitsPerComponent 8"

  @Test func pixelsAreMeasured() {
    let heavy = hexadecimal(Array(repeating: 230, count: 64 * 64 * 4))
    #expect(
      findings(image("/ColorSpace/DeviceCMYK\(code)", heavy)) == [
        "page 1 at 90, 226 pt: an area takes 361 % of ink"
      ])
    #expect(
      findings(image("/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]\(code)", heavy)) == [])
  }

  /// The same heavy colour in cells of one pixel with none between them is light as an area.
  @Test func whatIsFinerThanAnAreaCountsWithItsMean() {
    let pixels = (0..<64).flatMap { row in
      (0..<64).flatMap { column in
        [UInt8](repeating: (row + column) % 2 == 0 ? 255 : 0, count: 4)
      }
    }
    let file = { (scale: Int) in
      var file = image("/ColorSpace/DeviceCMYK\(code)", hexadecimal(pixels))
      file.content = "q \(scale) 0 0 \(scale) 100 100 cm /I Do Q"
      return file
    }
    #expect(findings(file(16)) == [])
    #expect(findings(file(64)) == [])
  }

  @Test func samplesOfFewAndOfManyBitsAreRead() {
    let table = "[/Indexed/DeviceCMYK 1<00000000ffffff80>]"
    let codes = hexadecimal(Array(repeating: 0xFF, count: 64 * 8))
    let few = image("/ColorSpace\(table)/Filter/ASCIIHexDecode/BitsPerComponent 1", codes)
    #expect(findings(few) == ["page 1 at 90, 226 pt: an area takes 350 % of ink"])
    let many = hexadecimal(Array(repeating: 0xCC, count: 64 * 64 * 8))
    let wide = image("/ColorSpace/DeviceCMYK/Filter/ASCIIHexDecode/BitsPerComponent 16", many)
    #expect(findings(wide) == ["page 1 at 90, 226 pt: an area takes 320 % of ink"])
  }

  @Test func aSoftMaskThinsTheInk() {
    let heavy = hexadecimal(Array(repeating: 255, count: 64 * 64 * 4))
    let mask = { (opacity: UInt8) in
      "<</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        + "/Filter/ASCIIHexDecode/Length 3>>stream\n\(hexadecimal([opacity]))\nendstream"
    }
    let file = { (opacity: UInt8) in
      image("/ColorSpace/DeviceCMYK/SMask 6 0 R\(code)", heavy, [mask(opacity)])
    }
    #expect(findings(file(255)) == ["page 1 at 90, 226 pt: an area takes 400 % of ink"])
    #expect(findings(file(128)) == [])
  }

  /// A chequer of four squares, 369 % and 12 % of ink, as JPEG of four inks, which Adobe inverts.
  @Test(arguments: [baseline, progressive])
  func aJPEGIsMeasured(_ text: String) {
    let jpeg = Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    let file = image(
      "/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]/BitsPerComponent 8"
        + "/Filter[/ASCIIHexDecode/DCTDecode]", hexadecimal(jpeg))
    #expect(
      findings(file) == ["page 1 at 122, 258 pt: an area takes 369 % of ink; 1 more on it"])
  }

  @Test(arguments: 0..<60)
  func damagedJPEGsNeverCrash(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = seed % 2 == 0 ? Self.baseline : Self.progressive
    var bytes = Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    for _ in 0...random.next() % 6 {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    if seed % 5 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
    guard let means = JPEGMeans(bytes) else { return }
    for component in means.components.indices {
      #expect((0...255).contains(means.mean(component, column: 0, row: means.rows - 1)))
    }
  }

  // MARK: Shadings

  /// From paper to 400 % over 200 points: the last quarter is too much.
  @Test(arguments: [
    "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>",
    "<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 1 0]/Functions["
      + "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[.5 .5 .5 .5]>>"
      + "<</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1 1]/C1[.5 .5 .5 .5]>>]>>",
  ])
  func aShadingIsMeasuredWhereItIsDark(_ function: String) {
    let shading =
      "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[50 0 250 0]/Function\(function)>>"
    let direct = ForeignPDF(
      content: "q 50 100 200 100 re W n /S sh Q", resources: "/Shading<</S\(shading)>>")
    #expect(findings(direct) == ["page 1 at 190, 190 pt: an area takes 398 % of ink"])
    let pattern = ForeignPDF(
      content: "/Pattern cs /P scn 50 100 200 100 re f",
      resources: "/Pattern<</P<</PatternType 2/Shading\(shading)>>>>")
    #expect(findings(pattern) == findings(direct))
  }

  /// The middle of the first cell is 1.4 points away from the centre: 393 %, in steps of 1/256 392 %.
  @Test func aRadialShadingIsDarkInTheMiddle() {
    let shading =
      "<</ShadingType 3/ColorSpace/DeviceCMYK/Coords[150 150 0 150 150 80]/Function"
      + "<</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1 1]/C1[0 0 0 0]>>>>"
    let file = ForeignPDF(
      content: "q 50 50 200 200 re W n /S sh Q", resources: "/Shading<</S\(shading)>>")
    #expect(findings(file) == ["page 1 at 120, 220 pt: an area takes 392 % of ink"])
  }

  /// A JPEG of four inks.
  static let jpeg = Array(
    Data(base64Encoded: baseline, options: .ignoreUnknownCharacters) ?? Data())

  private static let baseline = """
    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13
    e4GCgU5gjZeMfZZzfoF8/8AAFAgAQABABEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAHBgX/xAAUEAEAAAAA
    AAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AMYxjLOEAAAAsSvK4qAAAACOpCkaXgAAALEryuKgAAAAjqQpGl4AAACxK8ri
    oAAAAI6kKRpeAAAAsSvK4qAAAAAAAAAAjqQpGl4AAACxK8rioAAAAI6kKRpeAAAAsSvK4qAAAACOpCkaXgAAALEryuKgAAAA
    jqQpGl4AAAD/2Q==
    """

  private static let progressive = """
    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13
    e4GCgU5gjZeMfZZzfoF8/8IAFAgAQABABEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAGBQT/2gAOBEMATQBZ
    AEsAAAABxcXK4AALGvrqgACOkJGXAAsa+uqAAI6QkZcACxr66oAAjpCRlwALGvrqgAAAAI6QkZcACxr66oAAjpCRlwALGvrq
    gACOkJGXAAsa+uqAAI6QkZcAD//EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAUMAAQUCAf/EABQQAQAAAAAAAAAAAAAAAAAA
    AGD/2gAIAU0AAQUCAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAVkAAQUCAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAI
    AUsAAQUCAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAUMABj8CAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAU0ABj8C
    Af/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAVkABj8CAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAUsABj8CAf/EABQQ
    AQAAAAAAAAAAAAAAAAAAAGD/2gAIAUMAAT8hAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAU0AAT8hAf/EABQQAQAAAAAA
    AAAAAAAAAAAAAGD/2gAIAVkAAT8hAf/EABQQAQAAAAAAAAAAAAAAAAAAAGD/2gAIAUsAAT8hAf/aAA4EQwBNAFkASwAAABD/
    AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/8QAFBABAAAA
    AAAAAAAAAAAAAAAAYP/aAAgBQwABPxAB/8QAFBABAAAAAAAAAAAAAAAAAAAAYP/aAAgBTQABPxAB/8QAFBABAAAAAAAAAAAA
    AAAAAAAAYP/aAAgBWQABPxAB/8QAFBABAAAAAAAAAAAAAAAAAAAAYP/aAAgBSwABPxAB/9k=
    """
}
