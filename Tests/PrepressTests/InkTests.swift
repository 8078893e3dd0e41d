import Diagnostics
import Drawing
import Geometry
import Rendering
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

/// Total ink where marks lie over each other.
struct InkTests {
  private func ink(_ marks: [Mark]) -> InkRaster {
    var raster = InkRaster(Rect(x: 0, y: 0, width: 100, height: 100))
    for mark in marks { raster.paint(mark, nil) }
    return raster
  }

  private func fill(_ rect: Rect, _ paint: MarkPaint) -> Mark {
    Mark(
      kind: .fill, contours: [rect.corners(through: .identity)], box: rect,
      clip: MarkState.everywhere, paint: paint)
  }

  private let large = Rect(x: 10, y: 10, width: 60, height: 60)
  private let small = Rect(x: 30, y: 30, width: 20, height: 20)
  private let inside = Point(x: 40, y: 40)

  private let ground = MarkPaint(
    color: .inks(ProcessColor(cyan: 1, magenta: 1, yellow: 0, black: 0)))

  private func above(_ color: ProcessColor, _ named: (String, Double)...) -> MarkPaint {
    MarkPaint(color: .inks(color, named: named.map { NamedTint(name: $0.0, tint: $0.1) }))
  }

  @Test func anOpaqueMarkReplacesWhatLiesBelow() {
    let raster = ink([fill(large, ground), fill(small, above(.black(1)))])
    #expect(raster.coverage(at: inside) == 1)
    #expect(raster.coverage(at: Point(x: 15, y: 15)) == 2)
    #expect(raster.coverage(at: Point(x: 90, y: 90)) == 0)
  }

  @Test func anOverprintedMarkAddsItsInks() {
    var paint = above(.black(1), ("Gold", 0.5))
    paint.isOverprinting = true
    #expect(ink([fill(large, ground), fill(small, paint)]).coverage(at: inside) > 3.49)
  }

  @Test func namedInksAreInksOfTheirOwn() {
    let both = above(.paper, ("Gold", 1), ("Silver", 1))
    #expect(ink([fill(small, both)]).coverage(at: inside) == 2)
    var gold = above(.paper, ("Gold", 0.5))
    gold.isOverprinting = true
    #expect(ink([fill(small, both), fill(small, gold)]).coverage(at: inside) < 1.51)
    var green = above(.paper, ("Green", 1))
    green.isOverprinting = true
    #expect(ink([fill(small, both), fill(small, green)]).coverage(at: inside) == 3)
    var black = above(.black(1))
    black.keepsNamed = true
    #expect(
      ink([fill(large, ground), fill(small, both), fill(small, black)]).coverage(at: inside) == 3)
  }

  /// Each piece of a wide line costs its own rows, not those of the whole line.
  @Test func aLongLineCostsNoMoreThanItsPieces() {
    let points = (0...100).map { Point(x: 10 + Double($0 % 2) * 2, y: Double($0)) }
    var mark = fill(Rect(x: 0, y: 0, width: 100, height: 100), above(.black(1)))
    mark.kind = .stroke(width: 4)
    mark.contours = [points]
    let raster = ink([mark])
    let spent = ink([]).budget.rest - raster.budget.rest
    #expect(raster.coverage(at: Point(x: 11, y: 50)) == 1)
    #expect(spent < 100 * 40)
  }

  @Test func aRasterTellsWhenItStops() {
    var raster = InkRaster(
      Rect(x: 0, y: 0, width: 100, height: 100), budget: WorkBudget(2600))
    #expect(!raster.budget.isSpent)
    for _ in 0..<9 { raster.paint(fill(large, ground), nil) }
    #expect(raster.budget.isSpent)
  }

  @Test func aTransparentMarkMixesAndAMultipliedOneAdds() {
    var paint = above(.black(1))
    paint.opacity = 0.5
    let mixed = ink([fill(large, ground), fill(small, paint)]).coverage(at: inside)
    #expect(abs(mixed - 1.5) < 0.02)
    paint = above(ProcessColor(cyan: 0.5, magenta: 0, yellow: 0, black: 1))
    paint.isMultiplied = true
    #expect(abs(ink([fill(large, ground), fill(small, paint)]).coverage(at: inside) - 3) < 0.02)
  }

  @Test func aHoleIsNotCovered() {
    var mark = fill(large, ground)
    mark.contours.append(small.corners(through: .identity))
    mark.isEvenOdd = true
    #expect(ink([mark]).coverage(at: inside) == 0)
    #expect(ink([mark]).coverage(at: Point(x: 15, y: 15)) == 2)
  }

  @Test func areasAreFoundWithTheirBoxAndSpecksAreNot() {
    let wet = above(ProcessColor(cyan: 1, magenta: 1, yellow: 1, black: 0.5))
    let regions = ink([fill(small, wet)]).regions(above: 3, largerThan: 100)
    #expect(regions.map(\.box) == [small])
    #expect(regions.allSatisfy { abs($0.coverage - 3.5) < 0.01 })
    #expect(ink([fill(small, wet)]).regions(above: 3.6, largerThan: 100) == [])
    #expect(ink([fill(small, wet)]).regions(above: 3, largerThan: 500) == [])
  }

  /// Random rectangles against the same sums done point by point.
  @Test(arguments: 0..<20)
  func stackedRectanglesAgreeWithPlainArithmetic(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func value(_ limit: UInt64) -> Double { Double(random.next() % limit) }
    var marks: [Mark] = []
    for _ in 0..<12 {
      let rect = Rect(x: value(80), y: value(80), width: value(60), height: value(60))
      let inks = ProcessColor(cyan: value(2), magenta: value(2), yellow: 0, black: value(2))
      var paint = above(inks)
      paint.isOverprinting = value(2) == 1
      marks.append(fill(rect, paint))
    }
    let raster = ink(marks)
    for x in stride(from: 1.0, to: 100, by: 2) {
      let point = Point(x: x, y: 100 - x)
      var inks = [0.0, 0, 0, 0]
      for mark in marks where isInside(point, mark.box) {
        guard case .inks(let process, _) = mark.paint.color else { continue }
        inks = zip(inks, process.components).map { below, own in
          mark.paint.isOverprinting && own == 0 ? below : own
        }
      }
      #expect(raster.coverage(at: point) == inks.reduce(0, +))
    }
  }

  /// A scan line meets an edge from below up to its end, left and right ends included.
  private func isInside(_ point: Point, _ box: Rect) -> Bool {
    box.minX <= point.x && point.x <= box.maxX && box.minY <= point.y && point.y < box.maxY
  }

  @Test(
    .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
    .enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
  func aWetAreaIsFoundInTheFinishedFileAtItsPlace() throws {
    let span = SourceSpan(source: SourceID(index: 1), range: 7..<9)
    let wet = Color(
      red: 0.1, green: 0.1, blue: 0.2, ink: .process(cyan: 1, magenta: 1, yellow: 0.6, black: 0.6))
    var document = try SampleReport().document
    document.pages[1].list.fill(
      Path(rect: Rect(x: 200, y: 20, width: 40, height: 40)), .color(wet), span: span)
    let bytes = try PressSample.print(document)
    let found = verify(bytes, of: document, against: [.pdfX4], printing: PreflightProfile())
    try #require(found.count == 1)
    #expect(found.first?.code.id == "preflight.ink-coverage")
    #expect(found.first?.message.hasPrefix("page 2 at ") == true)
    #expect(found.first?.message.hasSuffix("takes 320 % of ink") == true)
    #expect(found.first?.span == span)
  }
}
