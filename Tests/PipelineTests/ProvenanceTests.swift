import Diagnostics
import Foundation
import RenderingFixtures
import Testing

@testable import Pipeline

/// Where each printed number comes from and where it stands.
struct ProvenanceTests {
  @Test(.needs("pdftotext")) func everyBoxOfTheExampleHoldsItsNumber() async throws {
    let built = try await BuiltReport.shared
    let words = try WordBoxes(built.run("pdftotext", "-bbox", "%", "-"))
    let numbers = try numbers(built.files["manifest.json"])
    #expect(numbers.count > 400)
    // Words that are the number alone, so that their box must be the number's.
    #expect(try compare(numbers, words) > 100)
  }

  @Test func aNumberNamesItsFileRowAndChecksum() async throws {
    let numbers = try await manifest(SampleReport())
    #expect(numbers.count == 5)
    let total = numbers[0]
    #expect(total["figure"] as? String == "total" && total["kind"] as? String == "bound")
    #expect(total["query"] as? String == "SELECT SUM(amount) FROM output")
    let checksum = sha256(Array("sector,amount\n农业,120\n制造业,460\n".utf8))
    #expect(sources(total) == ["data/output.csv \(checksum)"])
    let cell = numbers[2]
    #expect(cell["kind"] as? String == "cell" && cell["block"] as? String == "tbl-output")
    #expect(cell["item"] as? String == "制造业" && cell["column"] as? String == "amount")
    #expect(cell["value"] as? Int == 460 && cell["row"] as? Int == 2)
    #expect(sources(cell) == ["data/output.csv[2]:3 \(checksum)"])
    let label = numbers[4]
    #expect(label["kind"] as? String == "label" && label["block"] as? String == "fig-output")
    #expect(label["text"] as? String == "460" && label["unit"] as? String == "亿元")
    #expect(sources(label) == ["data/output.csv[2]:3 \(checksum)"])
  }

  @Test func figuresInTextsOfBlocksStandWhereTheyArePrinted() async throws {
    let report = try SampleReport()
      .replacing("unit: 亿元\n```", with: "unit: 亿元\nnote: 合计{{ total }}和{{ total | approx }}。\n```")
    let numbers = try await manifest(report).filter { $0["block"] as? String == "fig-output" }
    let notes = numbers.filter { $0["kind"] as? String == "bound" }
    #expect(notes.map { $0["text"] as? String } == ["580亿元", "约580亿元"])
    let lefts = notes.compactMap {
      (($0["places"] as? [[String: Any]])?[0]["box"] as? [Double])?[0]
    }
    #expect(lefts.count == 2 && lefts[0] < lefts[1])
  }

  @Test(.needs("pdftotext")) func numbersInAnyTextOfABlockHaveAPlaceOfTheirOwn() async throws {
    let texts = """
      title: 产值{{ total }}
      subtitle: 其中[五百八十亿元]{.stated figure=total}
      titles: { en: "{{ total | plain }}" }
      note: "\\u5408计{{ total | approx }}、{{ total | decimals(1) }}。"
      source: >
        编者，
        {{ total | decimals(2) }}
      """
    let report = try SampleReport()
      .replacing("title: 产出\n", with: "")
      .replacing("unit: 亿元\n```", with: "unit: 亿元\n\(texts)\n```")
      .replacing(
        "title: 产出明细", with: "title: 产出{{ total | decimals(3) }}\nnote: 共{{ total | decimals(4) }}")
    let files = try await output(report)
    let numbers = try numbers(files["manifest.json"]).filter {
      $0["block"] != nil && $0["figure"] != nil
    }
    #expect(numbers.count == 8)
    _ = try compare(numbers, words(files))
    let places = numbers.compactMap { ($0["places"] as? [[String: Any]])?[0]["box"] as? [Double] }
    #expect(Set(places).count == 8)
  }

