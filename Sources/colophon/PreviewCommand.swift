internal import ArgumentParser
internal import Diagnostics
internal import Pipeline
internal import Preview

/// `colophon preview`: the report in a browser, as it is being written.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    _superCommandName: Colophon.name,
    abstract: "Show the report in a browser, and show it again on every save.",
    discussion: """
      Serves the pages as they will be printed at a loopback address, with the findings beside \
      them. A click on a line shows its file and line. Nothing is written; Ctrl-C ends it.

        colophon preview Reports/belt-and-road-2025
      """)

  @Argument(help: "The report's folder, or a Markdown file.", completion: .file())
  var report: String

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port: UInt16 = 8720

  @Option(name: .shortAndLong, help: "How many threads may work. (default: all cores)")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The folder with Layouts/ and Fonts/. (default: looked for above the report)",
      valueName: "dir"),
    completion: .directory)
  var home: String?

  @OptionGroup var parameters: ParameterOptions

  func run() async throws {
    var request = PreviewRequest(report: report)
    request.home = home
    request.jobs = jobs
    request.parameters = parameters.values
    let terminal = Terminal()
    let server = PreviewServer(PreviewSession(request), port: port) { event in
      terminal.note(event.line)
    }
    do {
      try await server.run()
    } catch let error as PreviewServer.ListeningError {
      terminal.note("error: the preview cannot listen on port \(port): \(error.reason)\n")
      terminal.note("  hint: --port 0 takes any that is free\n")
      throw ExitCode(1)
    }
  }
}

extension PreviewServer.Event {
  /// What the terminal says of it; empty for what goes without saying.
  fileprivate var line: String {
    switch self {
    case .listening(let address): return "\(address)\n"
    case .shown(let version, let duration):
      return "version \(version) shown after \(duration.wholeMilliseconds) ms\n"
    case .updated(let state):
      guard state.isChecked else { return "" }
      let errors = state.diagnostics.count { $0.severity == .error }
      let warnings = state.diagnostics.count { $0.severity == .warning }
      return "\(state.pageCount) pages, \(errors) errors, \(warnings) warnings\n"
    }
  }
}

extension Duration {
  fileprivate var wholeMilliseconds: Int { Int((self / .milliseconds(1)).rounded()) }
}
