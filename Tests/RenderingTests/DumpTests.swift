import Diagnostics
import Drawing
import Geometry
import Testing

@Suite struct DumpTests {
  @Test func everyItemIsALine() {
    var list = DisplayList()
    let red = Color(red: 0.6, green: 0, blue: 0)
    let box = Path(rect: Rect(x: 10, y: 10.005, width: 20, height: 5))
    list.fill(box, .color(red), node: StructureNodeID(index: 3))
    list.group(clip: box, opacity: 0.5) { list in
      list.stroke(box, .color(.black), StrokeStyle(width: 0.25), node: .header)
      list.image(ImageID(index: 1), in: Rect(x: -0.001, y: 0, width: 1, height: 1))
    }
    list.text = Array("国".utf8)
    list.glyphs = [PositionedGlyph(id: 7, x: 72, y: 90)]
    list.clusters = [TextCluster(bytes: 3, glyphs: 1)]
    let run = GlyphRun(
      face: FaceID(index: 0), size: 10.5, paint: list.intern(.color(.black)), glyphs: 0..<1,
      clusters: 0..<1, text: 0..<3)
    list.append(.glyphs(run), node: StructureNodeID(index: 4), span: .none)
    #expect(
      dump(list) == """
        fill #990000 @3 (10.00,10.01 20.00x5.00)
        group 0.50 clip (10.00,10.01 20.00x5.00)
          stroke 0.25 #000000 @header (10.00,10.01 20.00x5.00)
          image 1 (0.00,0.00 1.00x1.00)
        end
        glyphs 0 10.50 #000000 @4 72.00,90.00..72.00 "国"

        """)
  }
}
