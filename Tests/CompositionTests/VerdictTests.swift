import Diagnostics
import Drawing
import Manuscript
import Stylesheet
import Testing
import Typography

@testable import Composition

/// What is said of finished pages, by a check and by a plain build.
@Suite struct VerdictTests {
  private let sentence = "数字丝绸之路建设稳步推进，合作伙伴取得丰硕成果。"
  private let word = String(repeating: "abcdef", count: 4)

  @Test("Sound pages have no finding")
  func sound() async throws {
    let text = "# 标题\n\n" + String(repeating: sentence, count: 12)
    #expect(try await check(text).isEmpty)
  }

  @Test("A line that cannot fit is named with rule, page and line, by a build too")
  func overfull() async throws {
    let text = "# 标题\n\n\(sentence)\n\n中文\(word)\(word)\n"
    for isComplete in [true, false] {
      let found = try await check(text, isComplete: isComplete)
      // A heading, two lines of the first paragraph, the two characters before the word.
      #expect(found.map(\.code) == [.looseLine, .overfullLine])
      #expect(found.last?.clause == Diagnostic.Clause(rule: "E4.3", page: "1", line: 5))
      #expect(found.last?.message.contains("page 1, line 5") == true)
      #expect(found.last?.severity == .warning)
    }
  }

  @Test("A line looser than the layout allows is named, by a build too")
  func loose() async throws {
    let text = "# 标题\n\n中文中文中文中文\(word)中文中文中文中文中文\n"
    for isComplete in [true, false] {
      let found = try await check(text, isComplete: isComplete)
      #expect(found.contains { $0.code == .looseLine && $0.clause?.line == 2 })
    }
    #expect(try await check(text, isComplete: false) { $0.error = 100 }.isEmpty)
    let relaxed = try await check(text) { $0.error = 100 }
    #expect(!relaxed.isEmpty && relaxed.allSatisfy { $0.code == .lineRelaxation })
  }

  @Test("A check remarks on the wording, once and at its place; a build does not")
  func remarks() async throws {
    let text = "# 标题\n\n成本下降2倍，\(sentence)\n"
    let found = try await check(text)
    #expect(found.map(\.code) == [.textRemark])
    #expect(found.first.map { $0.span.upperBound - $0.span.lowerBound } != 0)
    #expect(try await check(text, isComplete: false).isEmpty)
  }

  @Test("Numbers are grouped and signed in one way all over a document; the odd ones are named")
  func habits() async throws {
    let text = "# 标题\n\n共12,345元，又67,890元，再12345元。\n\n气温为-5℃、\u{2212}3℃、-2.5℃。\n"
    let found = try await check(text).filter { $0.code == .textRemark }
    #expect(found.map { String($0.message.prefix(4)) } == ["E5.2", "E5.6"])
    #expect(found.first?.message.contains("“12345” is not grouped") == true)
    #expect(found.allSatisfy { !$0.hints.isEmpty && $0.span.lowerBound < $0.span.upperBound })
    #expect(try await check(text, isComplete: false).isEmpty)
    #expect(try await check("# 标题\n\n共12,345元，又67,890元，邮编100045。\n").isEmpty)
  }

  @Test("A heading is stranded with less than two lines after it, however it was planned (E7.3)")
  func strandedHeading() async throws {
    let text = "# 题\n\n\(sentence)\n\n## 节\n\n" + String(repeating: sentence, count: 3)
    // 0 heading, 1–2 text, then the second heading and its text; spaces are no items of their own.
    for (after, isStranded) in [(0, true), (1, true), (2, false)] {
      let found = try await judge(text, endingAfterHeadingBy: after)
      #expect(found.contains("E7.3") == isStranded, "\(after)")
    }
  }

  @Test("A heading with all its text on the page is not stranded")
  func completeSection() async throws {
    let text = "# 题\n\n\(sentence)\n\n## 节\n\n短。\n\n## 节\n\n\(sentence)\n"
    let found = try await judge(text, heading: 1, endingAfterHeadingBy: 1)
    #expect(!found.contains("E7.3"))
  }

  @Test("The first and the last line of a paragraph do not stand alone on a page (E4.5)")
  func widows() async throws {
    let text = "# 题\n\n\(sentence)\n\n## 节\n\n" + String(repeating: sentence, count: 3)
    #expect(try await judge(text, endingAfterHeadingBy: 1).contains("E4.5"))
    #expect(try await !judge(text, endingAfterHeadingBy: 2).contains("E4.5"))
    let lines = try await lineCount(text)
    #expect(try await judge(text, endingAfterHeadingBy: lines - 1).contains("E4.5"))
  }

  @Test("A figure at the foot does not keep a heading company, one below it does (E7.3)")
  func headingAmongFloats() async throws {
    let text = "# 题\n\n\(sentence)\n\n## 节\n\n" + String(repeating: sentence, count: 3)
    for placement in [FloatPlacement.top, .bottom] {
      #expect(try await judge(text, endingAfterHeadingBy: 1, float: placement).contains("E7.3"))
      #expect(try await !judge(text, endingAfterHeadingBy: 2, float: placement).contains("E7.3"))
    }
    #expect(try await !judge(text, endingAfterHeadingBy: 0, float: .here).contains("E7.3"))
  }

