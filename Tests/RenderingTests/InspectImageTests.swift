import Compression
import Diagnostics
import Drawing
import Geometry
import RenderingFixtures
import Seeds
import Testing

@testable import Rendering

@Suite struct InspectImageTests {
  private func png() throws -> [UInt8] {
    try renderPNG(DisplayList(), size: Size(width: 6, height: 4), pixelsPerInch: 72, faces: [])
  }

  private func codes(_ bytes: [UInt8]) -> [String] {
    inspectImage(name: "images/x", bytes: bytes).diagnostics.map(\.code.id)
  }

  @Test func formatAndSizeComeFromTheContent() throws {
    let image = try #require(inspectImage(name: "wrong.jpg", bytes: try png()).value)
    #expect(image.format == .png && image.size == Size(width: 6, height: 4))
    let jpeg = try #require(inspectImage(name: "a", bytes: Fixture.jpeg).value)
    #expect(jpeg.format == .jpeg && jpeg.size == Size(width: 16, height: 8))
    let svg = try #require(inspectImage(name: "a", bytes: Fixture.redSVG).value)
    #expect(svg.format == .svg && svg.size == Size(width: 10, height: 10))
  }

  @Test func anSVGWithoutSizeHasThatOfItsViewBox() throws {
    let text = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>"#
    #expect(
      inspectImage(name: "a", bytes: Array(text.utf8)).value?.size == Size(width: 30, height: 20))
  }

  @Test func everyTruncationIsFound() throws {
    for bytes in [try png(), Fixture.jpeg] {
      for count in 4..<bytes.count {
        #expect(codes(Array(bytes[..<count])) == ["image.truncated"], "cut at \(count)")
      }
    }
    #expect(codes([]) == ["image.truncated"])
    #expect(codes(Array(Fixture.redSVG.dropLast(3))) == ["image.corrupt"])
  }

  @Test func aChangedByteOfAPNGIsFound() throws {
    let bytes = try png()
    for index in 16..<bytes.count - 12 {
      var copy = bytes
      copy[index] ^= 0x10
      #expect(!codes(copy).isEmpty, "byte \(index)")
    }
  }

  @Test func whatIsNoImageIsNamed() {
    let span = SourceSpan(source: SourceID(index: 1), range: 5..<9)
    let result = inspectImage(name: "images/x.gif", bytes: Array("GIF89a".utf8), at: span)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.code.id) == ["image.unknown-format"])
    #expect(result.diagnostics.map(\.span) == [span])
    #expect(result.diagnostics[0].message.contains("images/x.gif"))
  }

  @Test func hugePicturesAreRefusedBeforeTheyAreDecoded() throws {
    var bytes = try png()
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x70, 0, 0, 0, 0x70, 0])
    let checksum = crc32(bytes[12..<29])
    bytes.replaceSubrange(
      29..<33, with: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) })
    #expect(codes(bytes) == ["image.too-large"])
  }

  @Test(arguments: [
    #"<image href="photo.png"/>"#, #"<image xlink:href='http://example.org/a.png'/>"#,
    #"<image href = "/etc/passwd"/>"#, #"<rect fill="url(other.svg#a)"/>"#,
    #"<use href="other.svg#a"/>"#, #"<style>@import "a.css";</style>"#,
    #"<style>rect { fill: url('file:///a#b') }</style>"#, #"<image href="&#104;ttp://a"/>"#,
  ])
  func externalReferencesAreRefused(element: String) {
    let text =
      #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">"#
      + element + "</svg>"
    #expect(codes(Array(text.utf8)) == ["image.external-reference"])
  }

  @Test(arguments: [
    ##"<use href="#a"/>"##, ##"<rect fill="url(#a)"/>"##, #"<a href="https://example.org"/>"#,
    #"<image href="data:image/png;base64,AAAA"/>"#, "<text>see href=\"x\" and @ url</text>",
    "<!-- <image href=\"x.png\"/> -->",
  ])
  func selfContainedPicturesPass(element: String) {
    let text =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">"# + element + "</svg>"
    #expect(codes(Array(text.utf8)) == [])
  }

  @Test func anExternalEntityIsRefused() {
    let text = """
      <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>
      """
    #expect(codes(Array(text.utf8)) == ["image.external-reference"])
  }

  @Test(arguments: 0..<200)
  func damagedFilesNeverCrash(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = [try png(), Fixture.jpeg, Fixture.redSVG][Int(random.next() % 3)]
    for _ in 0...random.next() % 6 {
      let index = Int(random.next() % UInt64(bytes.count))
      bytes[index] = UInt8(truncatingIfNeeded: random.next())
    }
    let result = inspectImage(name: "x", bytes: bytes)
    #expect((result.value == nil) == !result.diagnostics.isEmpty)
    guard let image = result.value else { return }
    var list = DisplayList()
    list.image(ImageID(index: 0), in: Rect(x: 0, y: 0, width: 4, height: 4))
    _ = try? renderPNG(
      list, size: Size(width: 4, height: 4), pixelsPerInch: 72, faces: [], images: [image])
  }
}
