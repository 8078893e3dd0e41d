import Diagnostics
import Foundation
import Testing

@testable import Pipeline

/// `diagnostics` in report.yaml: what a report makes of what is found.
struct PolicyTests {
  /// A report with an unbound number on line 3 of its chapter, a note marked twice, and a policy.
  private func report(_ policy: String) throws -> SampleReport {
    try SampleReport()
      .replacing(
        "layout: article", with: "layout: article\nnumerals: error\n\(policy)", in: "report.yaml"
      )
      .replacing("产出合计", with: "有1.2万家企业，产出合计")
      .replacing("@tbl-output。", with: "@tbl-output[^scope]。")
  }

  private let unbound = "numerals.unbound chapters/one.md:3:2"
  private let repeated = "manuscript.repeated-mark"

  @Test func withoutAPolicyTheErrorStandsAndTheWarningStands() async throws {
    let outcome = try await report("").check()
    #expect(outcome.findings.contains(unbound))
    #expect(outcome.findings.contains { $0.hasPrefix(repeated) })
    #expect(outcome.hasErrors)
  }

  @Test func severitiesAreTheReports() async throws {
    let outcome = try await report(
      "diagnostics: { error: [\(repeated)], warning: [numerals.unbound] }"
    ).check()
    let severities = Dictionary(outcome.diagnostics.map { ($0.code.id, $0.severity) }) { one, _ in
      one
    }
    #expect(severities["numerals.unbound"] == .warning)
    #expect(severities[repeated] == .error)
  }

  @Test(arguments: ["", ", where: chapters/one.md", ", where: \"chapters/one.md:3\""])
  func anAllowanceLetsAFindingPassWithItsReason(place: String) async throws {
    let outcome = try await report(
      "diagnostics: { allow: [{ code: numerals.unbound, reason: 引文\(place) }] }"
    ).check()
    #expect(!outcome.hasErrors)
    let allowed = outcome.diagnostics.filter { $0.allowance != nil }
    #expect(allowed.map(\.code.id) == ["numerals.unbound"])
    #expect(allowed.map(\.allowance) == ["引文"])
    #expect(!outcome.findings.contains { $0.hasPrefix("policy.") })
  }

  @Test(arguments: ["chapters/one.md:4", "chapters/two.md", "figures.yaml"])
  func anAllowanceThatAllowsNothingIsAWarning(place: String) async throws {
    let outcome = try await report(
      "diagnostics: { allow: [{ code: numerals.unbound, reason: 引文, where: \"\(place)\" }] }"
    ).check()
    #expect(outcome.hasErrors)
    #expect(outcome.findings.contains { $0.hasPrefix("policy.unused-allowance report.yaml:5:") })
  }

  /// Only what the editions of a build were looked at for can be missing in them.
  @Test(arguments: [
    ([Edition.screen], ["pdfa", "pdfua"]), ([.print], ["pdfx", "preflight"]),
    ([.screen, .print], ["pdfa", "pdfua", "pdfx", "preflight"]), ([], []),
  ])
  func anAllowanceIsUnusedOnlyWhereItsRuleRan(editions: [Edition], expected: [String]) throws {
    let families = ["pdfa", "pdfua", "pdfx", "pdfx1a", "preflight"]
    let codes = try families.map { family in
      try #require(DiagnosticCatalogue.codes.first { $0.id.hasPrefix(family + ".") }).id
    }
    let flattened = DiagnosticCode.flattenedPicture.id
    let list = (codes + [flattened]).map { "{ code: \($0), reason: 引文 }" }.joined(separator: ", ")
    let report = try report("diagnostics: { allow: [\(list)] }")
    let compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    let unused = compilation.unusedAllowances(editions: editions, inspectsLines: false)
    #expect(
      unused.map { $0.message }
        == zip(families, codes).filter { expected.contains($0.0) }
        .map { "nothing of “\($0.1)” is found here" })
  }

  @Test(arguments: [
    ("{ allow: [{ code: numerals.unbuond, reason: r }] }", "policy.unknown-code"),
    ("{ error: [nonsense.code] }", "policy.unknown-code"),
    ("{ error: [font.missing-face], warning: [font.missing-face] }", "policy.conflict"),
    ("{ allow: [{ code: numerals.unbound }] }", "yaml.missing-key"),
    ("{ allow: [{ code: numerals.unbound, reason: \" \" }] }", "policy.reason"),
    ("{ alow: [] }", "yaml.unknown-key"),
  ])
  func aWrongPolicyIsAnErrorWithAPlace(policy: String, code: String) async throws {
    let outcome = try await report("diagnostics: \(policy)").check()
    #expect(outcome.findings.contains { $0.hasPrefix("\(code) report.yaml:5:") })
    #expect(outcome.hasErrors)
  }

  /// What would leave the output wrong stays an error, and says why.
  @Test(arguments: [
    "warning: [figures.unknown-figure]", "allow: [{ code: figures.unknown-figure, reason: r }]",
  ])
  func aHardErrorCannotBeLetPass(policy: String) async throws {
    let outcome = try await SampleReport()
      .replacing("{{ total }}", with: "{{ totals }}")
      .replacing(
        "layout: article", with: "layout: article\ndiagnostics: { \(policy) }", in: "report.yaml"
      )
      .check()
    #expect(outcome.hasErrors)
    #expect(outcome.hints.contains { $0.hasPrefix("report.yaml cannot let this pass") })
  }

  @Test func whatIsAllowedStandsInTheFilesAndIsCountedForPeople() throws {
    let folder = try TemporaryFolder()
    let report = try report(
      "diagnostics: { allow: [{ code: numerals.unbound, reason: 引文 }, { code: \(repeated), reason: 留待下版 }] }"
    )
    try folder.write(report.files, below: "sample")
    let run = try Command.colophon(
      ["build", "sample", "--output", "out", "--home", LayeredWorld.root], in: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("2 allowed\n"), "\(run.errors)")
    let files = try folder.contents(of: "out/sample").mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(files["diagnostics.json"]?.contains(#""allowed":"引文""#) == true)
    #expect(files["diagnostics.sarif"]?.contains(#""justification": "引文""#) == true)
    #expect(files["junit.xml"]?.contains("<skipped message=\"留待下版\">") == true)
    #expect(files["manifest.json"]?.contains(#""allowed": 2"#) == true)
  }
}