  @Test(.needs("pdftotext")) func everyNumberWithinAChartHasABoxOfItsOwn() async throws {
    let settings = """
      unit: 亿元
      axis: shown
      labels: none
      sort: none
      names: { 农业: "农业{{ total | decimals(1) }}" }
      alt: 共{{ total | decimals(5) }}
      reference:
        - { value: "{{ total }}", label: 合计 }
        - { from: 200, to: 300, label: "常见{{ total | decimals(2) }}" }
      annotations: [{ at: 制造业, text: "注{{ total | decimals(3) }}" }]
      """
    let report = try SampleReport().replacing("unit: 亿元\n```", with: settings + "\n```")
    let files = try await output(report)
    let all = try numbers(files["manifest.json"]).filter { $0["block"] as? String == "fig-output" }
    let shown = all.filter { $0["alternative"] == nil }
    let texts = shown.compactMap { $0["text"] as? String }
    for text in ["580.0亿元", "580.00亿元", "580.000亿元", "580", "200", "300", "0", "400"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(try compare(shown, words(files)) >= 4)
    let line = shown.first { $0["text"] as? String == "580" }
    #expect(line?["figure"] as? String == "total" && line?["derivation"] as? String == "reference")
    // The description is read in place of the picture, whose box it has.
    let described = try #require(all.first { $0["alternative"] as? Bool == true })
    #expect(described["text"] as? String == "580.00000亿元")
    #expect((described["places"] as? [[String: Any]])?.count == 1)
  }

  @Test(.needs("pdftotext")) func sumsAndHeadsOfADividedTableStandWhereTheyArePrinted() async throws
  {
    let rows = (1...90).map { "  - { name: 甲\($0), amount: \($0) }" }.joined(separator: "\n")
    let table = """
      title: 产出明细{{ total | decimals(4) }}
      data:
      \(rows)
      columns:
        - { name: name, title: "名{{ total | decimals(2) }}" }
        - { name: amount, title: "额{{ total | range(more) }}", carry: true }
      """
    let report = try SampleReport()
      .replacing(
        "figures:\n", with: "figures:\n  more: { value: 600, unit: 亿元 }\n", in: "data/figures.yaml"
      )
      .replacing(
        "title: 产出明细\ndata: SELECT sector, amount FROM output\ncolumns:\n"
          + "  - { name: sector, title: 部门 }\n  - { name: amount, title: 产出 }", with: table)
    let files = try await output(report)
    let all = try numbers(files["manifest.json"]).filter { $0["block"] as? String == "tbl-output" }
    _ = try compare(all, words(files))
    let sums = all.filter { $0["kind"] as? String == "carried" }
    #expect(!sums.isEmpty)
    for sum in sums {
      let row = try #require(sum["row"] as? Int)
      #expect(sum["text"] as? String == "\(row * (row + 1) / 2)")
      // 过次页 at the foot of one page, 承前页 at the head of the next.
      let pages = (sum["places"] as? [[String: Any]])?.compactMap { $0["page"] as? Int } ?? []
      #expect(pages.count == 2 && pages[1] == pages[0] + 1)
    }
    let ends = all.filter { ["580亿元", "600亿元"].contains($0["text"] as? String) }
    #expect(ends.compactMap { $0["figure"] as? String } == ["total", "more"])
    let boxes = ends.compactMap { ($0["places"] as? [[String: Any]])?[0]["box"] as? [Double] }
    #expect(boxes.count == 2 && boxes[0] != boxes[1])
  }

  @Test(.needs("pdftotext")) func partsOfAWholeAreListedAsTheyArePrinted() async throws {
    for kind in ["donut", "waffle"] {
      let report = try SampleReport().replacing("kind: bar", with: "kind: \(kind)")
      let files = try await output(report)
      let labels = try numbers(files["manifest.json"]).filter { $0["kind"] as? String == "label" }
      let shares = labels.filter { $0["derivation"] as? String == "share" }
      #expect(shares.compactMap { $0["text"] as? String } == ["79.3%", "20.7%"])
      #expect(shares.allSatisfy { $0["unit"] as? String == "%" })
      let value = try #require(shares[0]["value"] as? Double)
      #expect(abs(value - 46000.0 / 580) < 1e-9)
      let other = labels.first { $0["derivation"] as? String != "share" }
      #expect(other?["text"] as? String == (kind == "donut" ? "580" : "1%"))
      _ = try compare(labels, words(files))
    }
  }

  @Test(.needs("pdftotext")) func numbersOfAChartOverSeveralPagesStandInItsPieces() async throws {
    let rows = (0..<144).map { "  - { part: 甲\($0 / 4), sector: 乙\($0 % 4), amount: \(101 + $0) }" }
    let report = try SampleReport().replacing(
      "title: 产出\ndata: SELECT sector, amount FROM output\nx: sector",
      with: "title: 产出\ndata:\n\(rows.joined(separator: "\n"))\nfacet: part\nx: sector")
    let files = try await output(report)
    let labels = try numbers(files["manifest.json"]).filter { $0["kind"] as? String == "label" }
    #expect(labels.count == 144)
    #expect(try compare(labels, words(files)) == 144)
    let pages = labels.compactMap { ($0["places"] as? [[String: Any]])?[0]["page"] as? Int }
    #expect(Set(pages).count > 1)
  }

  @Test func whatIsComputedFromARowKnowsTheRow() async throws {
    let report = try SampleReport().replacing(
      "title: 产出明细\ndata: SELECT sector, amount FROM output",
      with:
        "title: 产出明细\ndata: SELECT sector, amount * 2 AS amount FROM output ORDER BY sector DESC")
    let cells = try await manifest(report).filter { $0["kind"] as? String == "cell" }
    let found = cells.map { "\($0["value"] ?? "") \(sources($0).joined().prefix(18))" }
    #expect(found.sorted() == ["240 data/output.csv[1]", "920 data/output.csv[2]"])
  }

  @Test func rowsOfManyAreNoRow() async throws {
    let report = try SampleReport().replacing(
      "title: 产出明细\ndata: SELECT sector, amount FROM output",
      with: "title: 产出明细\ndata: SELECT sector, SUM(amount) AS amount FROM output GROUP BY sector")
    let numbers = try await manifest(report)
    let cells = numbers.filter { $0["kind"] as? String == "cell" }
    #expect(cells.count == 2 && cells.allSatisfy { !sources($0).joined().contains("[") })
  }

  @Test(.needs("pdfdetach")) func theReportsFilesAreAttachedWhereItAsks() async throws {
    let folder = try TemporaryFolder()
    var request = BuildRequest(report: "/report")
    request.home = LayeredWorld.house
    request.output = folder.url.path
    request.editions = [.screen]
    request.chartFormats = []
    let list = { (report: SampleReport) async throws -> String in
      let outcome = await build(request, world: report.world)
      #expect(outcome.diagnostics.filter { $0.severity == .error }.isEmpty)
      let pdf = [UInt8](try #require(try folder.contents(of: "report")["report-screen.pdf"]))
      return try Tool.run("pdfdetach", ["-list", "%"], on: pdf).output
    }
    let files = ["data-figures.yaml", "data-output.csv", "chapters-one.md", "report.yaml"]
    let plain = try await list(SampleReport())
    #expect(files.allSatisfy { !plain.contains($0) } && plain.contains("fig-output.csv"))
    let asking = try SampleReport().replacing(
      "layout: article", with: "layout: article\nattach: [figures, manuscript]", in: "report.yaml")
    let attached = try await list(asking)
    #expect(files.allSatisfy(attached.contains))
  }

  @Test func aDerivedNumberNamesItsOperands() async throws {
    let report = SampleReport().adding(
      "data/figures.yaml",
      """
      sources: { output: { file: output.csv } }
      figures:
        farms: { query: SELECT amount FROM output WHERE sector = '农业', unit: 亿元 }
        all: { query: SELECT SUM(amount) FROM output, unit: 亿元 }
        total: { derive: "share(farms, all)", unit: "%", precision: 1 }
      """)
    let total = try await manifest(report)[0]
    #expect(total["derivation"] as? String == "share(farms, all)")
    #expect(total["operands"] as? [String] == ["farms", "all"])
    #expect(total["text"] as? String == "20.7%" && total["rounding"] as? String == "half-away")
  }

  @Test func checkListsTheNumbersInColumns() async throws {
    var request = CheckRequest(subject: "/report")
    request.home = LayeredWorld.house
    request.figures = .table
    let outcome = await check(request, world: SampleReport().world)
    let lines = outcome.product.split(separator: "\n").map(String.init)
    #expect(lines.count == 6 && lines[0].hasPrefix("figure"))
    #expect(lines[1].contains("580 亿元  580亿元"))
    #expect(lines[1].contains("/report/chapters/one.md:3:5"))
    #expect(lines[1].hasSuffix("data/output.csv: SELECT SUM(amount) FROM output"))
    #expect(lines[3].hasPrefix("tbl-output 2 amount") && lines[3].hasSuffix("data/output.csv:3"))
    // Han characters take two columns, so that what follows them stands in one line.
    let starts = lines.map { line -> Int in
      let before = line.range(of: "  /report/").map { line[..<$0.lowerBound] } ?? ""
      return before.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    }
    #expect(Set(starts.dropFirst()).count == 1)
    request.figures = .jsonLines
    let json = await check(request, world: SampleReport().world).product.split(separator: "\n")
    #expect(json.count == 5 && json.allSatisfy { $0.hasPrefix("{\"kind\":") })
  }

  @Test(.needs("qpdf", "pdftotext")) func aProofLinksEveryNumberThereAndBack() async throws {
    let folder = try TemporaryFolder()
    var request = BuildRequest(report: "/report")
    request.home = LayeredWorld.house
    request.output = folder.url.path
    request.editions = [.proof]
    request.chartFormats = []
    let outcome = await build(request, world: SampleReport().world)
    #expect(outcome.diagnostics.filter { $0.severity == .error }.isEmpty)
    let pdf = [UInt8](try #require(try folder.contents(of: "report")["report-proof.pdf"]))
    #expect(try Tool.run("qpdf", ["--check", "%"], on: pdf).status == 0)
    let objects = try Tool.run("qpdf", ["--qdf", "--object-streams=disable", "%", "-"], on: pdf)
    for index in 0..<5 { #expect(objects.output.contains("/Dest (proof:entry-\(index))")) }
    #expect(objects.output.contains("/Dest (proof:number-0-0)"))
    let text = try Tool.run("pdftotext", ["-raw", "%", "-"], on: pdf).output
    #expect(text.contains("数字及其来源") && text.contains("SELECT SUM(amount) FROM output"))
    #expect(text.withoutSpace.contains(sha256(Array("sector,amount\n农业,120\n制造业,460\n".utf8))))
  }

  @Test func aProofThatNamesPagesThatMoveIsAnError() async throws {
    var clock = PhaseClock(progress: { _ in })
    var compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: SampleReport().world)
    let document = try #require(await composed(&compilation, tasks: 1, &clock))
    let numbers = printedNumbers(on: document, compilation)
    let unsettled = await composeProof(of: document, numbers, compilation, rounds: 0)
    #expect(unsettled.diagnostics.map(\.code) == [.unsettledProof])
    let settled = await composeProof(of: document, numbers, compilation)
    #expect(!settled.diagnostics.contains { $0.code == .unsettledProof })
  }

  // MARK: Reading

  /// Expects the text of each number in its boxes, and counts the words whose box is that of a number.
  private func compare(_ numbers: [[String: Any]], _ words: WordBoxes) throws -> Int {
    var compared = 0
    for number in numbers {
      let text = try #require(number["text"] as? String).withoutSpace
      let places = try #require(number["places"] as? [[String: Any]])
      #expect(!places.isEmpty, "\(text) stands nowhere")
      var shown = ""
      for place in places {
        let page = try #require(place["page"] as? Int)
        let box = try #require(place["box"] as? [Double])
        let found = words.words(on: page, in: box)
        shown += found.map(\.text).joined()
        for word in found where word.text == text {
          compared += 1
          #expect(zip(word.box, box).allSatisfy { abs($0 - $1) < 1 }, "\(text) on page \(page)")
        }
      }
      #expect(shown.withoutSpace.contains(text), "“\(text)” is not in “\(shown)”")
    }
    return compared
  }

  private func manifest(_ report: SampleReport) async throws -> [[String: Any]] {
    try numbers(await output(report)["manifest.json"])
  }

  private func words(_ files: [String: Data]) throws -> WordBoxes {
    let pdf = [UInt8](try #require(files["report-screen.pdf"]))
    return try WordBoxes(Tool.run("pdftotext", ["-bbox", "%", "-"], on: pdf).output)
  }

  private func output(_ report: SampleReport) async throws -> [String: Data] {
    let folder = try TemporaryFolder()
    var request = BuildRequest(report: "/report")
    request.home = LayeredWorld.house
    request.output = folder.url.path
    request.chartFormats = []
    let outcome = await build(request, world: report.world)
    try #require(outcome.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try folder.contents(of: "report")
  }

  private func numbers(_ manifest: Data?) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: try #require(manifest)) as? [String: Any]
    return try #require(json?["numbers"] as? [[String: Any]])
  }

  private func sources(_ number: [String: Any]) -> [String] {
    (number["sources"] as? [[String: Any]] ?? []).map { source in
      let row = (source["row"] as? Int).map { "[\($0)]" } ?? ""
      let line = (source["line"] as? Int).map { ":\($0)" } ?? ""
      return "\(source["file"] as? String ?? "")\(row)\(line) \(source["sha256"] as? String ?? "")"
    }
  }
}

/// The words of a PDF as `pdftotext -bbox` finds them, their boxes from the bottom left corner.
private struct WordBoxes {
  struct Word {
    var text: String
    var box: [Double]
  }

  private var pages: [[Word]] = []

  init(_ html: String) throws {
    let number = #/"(-?[0-9.]+)"/#
    var height = 0.0
    for line in html.split(separator: "\n") {
      let values = line.matches(of: number).compactMap { Double($0.1) }
      if line.contains("<page "), values.count == 2 {
        height = values[1]
        pages.append([])
      } else if line.contains("<word "), values.count >= 4, let start = line.firstIndex(of: ">"),
        let end = line.range(of: "</word>")
      {
        let box = [values[0], height - values[3], values[2], height - values[1]]
        let text = line[line.index(after: start)..<end.lowerBound]
        pages[pages.count - 1].append(Word(text: unescaped(text), box: box))
      }
    }
  }

  /// The words of which most of the height and some of the width lies in a box.
  func words(on page: Int, in box: [Double]) -> [Word] {
    guard pages.indices.contains(page - 1) else { return [] }
    return pages[page - 1].filter { word in
      let common = min(word.box[3], box[3]) - max(word.box[1], box[1])
      return word.box[0] < box[2] && box[0] < word.box[2]
        && common > (word.box[3] - word.box[1]) / 2
    }
  }

  private func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&amp;", with: "&")
  }
}
