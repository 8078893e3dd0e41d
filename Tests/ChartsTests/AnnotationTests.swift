import Charts
import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing

@Suite struct AnnotationTests {
  private func chart(_ seed: UInt64) -> Diagnosed<Chart> {
    var random = SplitMix64(seed: seed &* 101)
    let kinds: [ChartSpec.Kind] = [.bar, .line, .dot, .lollipop, .waterfall]
    var spec = ChartSample.spec(kinds[Int(seed % 5)])
    spec.orientation = [nil, .horizontal][Int.random(in: 0..<2, using: &random)]
    let count = Int.random(in: 2...10, using: &random)
    let data = ChartSample.data(
      (0..<count).map { _ in "\(Int.random(in: 1...99, using: &random))" })
    spec.annotations = (0..<min(count, 3)).map { index in
      var annotation = Annotation()
      annotation.category = .init("类\(index)", at: .none)
      annotation.text = String(repeating: "注", count: Int.random(in: 1...16, using: &random))
      return annotation
    }
    return ChartSample.draw(spec, data)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `remarks stand inside the frame, clear of marks, labels and lines, or are errors`(
    seed: UInt64
  ) {
    let drawn = chart(seed)
    let chart = drawn.value
    let remarks = chart.texts.filter { $0.role == .annotation }
    #expect(!remarks.isEmpty || drawn.diagnostics.contains { $0.code == .chartAnnotation })
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    for remark in remarks {
      #expect(!chart.bars.contains { $0.rect.intersects(remark.box) })
      for case .line(let line) in chart.marks {
        for (start, end) in zip(line.points, line.points.dropFirst()) {
          #expect(!remark.box.isPassed(from: start, to: end))
        }
      }
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `leaders pass through no label`(seed: UInt64) {
    let chart = chart(seed).value
    for leader in chart.rules where leader.role == .leader {
      for text in chart.texts {
        #expect(!text.box.isPassed(from: leader.points[0], to: leader.points[1]))
      }
    }
  }

  @Test func `a remark on what is not there names what is`() {
    func codes(_ annotation: String) -> [DiagnosticCode] {
      var map = SourceMap()
      let yaml = """
        id: fig-t
        title: t
        kind: bar
        data: [{ n: 甲国, a: 1, b: null }, { n: 乙国, a: 3, b: 4 }]
        x: n
        y: [a, b]
        annotations: \(annotation)
        """
      return ChartSample.draw(yaml: yaml, map: &map).diagnostics.map(\.code)
    }
    #expect(codes("{ at: 甲囯, text: 注 }") == [.chartUnknownCategory])
    #expect(codes("{ at: 甲国, series: c, text: 注 }") == [.chartUnknownSeries])
    #expect(codes("{ at: 甲国, series: b, text: 注 }") == [.chartAnnotation])
    #expect(codes("{ at: 甲国, series: a, text: 注 }").isEmpty)
    #expect(codes("{ at: 甲国, series: a, text: ' ' }") == [.chartAnnotation])
    let endless = String(repeating: "很长的注释", count: 200)
    #expect(codes("{ at: 甲国, series: a, text: \(endless) }").contains(.chartAnnotation))
    #expect(codes("{ at: 甲国 }").map(\.id) == ["yaml.missing-key"])
  }
}

extension Rect {
  /// Whether a line comes more than a tenth of a point inside, by sampling.
  fileprivate func isPassed(from start: Point, to end: Point) -> Bool {
    (0...200).contains { step in
      let share = Double(step) / 200
      let x = start.x + (end.x - start.x) * share
      let y = start.y + (end.y - start.y) * share
      return x > minX + 0.1 && x < maxX - 0.1 && y > minY + 0.1 && y < maxY - 0.1
    }
  }
}
