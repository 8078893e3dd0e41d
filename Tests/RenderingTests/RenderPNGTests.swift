import Diagnostics
import Drawing
import Geometry
import RenderingFixtures
import Testing

@testable import Rendering

@Suite struct RenderPNGTests {
  private let red = Color(red: 1, green: 0, blue: 0)
  private let blue = Color(red: 0, green: 0, blue: 1)

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
    Path(rect: Rect(x: x, y: y, width: width, height: height))
  }

  @Test func fillsAndStrokesLandOnTheirPixels() throws {
    var list = DisplayList()
    list.fill(box(1, 1, 2, 2), .color(.black))
    list.stroke(
      Path(from: Point(x: 5.5, y: 0), to: Point(x: 5.5, y: 3)), .color(red), StrokeStyle(width: 1))
    #expect(
      try pixelGrid(list, width: 7, height: 4) == [
        ".....r.", ".##..r.", ".##..r.", ".......",
      ])
  }

  @Test func dashesFollowTheirPattern() throws {
    var list = DisplayList()
    list.stroke(
      Path(from: Point(x: 0, y: 0.5), to: Point(x: 8, y: 0.5)), .color(.black),
      StrokeStyle(width: 1, dash: [2, 1]))
    #expect(try pixelGrid(list, width: 8, height: 1) == ["##.##.##"])
  }

  @Test func groupsClipAndAreRestored() throws {
    var list = DisplayList()
    list.group(clip: box(0, 0, 2, 2)) { $0.fill(box(0, 0, 9, 9), .color(blue)) }
    list.fill(box(3, 1, 1, 1), .color(red))
    #expect(try pixelGrid(list, width: 4, height: 3) == ["bb..", "bb.r", "...."])
  }

  @Test func opacityAppliesToAGroupAsAWhole() throws {
    var list = DisplayList()
    list.group(opacity: 0.5) { list in
      list.fill(box(0, 0, 2, 1), .color(.black))
      list.fill(box(1, 0, 2, 1), .color(.black))
    }
    let png = try renderPNG(
      list, size: Size(width: 3, height: 1), pixelsPerInch: 72, faces: [])
    let pixels = try #require(decodePNG(png))
    #expect(Set(pixels).count == 1, "where the boxes overlap it must not be darker")
    #expect(abs(Int(pixels[0]) - 127) <= 1)
  }

  @Test func hatchingIsAlignedToThePageNotToTheShape() throws {
    let hatch = Hatch(kind: .lines, angle: 0, pitch: 4, width: 2, line: .black, ground: .white)
    var list = DisplayList()
    list.fill(box(0, 0, 2, 10), .hatch(hatch))
    list.fill(box(3, 2, 2, 7), .hatch(hatch))
    #expect(
      try pixelGrid(list, width: 5, height: 10) == [
        "##...", ".....", ".....", "##.##", "##.##", ".....", ".....", "##.##", "##.##", ".....",
      ])
  }

  @Test func gradientsRunFromStopToStop() throws {
    var list = DisplayList()
    let stops = [
      GradientStop(location: 0, color: .black), GradientStop(location: 1, color: .white),
    ]
    let paint = Paint.linearGradient(
      from: Point(x: 0, y: 0), to: Point(x: 8, y: 0), stops: stops)
    list.fill(box(0, 0, 8, 1), paint)
    let png = try renderPNG(list, size: Size(width: 8, height: 1), pixelsPerInch: 72, faces: [])
    let row = try #require(decodePNG(png))
    let levels = stride(from: 0, to: 24, by: 3).map { row[$0] }
    #expect(levels == levels.sorted() && levels[0] < 32 && levels[7] > 223)
  }

  @Test func resolutionStandsInTheFile() throws {
    let png = try renderPNG(
      DisplayList(), size: Size(width: 72, height: 36), pixelsPerInch: 300, faces: [])
    #expect(try pngSize(png) == Size(width: 300, height: 150))
    let physical = Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]
    #expect(png.indices.contains { png[$0...].starts(with: physical) })
    #expect(png.indices.contains { png[$0...].starts(with: Array("sRGB".utf8)) })
  }

  @Test(.enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"))
  func glyphsAreDrawnInGreysOnly() throws {
    var list = DisplayList()
    let id = FaceID(index: 0)
    try Specimen(Fixture.serif).set(
      "国", as: id, size: 20, at: Point(x: 2, y: 20), node: .artifact, in: &list)
    let size = Size(width: 24, height: 24)
    let png = try renderPNG(list, size: size, pixelsPerInch: 72, faces: [Fixture.serif])
    let pixels = try #require(decodePNG(png))
    for start in stride(from: 0, to: pixels.count, by: 3) {
      let pixel = Set(pixels[start..<start + 3])
      #expect(pixel.count == 1)
    }
    #expect(pixels.contains { $0 < 64 }, "there is ink")
    #expect(try renderPNG(list, size: size, pixelsPerInch: 72, faces: [Fixture.serif]) == png)
  }

  @Test(arguments: [
    Size(width: 0, height: 10), Size(width: 10, height: -1), Size(width: 1e9, height: 10),
    Size(width: .nan, height: 10), Size(width: .infinity, height: 10),
  ])
  func impossibleSizesAreRefused(size: Size) {
    #expect(throws: RenderingError.self) {
      try renderPNG(DisplayList(), size: size, pixelsPerInch: 72, faces: [])
    }
  }

  @Test func numbersThatAreNoneAreNotPainted() throws {
    var list = DisplayList()
    list.fill(box(.nan, 0, 2, 2), .color(.black))
    list.fill(box(0, 0, 1, 1), .color(red))
    #expect(try pixelGrid(list, width: 2, height: 1) == ["r."])
  }

  @Test func picturesFillTheirBox() throws {
    var list = DisplayList()
    for index in 0..<2 {
      let id = ImageID(index: UInt32(index))
      list.image(id, in: Rect(x: Double(index * 3), y: 0, width: 2, height: 2))
    }
    let svg = try #require(
      inspectImage(name: "a.svg", bytes: Fixture.redSVG).value)
    var blueSquare = DisplayList()
    blueSquare.fill(box(0, 0, 4, 4), .color(blue))
    let png = try #require(
      inspectImage(
        name: "b.png",
        bytes: try renderPNG(
          blueSquare, size: Size(width: 4, height: 4), pixelsPerInch: 72, faces: [])
      ).value)
    #expect(
      try pixelGrid(list, width: 5, height: 3, images: [svg, png]) == ["rr.bb", "rr.bb", "....."])
  }

  @Test func aJPEGIsDecodedForRasters() throws {
    let jpeg = try #require(inspectImage(name: "c.jpg", bytes: Fixture.jpeg).value)
    var list = DisplayList()
    list.image(ImageID(index: 0), in: Rect(x: 0, y: 0, width: 16, height: 8))
    let png = try renderPNG(
      list, size: Size(width: 16, height: 8), pixelsPerInch: 72, faces: [], images: [jpeg])
    let pixels = try #require(decodePNG(png))
    #expect(pixels[0] > 200 && pixels[2] < 80, "red at the left")
    #expect(pixels[45] < 80 && pixels[47] > 200, "blue at the right")
  }

  @Test func anImageThatIsNotThereIsAnError() {
    var list = DisplayList()
    list.image(ImageID(index: 7), in: Rect(x: 0, y: 0, width: 1, height: 1))
    #expect(throws: RenderingError.image(name: "number 7")) {
      try renderPNG(list, size: Size(width: 1, height: 1), pixelsPerInch: 72, faces: [])
    }
  }
}
