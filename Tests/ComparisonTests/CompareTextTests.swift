import Prepress
import RenderingFixtures
import Seeds
import Testing

@testable import Comparison

struct CompareTextTests {
  private func paragraphs(_ texts: [String], role: String = "P") -> [DocumentContent.Paragraph] {
    texts.enumerated().map {
      DocumentContent.Paragraph(role: role, page: $0.offset, text: $0.element)
    }
  }

  /// `changed: 增长[5.0%|5.2%]`.
  private func changes(
    _ old: [String], _ new: [String], role: String = "P", areWhole: Bool = false
  ) -> [String] {
    compareText(
      paragraphs(old, role: role), paragraphs(new, role: role), areWhole: areWhole
    ).map { change in
      let text = change.runs.map { run in
        switch run.kind {
        case .kept: run.text
        case .removed: "[-\(run.text)-]"
        case .added: "{+\(run.text)+}"
        }
      }.joined()
      return "\(change.kind.rawValue): \(text)"
    }
  }

  @Test func aNumberIsOneWord() {
    #expect(
      changes(["国内生产总值增长5.0%。"], ["国内生产总值增长5.2%。"])
        == ["changed: 国内生产总值增长[-5.0%-]{+5.2%+}。"])
    #expect(
      changes(["about 1,200 firms"], ["about 1,300 firms"])
        == ["changed: about[- 1,200-]{+ 1,300+} firms"])
  }

  @Test func hanIsComparedByCharacters() {
    #expect(changes(["人工智能合作"], ["人工智慧合作"]) == ["changed: 人工智[-能-]{+慧+}合作"])
  }

  @Test func linesSetAnewChangeNothing() {
    #expect(changes(["共建国家\n占外贸的一半"], ["共建国家占外贸\n的一半"]).isEmpty)
    #expect(changes(["a long exam-\nple of words"], ["a long\nexample of words"]).isEmpty)
  }

  /// A page ends within a paragraph of a file without tags: the reader gets it in two pieces.
  @Test func aParagraphPartedElsewhereIsTheSame() {
    let old = ["第一段。", "贸易是共建的重要内容，", "也是外部环境变化最剧烈的领域。", "末段。"]
    let new = ["第一段。", "贸易是共建的重要内容，也是外部环境", "变化最剧烈的领域。", "末段。"]
    #expect(changes(old, new).isEmpty)
  }

  /// Where tags tell the paragraphs, each is compared with the one that is like it, though another
  /// begins with the same words.
  @Test func aHeadingIsNotMadeOfTwo() {
    let old = ["第二章 第2号文稿", "正文二。"]
    let new = ["第二章 第9号文稿", "正文九，讲别的事情。", "第三章 第2号文稿", "正文二。"]
    let found = changes(old, new, areWhole: true)
    #expect(found.count == 3)
    #expect(
      found.contains("changed: 第[-二-]{+三+}章第2号文稿")
        || found.contains("changed: 第二章第[-2-]{+9+}号文稿"), "\(found)")
  }

  /// A full stop that comes again in the next paragraph belongs to its own.
  @Test func marksStayWithTheirParagraph() {
    let found = changes(
      ["Growth was 5.0 in the year."],
      ["Growth was 5.2 in the year.", "Another matter: energy, ports."])
    #expect(found.first == "changed: Growth was[- 5.0-]{+ 5.2+} in the year.", "\(found)")
  }

  @Test func paragraphsComeAndGo() {
    let old = ["甲段讲贸易。", "乙段讲数字。"]
    #expect(
      changes(old, ["甲段讲贸易。", "全新的内容在此。", "乙段讲数字。"])
        == ["added: {+全新的内容在此。+}"])
    #expect(changes(old, ["乙段讲数字。"]) == ["removed: [-甲段讲贸易。-]"])
  }

  @Test func aParagraphThatGoesElsewhereHasMoved() {
    let moved = "这一段文字足够长，可以认出它来。"
    #expect(changes([moved, "甲段。", "乙段。"], ["甲段。", "乙段。", moved]) == ["moved: \(moved)"])
  }

  @Test func anotherPageNumberInTheContentsIsNoOtherText() {
    #expect(changes(["一 总论 4"], ["一 总论 6"], role: "TOCI") == ["repaged: 一总论[-4-]{+6+}"])
    #expect(changes(["一 总论 4"], ["一 总说 4"], role: "TOCI").first?.hasPrefix("changed") == true)
  }

  /// What is kept and removed is the old text, what is kept and added the new one.
  @Test(arguments: 0..<200)
  func runsGiveBothTextsBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["贸", "易", "5.0%", "12", "trade", "，", "数"]
    let text = {
      (0..<Int.random(in: 1...14, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
    }
    let texts = { (0..<Int.random(in: 0...5, using: &random)).map { _ in text() } }
    let (old, new) = (texts(), texts())
    let changes = compareText(
      paragraphs(old), paragraphs(new), areWhole: seed % 2 == 0)
    func count(_ texts: [String]) -> [String: Int] {
      texts.flatMap { tokenize($0) }.reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
    }
    func count(_ kind: TextChange.Run.Kind) -> [String: Int] {
      count(changes.flatMap { change in change.runs.filter { $0.kind == kind }.map(\.text) })
    }
    // Words are neither lost nor made up: old less removed is new less added.
    let kept = count(old).merging(count(.removed)) { $0 - $1 }
    let same = count(new).merging(count(.added)) { $0 - $1 }
    #expect(kept.filter { $0.value != 0 } == same.filter { $0.value != 0 })
  }
}
