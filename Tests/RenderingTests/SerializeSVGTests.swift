import Diagnostics
import Drawing
import Foundation
import Geometry
import RenderingFixtures
import Testing

@testable import Rendering

@Suite struct SerializeSVGTests {
  private func serialize(_ list: DisplayList, title: String = "t") -> String {
    String(
      decoding: serializeSVG(
        list, size: Size(width: 100, height: 50.5), title: title, description: "d",
        faces: SVGFaces([Fixture.serif])), as: UTF8.self)
  }

  /// A run whose clusters are the given texts, ten points apart.
  private func run(_ clusters: [String], y: [Double] = [20]) -> DisplayList {
    var list = DisplayList()
    for (index, text) in clusters.enumerated() {
      let place = (x: 5 + 10 * Double(index), y: y[index % y.count])
      list.glyphs.append(PositionedGlyph(id: 1, x: place.x, y: place.y))
      list.clusters.append(TextCluster(bytes: Int32(text.utf8.count), glyphs: 1))
      list.text += Array(text.utf8)
    }
    let run = GlyphRun(
      face: FaceID(index: 0), size: 8.5, paint: list.intern(.color(.black)),
      glyphs: list.glyphs.indices, clusters: list.clusters.indices, text: list.text.indices)
    list.append(.glyphs(run), node: .artifact, span: .none)
    return list
  }

  @Test func textIsTextWithAPlaceForEachCharacter() {
    let svg = serialize(run(["万", "&", "<"]))
    #expect(svg.contains(#"y="20" xml:space="preserve" x="5 15 25">万&amp;&lt;</text>"#))
    #expect(svg.contains(#"font-size="8.5""#))
    #expect(svg.contains("font-family=\"'Noto Serif CJK SC', "))
  }

  @Test func aClusterOfSeveralCharactersEndsItsPiece() {
    let svg = serialize(run(["a", "ffi", "b", "𠮷", "c"]))
    #expect(
      svg.contains(
        #"<tspan x="5 15">affi</tspan><tspan x="25 35">b𠮷</tspan><tspan x="45">c</tspan>"#))
  }

  @Test func raisedCharactersHaveTheirOwnHeight() {
    #expect(
      serialize(run(["a", "b"], y: [20, 17.25])).contains(#"<tspan x="5 15" y="20 17.25">"#))
  }

  @Test func titleAndDescriptionAreReadAloud() {
    let svg = serialize(DisplayList(), title: "份额 < 50 & \"x\"")
    #expect(svg.contains(#"role="img" aria-labelledby=""#))
    #expect(svg.contains(">份额 &lt; 50 &amp; &quot;x&quot;</title>"))
    #expect(svg.contains(">d</desc>"))
  }

  @Test func charactersThatXMLForbidsAreLeftOut() throws {
    let svg = serialize(run(["a", "\u{1}", "b"]), title: "x\u{0}y\u{FFFE}")
    #expect(svg.contains(">xy</title>"))
    #expect(inspectImage(name: "a.svg", bytes: Array(svg.utf8)).diagnostics == [])
  }

  @Test func paintsAreDefinedOnceAndAddressed() {
    let box = Path(rect: Rect(x: 0, y: 0, width: 9, height: 9))
    let hatch = Hatch(
      kind: .cross, angle: 45, pitch: 4, width: 0.5, line: .black, ground: .white)
    let stops = [
      GradientStop(location: 0, color: .black), GradientStop(location: 1, color: .white),
    ]
    var list = DisplayList()
    for _ in 0..<2 {
      list.fill(box, .hatch(hatch))
      list.fill(box, .linearGradient(from: .zero, to: Point(x: 9, y: 0), stops: stops))
    }
    let svg = serialize(list)
    #expect(svg.components(separatedBy: "<pattern ").count == 2)
    #expect(svg.components(separatedBy: "<linearGradient ").count == 2)
    #expect(svg.components(separatedBy: "fill=\"url(#c").count == 5)
    #expect(svg.contains(#"patternTransform="rotate(45)""#))
    #expect(inspectImage(name: "a.svg", bytes: Array(svg.utf8)).diagnostics == [])
  }

  @Test func idsOfDifferentPicturesDiffer() {
    let first = serialize(DisplayList(), title: "a")
    let second = serialize(DisplayList(), title: "b")
    #expect(first.replacing(">a<", with: ">b<") != second)
    #expect(serialize(DisplayList(), title: "a") == first)
  }

  @Test func aWholePictureStaysAsItWas() throws {
    var list = run(["图", "1"])
    list.group(clip: Path(rect: Rect(x: 0, y: 0, width: 50, height: 25)), opacity: 0.5) { list in
      var path = Path()
      path.arc(center: Point(x: 20, y: 20), radius: 10, from: 0, to: 2)
      list.fill(path, .color(Color(red: 0.5, green: 0.25, blue: 0)))
    }
    list.stroke(
      Path(from: Point(x: 0, y: 0.333_33), to: Point(x: -1e-9, y: 9.999)), .color(.black),
      StrokeStyle(width: 0.25, cap: .round, dash: [1, 2]))
    try expectGolden(serialize(list, title: "图 1"), "picture.svg")
  }
}

/// Compares with a file of the `Golden` folder; `COLOPHON_BLESS=1` writes it instead.
func expectGolden(
  _ text: String, _ name: String, location: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["COLOPHON_BLESS"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, sourceLocation: location)
}