  @Test("A divided note leaves no line alone on either page (E4.5, E6.2)")
  func dividedNote() async throws {
    let note = String(repeating: sentence, count: 6)
    let text = "# 题\n\n\(sentence)[^a]\n\n[^a]: \(note)\n"
    #expect(try await judge(text, noteLines: 1) == ["E4.5"])
    #expect(try await judge(text, noteLines: 2) == [])
    #expect(try await judge(text, noteLines: -1) == ["E4.5"])
    #expect(try await judge(text, noteLines: -2) == [])
    let paragraphs = "# 题\n\n\(sentence)[^a]\n\n[^a]: 短。\n\n    \(note)\n"
    #expect(try await judge(paragraphs, noteLines: 1) == ["E6.2"])
    #expect(try await judge(paragraphs, noteLines: 2) == ["E4.5"])
    #expect(try await judge(paragraphs, noteLines: 3) == [])
  }

  // MARK: Making pages

  /// The rules broken by two pages of which the first holds so many lines of a note, or, negative, all
  /// but so many.
  private func judge(_ markdown: String, noteLines count: Int) async throws -> [String] {
    let (part, flow, text) = try await stacked(markdown)
    let all = text.notes[0].reduce(0) { $0 + $1.set(in: text.results).lines.count }
    let end = count < 0 ? all + count : count
    let items = flow.items.count
    var placer = Placer(text, flow: flow, labels: [:])
    let plans = [
      PagePlan(
        items: 0..<items, floats: 0..<0,
        notes: [NotePiece(note: 0, lines: 0..<end, isContinued: true)]),
      PagePlan(items: items..<items, floats: 0..<0, notes: [NotePiece(note: 0, lines: end..<all)]),
    ]
    for (number, plan) in plans.enumerated() {
      _ = placer.place(
        plan, of: part, isFirst: number == 0, index: number,
        label: PageLabel(style: .decimal, number: number + 1))
    }
    return placer.diagnostics.compactMap(\.clause?.rule)
  }

  private func input(
    _ markdown: String, _ change: (inout GapTolerance) -> Void = { _ in }
  ) throws -> CompositionInput {
    var map = SourceMap()
    let files = ReportFiles(paths: { [] }, read: { _ in .success(Array(markdown.utf8)) })
    let report = Report.read(single: "text.md", from: files, into: &map).value
    var sheet = try Fixture.stylesheet()
    change(&sheet.house.tolerance)
    return CompositionInput(report: report, stylesheet: sheet, fonts: try Fixture.fonts())
  }

  private func check(
    _ markdown: String, isComplete: Bool = true,
    _ change: (inout GapTolerance) -> Void = { _ in }
  ) async throws -> [Diagnostic] {
    var input = try input(markdown, change)
    input.inspectsLines = isComplete
    return await compose(input).diagnostics
  }

  /// A chapter as it is stacked, before it is planned.
  private func stacked(_ markdown: String) async throws -> (PartFlow, Flow, ComposedText) {
    var input = try input(markdown)
    input.inspectsLines = true
    let marks = NoteMarks(input)
    var collector = Collector(input, marks: marks)
    let part = try #require(collector.collectParts().first)
    let results = await setText(collector.jobs, styles: collector.styles, tasks: 1)
    let text = ComposedText(
      input: input, styles: collector.styles, results: results,
      attachments: collector.attachments, notes: collector.notes,
      marks: marks, innerNotes: collector.innerNotes)
    var stacker = FlowStacker(
      sheet: input.stylesheet, results: results, attachments: collector.attachments,
      notes: [], innerNotes: collector.innerNotes)
    stacker.stack(part.blocks)
    return (part, stacker.flow, text)
  }

  /// The rules broken by two pages of which the first ends so many lines after a heading.
  private func judge(
    _ markdown: String, heading: Int = 1, endingAfterHeadingBy lines: Int,
    float placement: FloatPlacement? = nil
  ) async throws -> [String] {
    var (part, flow, text) = try await stacked(markdown)
    let headings = flow.items.indices.filter { flow.isHeading($0) }
    let end = headings[heading] + lines + 1
    if let placement {
      let item = FlowItem(content: .space, height: 30)
      flow.floats = [
        FloatItem(
          anchor: end, items: [item], before: 0, after: 0, notes: 0..<0, placement: [placement])
      ]
    }
    var placer = Placer(text, flow: flow, labels: [:])
    for (number, items) in [0..<end, end..<flow.items.count].enumerated() {
      let floats = number == 0 ? 0..<flow.floats.count : 0..<0
      let plan = PagePlan(items: items, floats: floats, notes: [])
      _ = placer.place(
        plan, of: part, isFirst: number == 0, index: number,
        label: PageLabel(style: .decimal, number: number + 1))
    }
    return placer.diagnostics.compactMap(\.clause?.rule)
  }

  /// Lines of the last paragraph.
  private func lineCount(_ markdown: String) async throws -> Int {
    let (_, flow, _) = try await stacked(markdown)
    let last = try #require(flow.items.indices.last { flow.isHeading($0) })
    return flow.items.count - last - 1
  }
}

extension Flow {
  fileprivate func isHeading(_ item: Int) -> Bool {
    guard case .line(let text, 0) = items[item].content else { return false }
    return texts[text].section != nil
  }
}
