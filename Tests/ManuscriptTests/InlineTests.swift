import Declarations
import Diagnostics
import Manuscript
import Testing

/// A short form of inlines, to compare trees with: `*…*`, `**…**`, `~…~`, `<dest|…>`, `{…}`.
private func shape(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    let inside = shape(inline.children)
    return switch inline {
    case .text(let text, _): text
    case .lineBreak: "⏎"
    case .emphasis: "*\(inside)*"
    case .strong: "**\(inside)**"
    case .strikethrough: "~\(inside)~"
    case .code(let code): "`\(code.text)`"
    case .link(let link): "<\(link.destination)|\(inside)>"
    case .image(let image): "!<\(image.path.value)|\(inside)>"
    case .span: "{\(inside)}"
    case .footnoteReference(let mark): "^\(mark.id)"
    case .reference(let reference): "@\(reference.id)"
    case .citation(let citation): "[\(citation.items.map(\.key.value).joined(separator: ";"))]"
    case .binding(let binding): "$\(binding.figure.value)"
    }
  }.joined()
}

private func shape(_ text: String) -> String {
  guard case .paragraph(let paragraph)? = Sample(text).blocks.first else { return "no paragraph" }
  return shape(paragraph.content)
}

/// Examples of CommonMark 0.29, sections 6.1 to 6.8.
@Test(arguments: [
  ("*foo bar*", "*foo bar*"), ("a * foo bar*", "a * foo bar*"), ("foo*bar*", "foo*bar*"),
  ("_foo bar_", "*foo bar*"), ("foo_bar_", "foo_bar_"), ("foo-_(bar)_", "foo-*(bar)*"),
  ("_foo*", "_foo*"), ("*(*foo*)*", "*(*foo*)*"), ("**foo bar**", "**foo bar**"),
  ("foo**bar**", "foo**bar**"), ("__foo, __bar__, baz__", "**foo, **bar**, baz**"),
  ("*foo _bar_ baz*", "*foo *bar* baz*"), ("*foo**bar**baz*", "*foo**bar**baz*"),
  ("*foo**bar*", "*foo**bar*"), ("***foo** bar*", "***foo** bar*"), ("***foo***", "***foo***"),
  ("**foo*", "**foo*"), ("*foo**", "*foo**"), ("****foo*", "****foo*"),
  ("*foo [bar*](/u)", "*foo </u|bar*>"), ("`foo`", "`foo`"), ("`` foo ` bar ``", "`foo ` bar`"),
  ("` `` `", "````"),
  ("`foo\\`bar`", "`foo\\`bar`"), ("*foo`*`", "*foo`*`"), ("`a", "`a"), ("foo\\\nbar", "foo⏎bar"),
  ("foo  \nbar", "foo⏎bar"), ("foo \nbar", "foo bar"), ("\\*a\\*", "*a*"), ("\\a", "\\a"),
  ("&amp; &copy &nope; &#35;", "& &copy &nope; #"), ("[a](/b \"t\")", "</b|a>"),
  ("[a](<b c>)", "<b c|a>"), ("[a](b c)", "[a](b c)"), ("[a](\\(b)", "<(b|a>"),
  ("[a](b(c))", "<b(c)|a>"), ("[[a](b)](c)", "[<b|a>](c)"), ("![[a](b)](c) x", "!<c|<b|a>> x"),
  ("<https://a.b>", "<https://a.b|https://a.b>"), ("<a@b.c>", "<mailto:a@b.c|a@b.c>"),
  ("a < b > c", "a < b > c"), ("a ~~b~~ 2~3", "a ~b~ 2~3"),
])
func inlinesAreCommonMarks(_ text: String, _ expected: String) {
  #expect(shape(text) == expected)
}

@Test(arguments: [
  ("文字**“引文”**后文", "文字**“引文”**后文"), ("是**{{ a }}**。", "是**$a**。"),
  ("字{{ a | over }}字", "字$a字"), ("见@fig-a和@tbl-b。", "见@fig-a和@tbl-b。"),
  ("a@b-c.d", "a@b-c.d"), ("\\@fig-a", "@fig-a"), ("@fig-a-", "@fig-a-"),
  ("`{{ a }}`", "`{{ a }}`"),
  ("`@fig-a`", "`@fig-a`"), ("字[^甲]字", "字^甲字"), ("[a [b]{.x} c]{lang=en}", "{a {b} c}"),
  ("[**a**]{.x}[b](c){.y}", "{**a**}<c|b>"), ("[a] {.x}", "[a] {.x}"), ("a{b}", "a{b}"),
  ("`c`{.x}d", "`c`d"),
])
func inlinesOfTheManuscript(_ text: String, _ expected: String) {
  #expect(shape(text) == expected)
}

@Test(arguments: [
  ("一\n二", "一二"), ("一\nb", "一 b"), ("a\n二", "a 二"), ("a\nb", "a b"), ("一，\nb", "一，b"),
  ("一\n（b）", "一（b）"), ("“一”\n“二”", "“一”“二”"), ("**一**\n二", "**一**二"),
  ("一[^n]\n二", "一^n二"), ("一\n{{ a }}", "一$a"), ("{{ a }}\nb", "$a b"), ("한\n국", "한 국"),
  ("一<!-- c -->\n二", "一二"), ("一\n`b`", "一 `b`"),
])
func lineEndsBetweenHanAreNothing(_ text: String, _ expected: String) {
  #expect(shape(text) == expected)
}

@Test func bindingKeepsItsFormatsAndPlaces() throws {
  let sample = Sample("占{{ share | wan | decimals(2) }}。")
  let binding = try #require(
    sample.inlines.compactMap { inline -> FigureBinding? in
      if case .binding(let binding) = inline { binding } else { nil }
    }.first)
  #expect(binding.formats.map(\.name.value) == ["wan", "decimals"])
  #expect(binding.formats[1].arguments.map(\.value) == ["2"])
  #expect(sample.slice(binding.figure.span) == "share")
  #expect(sample.slice(binding.formats[1].arguments[0].span) == "2")
  #expect(sample.slice(binding.span) == "{{ share | wan | decimals(2) }}")
}

@Test func attributesKeepTheirPlaces() throws {
  let sample = Sample("# 题 {#sec-a .wide short=\"短 \\\"名\\\"\" n='1' x=y}")
  guard case .heading(let heading)? = sample.blocks.first else {
    Issue.record("no heading")
    return
  }
  let attributes = heading.attributes
  #expect(attributes.id?.value == "sec-a")
  #expect(attributes.hasClass("wide"))
  #expect(attributes.pairs.map(\.key.value) == ["short", "n", "x"])
  #expect(attributes["short"]?.value == "短 \"名\"")
  #expect(sample.slice(try #require(attributes["n"]).span) == "1")
  #expect(sample.slice(try #require(attributes.id).span) == "sec-a")
  #expect(sample.slice(attributes.span).hasPrefix("{#sec-a"))
}
