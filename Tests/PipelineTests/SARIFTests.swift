import Foundation
import Testing

@testable import Pipeline

/// What the schema of SARIF 2.1.0 and code hosts demand of a log, on logs of real runs.
struct SARIFTests {
  private typealias Object = [String: Any]

  private func log(_ arguments: String...) throws -> Object {
    let folder = try TemporaryFolder()
    let spoilt = try SampleReport().replacing("@tbl-output", with: "@tbl-outputs")
    try folder.write(spoilt.files, below: "样 本")
    let run = try Command.colophon(
      arguments + ["--home", LayeredWorld.root, "--diagnostics", "sarif"], in: folder.url)
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? Object)
  }

  /// OASIS's own schema, and junitparser for JUnit: for runs that succeed, that find something, that find
  /// what the report allows, and that cannot begin.
  @Test func othersReadWhatIsWrittenForMachines() throws {
    let folder = try TemporaryFolder()
    let sample = SampleReport()
    let spoilt = try sample.replacing("@tbl-output", with: "@tbl-outputs")
    let allowed = try sample.replacing("# 总论", with: "# 总论\n\n另有十二万人。")
      .replacing(
        "title: 样本",
        with: """
          title: 样本
          numerals: error
          diagnostics: { allow: [{ code: numerals.unbound, reason: "引自 <别处> & \\"条约\\"" }] }
          """, in: "report.yaml")
    for (name, files) in [("good", sample), ("bad", spoilt), ("allowed", allowed)] {
      try folder.write(files.files, below: name)
    }
    var written: [String] = []
    for (command, report, status) in [
      ("build", "good", 0), ("check", "bad", 1), ("check", "allowed", 0), ("build", "none", 1),
      ("fonts", "check", 0),
    ] as [(String, String, Int32)] {
      for format in ["sarif", "junit"] {
        let run = try Command.colophon(
          [command, report, "--home", LayeredWorld.root, "--diagnostics", format], in: folder.url)
        #expect(run.status == status, "\(command) \(report): \(run.output)")
        let file = "\(command)-\(report).\(format == "junit" ? "xml" : "sarif")"
        try folder.write([file: Array(run.output.utf8)], below: ".")
        written.append(folder.url.path + "/" + file)
      }
    }
    let workflow = LayeredWorld.root + "/.github/workflows/report.yml"
    let run = try Command.script("validate-formats", written + [workflow])
    if run.status == 77 { return print("skipped: \(run.errors)") }
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output == "11 files are valid\n")
  }

  @Test(arguments: [
    ["build", "样 本"], ["check", "样 本"], ["chart", "样 本"], ["fonts", "check"],
    ["build", "none"],
  ])
  func aLogIsAsTheSpecificationDemands(command: [String]) throws {
    let log = try log(command[0], command[1])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [Object])
    let run = try #require(runs.first)
    #expect(runs.count == 1 && run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count && Set(ids).count == ids.count)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? Object)?["text"] as? String)?.isEmpty == false)
      }
    }
    let bases = try #require(run["originalUriBaseIds"] as? Object)
    for result in try #require(run["results"] as? [Object]) {
      let rule = try #require(result["ruleIndex"] as? Int)
      #expect(ids[rule] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? Object)?["text"] as? String)?.isEmpty == false)
      for location in result["locations"] as? [Object] ?? [] { try check(location, bases) }
    }
  }

  private func check(_ location: Object, _ bases: Object) throws {
    let place = try #require(location["physicalLocation"] as? Object)
    let artifact = try #require(place["artifactLocation"] as? Object)
    let uri = try #require(artifact["uri"] as? String)
    #expect(uri.wholeMatch(of: /[A-Za-z0-9\-._~\/%:]+/) != nil)
    if let base = artifact["uriBaseId"] as? String {
      #expect(bases[base] != nil && !uri.hasPrefix("/") && !uri.contains(".."))
    }
    guard let region = place["region"] as? [String: Int] else { return }
    let (start, end) = (try #require(region["startLine"]), try #require(region["endLine"]))
    let (from, to) = (try #require(region["startColumn"]), try #require(region["endColumn"]))
    #expect(start >= 1 && from >= 1 && (end > start || end == start && to >= from))
  }

  @Test func theSpoiltReferenceStandsAtItsCharacters() throws {
    let log = try log("build", "样 本")
    let results = try #require((log["runs"] as? [Object])?.first?["results"] as? [Object])
    let place = (results.first?["locations"] as? [Object])?.first?["physicalLocation"] as? Object
    #expect(
      (place?["artifactLocation"] as? Object)?["uri"] as? String
        == "%E6%A0%B7%20%E6%9C%AC/chapters/one.md")
    #expect(
      place?["region"] as? [String: Int] == [
        "startLine": 3, "startColumn": 38, "endLine": 3, "endColumn": 50,
      ])
  }
}
