internal import ArgumentParser
internal import Pipeline

/// `colophon check`: a build without its output.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: Colophon.name,
    abstract: "Find what is wrong with a report, and write nothing.",
    discussion: """
      Reads, computes and composes everything that a build does. Every finding names its file, \
      line and column; `colophon explain CODE` says more about the code in brackets.

        colophon check Reports/belt-and-road-2025
        colophon check Reports/belt-and-road-2025 --diagnostics junit > junit.xml

      --figures also lists every number that the report prints on standard output, with its value, \
      pages, place in the manuscript and source; as JSON Lines with --diagnostics json.

        colophon check Reports/belt-and-road-2025 --figures | less -S

      A finished PDF, ours or not, is held against the standards that it names, or against \
      those of --profile: x4 (PDF/X-4), x1a (PDF/X-1a), ua1 (PDF/UA-1), a3 (PDF/A-3a), \
      a3u (PDF/A-3u), a3b (PDF/A-3b), press (what a printer looks for: boxes, fonts, colours, ink, lines, text, \
      images). The last is looked for too when a file names no standard, or one for the press.

        colophon check Output/report/report-print.pdf
        colophon check from-elsewhere.pdf --profile ua1 --diagnostics sarif > log.sarif
      """)

  @Argument(help: "The report's folder, a Markdown file, or a PDF.", completion: .file())
  var report: String

  @Flag(help: "Refuse any font, profile or library that differs from colophon.lock.")
  var locked = false

  @Flag(help: "List every printed number with its source.")
  var figures = false

  @Option(help: "A standard to hold a PDF against; may be given several times.")
  var profile: [Profile] = []

  enum Profile: String, ExpressibleByArgument, CaseIterable {
    case x4
    case x1a
    case press
    case ua1
    case a3
    case a3u
    case a3b
  }

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if figures, ![.text, .json].contains(common.diagnostics) {
      throw ValidationError("--figures is printed as text, or as JSON with --diagnostics json.")
    }
  }

  func run() async throws {
    var request = CheckRequest(subject: report)
    if figures { request.figures = common.diagnostics == .json ? .jsonLines : .table }
    request.home = common.home
    request.parameters = parameters.values
    request.jobs = common.jobs
    request.isLocked = locked
    request.standards =
      profile.isEmpty ? nil : profile.compactMap { Standard(rawValue: $0.rawValue) }
    try await common.performAsync { [request] in await check(request, progress: $0) }
  }
}
