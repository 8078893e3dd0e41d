import Diagnostics
import Foundation

@testable import Pipeline

/// A small sound report in memory, with one of everything that can go wrong; tests spoil it.
struct SampleReport {
  /// Files by their path in the report.
  var files: [String: [UInt8]]
  /// Files of the house that differ from the repository's, by their path in it.
  var house: [String: [UInt8]] = [:]

  init() { files = Self.texts.mapValues { Array($0.utf8) } }

  /// The report with one piece of a file replaced; the piece must stand there once.
  func replacing(
    _ old: String, with new: String, in path: String = "chapters/one.md"
  ) throws -> SampleReport {
    var copy = self
    copy.files[path] = try replaced(String(decoding: files[path] ?? [], as: UTF8.self), old, new)
    return copy
  }

  /// The report with one piece of a file of the house replaced.
  func replacingInHouse(
    _ old: String, with new: String, in path: String
  ) throws -> SampleReport {
    var copy = self
    let text = try String(contentsOfFile: LayeredWorld.root + "/" + path, encoding: .utf8)
    copy.house[path] = try replaced(text, old, new)
    return copy
  }

  func adding(_ path: String, _ bytes: [UInt8]?) -> SampleReport {
    var copy = self
    copy.files[path] = bytes
    return copy
  }

  func adding(_ path: String, _ text: String) -> SampleReport { adding(path, Array(text.utf8)) }

  private func replaced(_ text: String, _ old: String, _ new: String) throws -> [UInt8] {
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { throw FixtureError.ambiguous(old, count: parts.count - 1) }
    return Array(parts.joined(separator: new).utf8)
  }

  enum FixtureError: Error {
    case ambiguous(String, count: Int)
  }

  var world: LayeredWorld {
    var world = LayeredWorld()
    for (path, bytes) in files { world.files["/report/" + path] = bytes }
    for (path, bytes) in house { world.files[LayeredWorld.house + "/" + path] = bytes }
    return world
  }

  /// Checks the report by the road that `colophon check` takes.
  func check(isLocked: Bool = false) async -> BuildOutcome {
    var request = CheckRequest(subject: "/report")
    request.isLocked = isLocked
    request.home = LayeredWorld.house
    return await Pipeline.check(request, world: world)
  }

  /// Every finding as `code file:line:column`, in the order of reporting.
  func findings() async -> [String] { await check().findings }

  private static let texts: [String: String] = [
    "report.yaml": """
    title: 样本
    date: 2025-12-31
    layout: article
    figures: data/figures.yaml
    parts:
      - role: chapter
        file: chapters/one.md

    """,
    "chapters/one.md": """
    # 总论 {#sec-one}

    产出合计{{ total }}[^scope]，见@fig-output和@tbl-output。

    ```chart
    id: fig-output
    kind: bar
    title: 产出
    data: SELECT sector, amount FROM output
    x: sector
    y: amount
    unit: 亿元
    ```

    ```table
    id: tbl-output
    title: 产出明细
    data: SELECT sector, amount FROM output
    columns:
      - { name: sector, title: 部门 }
      - { name: amount, title: 产出 }
    ```

    ![一块](images/block.svg){#fig-block alt="一块方形"}

    [^scope]: 数值为示例。

    """,
    "data/figures.yaml": """
    sources:
      output:
        file: output.csv
        provider: 编写组
    figures:
      total:
        query: SELECT SUM(amount) FROM output
        unit: 亿元

    """,
    "data/output.csv": "sector,amount\n农业,120\n制造业,460\n",
    "images/block.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>
    """,
  ]
}

extension BuildOutcome {
  /// Every finding as `code file:line:column`; `code` alone where there is no place.
  var findings: [String] {
    diagnostics.map { diagnostic in
      guard let place = sourceMap.location(of: diagnostic.span) else { return diagnostic.code.id }
      return "\(diagnostic.code.id) \(place.file):\(place.line):\(place.column)"
    }
  }

  /// The hints of all findings.
  var hints: [String] { diagnostics.flatMap(\.hints) }
}
