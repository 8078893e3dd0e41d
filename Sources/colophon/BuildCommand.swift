internal import ArgumentParser
internal import Pipeline

/// `colophon build`: the report as finished files.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    _superCommandName: Colophon.name,
    abstract: "Build a report into Output/.",
    discussion: """
      Writes DIR/<report>/ with <report>-screen.pdf or <report>-print.pdf, charts/, manifest.json \
      and the findings for CI. Everything is put in place together at the end: a build with \
      errors leaves the last good output as it was.

      The edition proof is the screen edition with a link from every number to its entry in an \
      appendix of the numbers and their sources.

        colophon build Reports/belt-and-road-2025
        colophon build notes.md --output out
        colophon build energy-report --edition proof
        colophon build energy-report --diagnostics sarif > log.sarif
      """)

  enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
    case print
    case screen
    case proof
    case all

    var editions: [Edition] {
      switch self {
      case .print: [.print]
      case .screen: [.screen]
      case .proof: [.proof]
      case .all: [.print, .screen]
      }
    }
  }

  @Argument(help: "The report's folder, or a Markdown file.", completion: .file())
  var report: String

  @Option(help: "The edition to make. (default: those that the report names)")
  var edition: EditionChoice?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Put the report's folder below DIR.", valueName: "dir"),
    completion: .directory)
  var output = "Output"

  @Flag(help: "Refuse any font, profile or library that differs from colophon.lock.")
  var locked = false

  @Option(help: ArgumentHelp("Formats of the chart images, or none.", valueName: "formats"))
  var charts = FormatList(formats: ChartRequest.Format.allCases)

  @Option(help: "Also write every page as a PNG of this many pixels per inch.")
  var pages: Double?

  @Flag(help: "Say of every page why it ends where it does, and what first fit would cost.")
  var explainPages = false

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let pages, !(20...1200).contains(pages) {
      throw ValidationError("--pages takes 20 to 1200 pixels per inch.")
    }
  }

  func run() async throws {
    var request = BuildRequest(report: report)
    request.output = output
    request.editions = edition?.editions
    request.home = common.home
    request.parameters = parameters.values
    request.jobs = common.jobs
    request.isLocked = locked
    request.explainsPages = explainPages
    request.chartFormats = charts.formats
    request.pageResolution = pages
    try await common.performAsync { [request] in await build(request, progress: $0) }
  }
}
