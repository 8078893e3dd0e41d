internal import ArgumentParser
internal import Pipeline

/// `colophon check`: a build without its output.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with a report, and write nothing.",
    discussion: """
      Reads, computes and composes everything that a build does. Every finding names its file, \
      line and column; `colophon explain CODE` says more about the code in brackets.

        colophon check Reports/belt-and-road-2025
        colophon check Reports/belt-and-road-2025 --diagnostics junit > junit.xml
      """)

  @Argument(help: "The report's folder, or a Markdown file.", completion: .file())
  var report: String

  @Flag(help: "Refuse fonts and profiles that differ from their recorded checksums.")
  var locked = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var request = CheckRequest(subject: report)
    request.home = common.home
    request.jobs = common.jobs
    request.isLocked = locked
    try await common.perform { [request] in await check(request, progress: $0) }
  }
}
