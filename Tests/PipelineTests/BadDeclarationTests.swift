import Diagnostics
import Testing

@testable import Pipeline

/// Mistakes in YAML of every kind, and in what a layout names.
struct BadDeclarationTests {
  @Test func anUnknownKeyInTheReport() async throws {
    let outcome = try await SampleReport().replacing(
      "date: ", with: "dat: ", in: "report.yaml"
    ).check()
    #expect(outcome.findings == ["yaml.unknown-key report.yaml:2:1"])
    #expect(outcome.hints.contains { $0.contains("“date”") })
  }

  @Test func anUnknownKeyInAPart() async throws {
    let outcome = try await SampleReport().replacing(
      "- role: chapter", with: "- role: chapter\n    titel: 甲", in: "report.yaml"
    ).check()
    #expect(outcome.findings == ["yaml.unknown-key report.yaml:7:5"])
    #expect(outcome.hints.contains { $0.contains("“title”") })
  }

  @Test func anUnknownKeyInTheFigures() async throws {
    let outcome = try await SampleReport().replacing(
      "    unit:", with: "    units:", in: "data/figures.yaml"
    ).check()
    #expect(outcome.findings == ["yaml.unknown-key data/figures.yaml:8:5"])
    #expect(outcome.hints.contains { $0.contains("“unit”") })
  }

  @Test func anUnknownKeyInALayout() async throws {
    let outcome = try await SampleReport().replacingInHouse(
      "\npage:\n  header:", with: "\npage:\n  heder:", in: "Layouts/article/layout.yaml"
    ).check()
    #expect(outcome.findings == ["yaml.unknown-key /house/Layouts/article/layout.yaml:5:3"])
    #expect(outcome.hints.contains { $0.contains("“header”") })
  }

  @Test func anUnknownKeyInALayoutOfTheReport() async throws {
    let outcome = try await SampleReport()
      .replacing("layout: article", with: "layout: own", in: "report.yaml")
      .adding("own/layout.yaml", "extends: article\npag: {}\n").check()
    #expect(outcome.findings == ["yaml.unknown-key own/layout.yaml:2:1"])
    #expect(outcome.hints.contains { $0.contains("“page”") })
  }

  @Test func anUnknownKeyInTheFontCatalogue() async throws {
    let outcome = try await SampleReport().replacingInHouse(
      "    name: Noto Serif CJK SC\n", with: "    nam: Noto Serif CJK SC\n    name: N\n",
      in: "Fonts/fonts.yaml"
    ).check()
    #expect(outcome.findings == ["yaml.unknown-key /house/Fonts/fonts.yaml:8:5"])
    #expect(outcome.hints.contains { $0.contains("“name”") })
  }

  @Test func anUnknownKeyInAChart() async throws {
    let outcome = try await SampleReport().replacing("unit: 亿元", with: "units: 亿元").check()
    #expect(outcome.findings == ["yaml.unknown-key chapters/one.md:12:1"])
    #expect(outcome.hints.contains { $0.contains("“unit”") })
  }

  @Test func anUnknownKeyInATable() async throws {
    let outcome = try await SampleReport().replacing("name: amount", with: "nme: x, name: amount")
      .check()
    #expect(outcome.findings == ["yaml.unknown-key chapters/one.md:21:7"])
    #expect(outcome.hints.contains { $0.contains("“name”") })
  }

  @Test(arguments: [
    ("report.yaml", "title: 样本", "title: [样本", "report.yaml:2:5"),
    ("data/figures.yaml", "  output:", "  output: {", "data/figures.yaml:4:13"),
    ("chapters/one.md", "kind: bar", "kind: \"bar", "chapters/one.md:12:9"),
  ])
  func brokenYAML(path: String, old: String, new: String, place: String) async throws {
    let findings = try await SampleReport().replacing(old, with: new, in: path).findings()
    #expect(findings.first == "yaml.syntax \(place)")
  }

  @Test func brokenYAMLInALayout() async throws {
    let findings = try await SampleReport().replacingInHouse(
      "headings:\n", with: "headings: ]\n", in: "Layouts/article/layout.yaml"
    ).findings()
    #expect(findings.first == "yaml.syntax /house/Layouts/article/layout.yaml:7:11")
  }

  @Test func invalidUTF8InFigures() async {
    let bytes = Array("sources:\n  甲".utf8) + [0xFF, 0x0A]
    let findings = await SampleReport().adding("data/figures.yaml", bytes).findings()
    #expect(findings.first == "yaml.syntax data/figures.yaml:2:4")
  }

  @Test func anUnknownLayout() async throws {
    let outcome = try await SampleReport().replacing(
      "layout: article", with: "layout: artical", in: "report.yaml"
    ).check()
    #expect(outcome.findings.first == "pipeline.unknown-layout report.yaml:3:9")
    #expect(outcome.hints.first?.contains("“article”") == true)
  }

  @Test func layoutsInACircle() async throws {
    let findings = try await SampleReport()
      .replacing("layout: article", with: "layout: own", in: "report.yaml")
      .adding("own/layout.yaml", "extends: own\n").findings()
    #expect(findings.first == "pipeline.layout-cycle own/layout.yaml:1:10")
  }

  @Test func aMissingFaceNamesItsPackage() async throws {
    let outcome = try await SampleReport().replacingInHouse(
      "NotoSerif-Regular.ttf", with: "NotoSerif-Regulr.ttf", in: "Fonts/fonts.yaml"
    ).check()
    #expect(outcome.findings == ["font.missing-face /house/Fonts/fonts.yaml:59:15"])
    #expect(outcome.hints == ["install the Debian package fonts-noto-core"])
  }

  @Test func aFontFileThatDiffersIsAWarning() async throws {
    let outcome = try await SampleReport().replacingInHouse(
      "head: 0ded397accfca4ad", with: "head: 0000000000000000", in: "Fonts/fonts.yaml"
    ).check()
    #expect(outcome.findings == ["pipeline.changed-face /house/Fonts/fonts.yaml:59:15"])
    #expect(!outcome.hasErrors)
  }
}
