import Declarations
import Diagnostics
import Manuscript
import Seeds
import Testing

/// Pieces that manuscripts are made of, whole and broken.
private let snippets = [
  "文字", "word", " ", "\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n1. ", "\r\n", "\t", "# ", "\n## ",
  "*", "**", "_", "~~", "`", "``", "\n```\n", "\n```chart\nid: fig-a\n", "\n```\n", "[", "]", "(",
  ")",
  "![", "](a.svg)", "{", "}", "{#sec-a .b k=\"v\"}", "{{ a }}", "{{", "}}", "|", "\n|---|:-:|\n",
  "\n| a | b |\n|---|---|\n| c | d |\n", "\n: 题 {#tbl-a}\n", "\n::: {.case title=\"[^b]\"}\n",
  "\n:::\n", ":::", "@fig-a", "@", "[^a]", "[^b]", "\n[^a]: 注\n", "\n[^b]:\n", "\n[x]: /u \"t\"\n",
  "[x]", "[字][x]", "<!--", "-->", "<b>", "<https://a.b>", "<", "\\", "\\*", "&amp;", "&#x4E00;",
  "&",
  "。", "“", "”", "……", "\n===\n", "\n---\n", "***", "é", "😀", "\u{A0}", "\0", "한국",
]

private func manuscript(seed: UInt64) -> [UInt8] {
  var generator = SplitMix64(seed: seed)
  let count = Int.random(in: 1...80, using: &generator)
  var bytes = (0..<count).flatMap { _ in
    Array((snippets.randomElement(using: &generator) ?? "").utf8)
  }
  if seed % 8 == 0, let at = bytes.indices.randomElement(using: &generator) {
    bytes[at] = UInt8.random(in: 0...255, using: &generator)
  }
  return bytes
}

@Test(arguments: 0..<40)
func anyTextIsReadWithSpansThatAgree(_ batch: Int) {
  for seed in UInt64(batch) * 50..<UInt64(batch + 1) * 50 {
    let sample = Sample(bytes: manuscript(seed: seed))
    for part in sample.report.parts { expectSpans(part.blocks, in: sample, seed: seed) }
    for inline in sample.inlines { expectAgreement(inline, in: sample, seed: seed) }
    for diagnostic in sample.diagnostics {
      #expect(diagnostic.span == .none || isInside(diagnostic.span, sample), "seed \(seed)")
    }
  }
}

@Test func sameTextGivesTheSameTree() {
  for seed in UInt64(0)..<100 {
    let bytes = manuscript(seed: seed)
    let first = Sample(bytes: bytes)
    let second = Sample(bytes: bytes)
    #expect(first.dump == second.dump)
    #expect(first.diagnostics == second.diagnostics)
  }
}

private func isInside(_ span: SourceSpan, _ sample: Sample) -> Bool {
  let count = sample.map.text(of: span.source).count
  return span.source.index == 1 && span.lowerBound <= span.upperBound && span.upperBound <= count
}

/// Blocks lie inside the file, follow each other, and lie inside the block around them.
private func expectSpans(_ blocks: [Block], in sample: Sample, seed: UInt64) {
  for block in blocks {
    #expect(isInside(block.span, sample), "seed \(seed)")
    for child in block.children {
      #expect(
        child.span.lowerBound >= block.span.lowerBound
          && child.span.upperBound <= block.span.upperBound, "seed \(seed)")
    }
    expectSpans(block.children, in: sample, seed: seed)
  }
  for (block, next) in zip(blocks, blocks.dropFirst()) {
    #expect(block.span.lowerBound <= next.span.lowerBound, "seed \(seed)")
  }
}

/// What stands at the span of an inline is what the inline says.
private func expectAgreement(_ inline: Inline, in sample: Sample, seed: UInt64) {
  #expect(isInside(inline.span, sample), "seed \(seed)")
  let slice = sample.slice(inline.span)
  switch inline {
  case .text(let text, let span):
    let isVerbatim = text.utf8.count == Int(span.upperBound - span.lowerBound)
    let isReplaced =
      slice.hasPrefix("\\") || slice.hasPrefix("&") || slice.contains { $0.isNewline }
    #expect(isVerbatim && slice == text || isReplaced, "seed \(seed): “\(slice)” is “\(text)”")
  case .code(let code):
    #expect(slice.hasPrefix("`"), "seed \(seed)")
    #expect(!code.text.contains("\n"), "seed \(seed)")
  case .footnoteReference(let mark): #expect(slice == "[^\(mark.id)]", "seed \(seed)")
  case .reference(let reference): #expect(slice == "@\(reference.id)", "seed \(seed)")
  case .citation(let citation):
    #expect(slice.hasPrefix("[") && slice.hasSuffix("]"), "seed \(seed)")
    for item in citation.items { #expect(sample.slice(item.key.span) == "@\(item.key.value)") }
  case .binding(let binding): #expect(sample.slice(binding.figure.span) == binding.figure.value)
  case .emphasis: #expect(slice.first == slice.last, "seed \(seed)")
  case .strong: #expect(slice.hasPrefix("**") || slice.hasPrefix("__"), "seed \(seed)")
  case .image: #expect(slice.hasPrefix("!["), "seed \(seed)")
  case .span: #expect(slice.hasPrefix("[") && slice.hasSuffix("}"), "seed \(seed)")
  case .link, .lineBreak, .strikethrough: break
  }
}
