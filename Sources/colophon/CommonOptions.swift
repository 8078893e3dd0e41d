internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// How findings are printed.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people, on standard error.
  case text
  /// JSON Lines on standard output.
  case json
  /// A SARIF 2.1.0 log on standard output.
  case sarif
  /// JUnit XML on standard output.
  case junit
}

/// The options of every command that runs the pipeline.
struct CommonOptions: ParsableArguments {
  @Option(help: "How to print findings: text on standard error, the others on standard output.")
  var diagnostics = DiagnosticsFormat.text

  @Option(
    name: .shortAndLong,
    help: "How many threads may work. (default: all cores; the output is the same with any)")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The folder with Layouts/ and Fonts/. (default: looked for above the report)",
      valueName: "dir"),
    completion: .directory)
  var home: String?

  @Option(
    help: ArgumentHelp(
      "Write how long each phase took into FILE, as Chrome trace events.", valueName: "file"),
    completion: .file())
  var timings: String?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  /// Runs a command of the pipeline with progress, prints what it found, and ends with exit status
  /// 1 if there are errors.
  func performAsync(_ command: (@escaping ProgressHandler) async -> BuildOutcome) async throws {
    let run = CommandRun()
    try conclude(run, await command { run.line.show($0) })
  }

  /// The same for a command that waits for nothing.
  func perform(_ command: (@escaping ProgressHandler) -> BuildOutcome) throws {
    let run = CommandRun()
    try conclude(run, command { run.line.show($0) })
  }

  private func conclude(_ run: CommandRun, _ outcome: BuildOutcome) throws {
    run.line.clear()
    try report(outcome, on: run.terminal)
    try run.terminal.write(outcome.product)
    if let timings { try writeTrace(outcome.timings, to: timings) }
    run.terminal.note(closing(outcome, after: .now - run.start))
    if outcome.hasErrors { throw ExitCode(1) }
  }

  private func report(_ outcome: BuildOutcome, on terminal: Terminal) throws {
    let (map, folder) = (outcome.sourceMap, outcome.sourceFolder)
    switch diagnostics {
    case .text:
      try terminal.write(outcome.text)
      let renderer = TextDiagnosticRenderer(map: map, folder: folder, isColored: terminal.isColored)
      terminal.note(renderer.render(outcome.diagnostics) + tally(outcome.diagnostics))
    case .json:
      try terminal.write(
        JSONDiagnosticRenderer(map: map, folder: folder).render(outcome.diagnostics))
    case .sarif:
      try terminal.write(
        SARIFDiagnosticRenderer(
          map: map, folder: folder, version: Colophon.version, codes: DiagnosticCatalogue.codes
        )
        .render(outcome.diagnostics))
    case .junit:
      try terminal.write(
        JUnitDiagnosticRenderer(
          map: map, folder: folder, suite: folder, codes: DiagnosticCatalogue.codes
        )
        .render(outcome.diagnostics))
    }
  }

  /// `2 errors, 1 warning` on a line of its own; nothing when there is nothing to count.
  private func tally(_ diagnostics: [Diagnostic]) -> String {
    let allowed = diagnostics.count { $0.allowance != nil }
    let diagnostics = diagnostics.filter { $0.allowance == nil }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let all = counts + (allowed == 0 ? [] : ["\(allowed) allowed"])
    return all.isEmpty ? "" : (counts.isEmpty ? "" : "\n") + all.joined(separator: ", ") + "\n"
  }

  private func closing(_ outcome: BuildOutcome, after duration: Duration) -> String {
    guard !outcome.summary.isEmpty else { return "" }
    let milliseconds = duration / .milliseconds(1)
    return "\(outcome.summary) in \(Int(milliseconds.rounded())) ms\n"
  }
}

/// A command at work: since when, and where it shows how far it is.
private struct CommandRun {
  let start = ContinuousClock.now
  let terminal = Terminal()
  let line: ProgressLine

  init() { line = ProgressLine(terminal) }
}
