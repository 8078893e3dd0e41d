import Composition
import Diagnostics
import Foundation
import Manuscript
import RenderingFixtures
import Testing

@testable import Pipeline

/// The example report, built once by the public road and shared by the tests that look at it.
struct BuiltReport {
  static let name = "belt-and-road-2025"
  private static let building = Task { try await BuiltReport() }

  static var shared: BuiltReport {
    get async throws { try await building.value }
  }

  let outcome: BuildOutcome
  /// Bytes of the written files by their path in the output folder.
  let files: [String: Data]
  let pdf: [UInt8]
  /// The report as it was read.
  let compilation: Compilation
  private let folder: TemporaryFolder

  private init() async throws {
    folder = try TemporaryFolder()
    var request = BuildRequest(report: LayeredWorld.root + "/Reports/" + Self.name)
    request.output = folder.url.path
    request.jobs = 2
    outcome = await build(request)
    files = try folder.contents(of: Self.name)
    pdf = [UInt8](files["\(Self.name)-screen.pdf"] ?? Data())
    compilation = compile(request.report, CompileOptions(), world: FileWorld())
  }

  var report: Report { compilation.report }

  /// Runs a program on the PDF, whose path stands for `%`; fails when it does.
  func run(_ tool: String, _ arguments: String...) throws -> String {
    let result = try Tool.run(tool, arguments, on: pdf)
    try #require(result.status == 0, "\(tool): \(result.output)")
    return result.output
  }

  /// The text of each page in the order of painting, without white space.
  func pageTexts() throws -> [String] {
    let pages = try run("pdftotext", "-raw", "%", "-").split(
      separator: "\u{0C}", omittingEmptySubsequences: false)
    return pages.dropLast().map { String($0).withoutSpace }
  }
}

extension String {
  /// Without spaces and line ends of any kind.
  var withoutSpace: String { String(unicodeScalars.filter { !$0.properties.isWhitespace }) }
}

extension Trait where Self == ConditionTrait {
  /// Runs a test only where the programs are installed, and says which are not.
  static func needs(_ tools: String...) -> Self {
    let missing = tools.filter { !Tool.isInstalled($0) }.joined(separator: ", ")
    return .enabled(if: missing.isEmpty, "needs \(missing), which is not installed")
  }
}
