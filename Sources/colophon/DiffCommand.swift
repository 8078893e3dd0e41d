internal import ArgumentParser
internal import Pipeline

/// `colophon diff`: what has changed from one output to another.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    _superCommandName: Colophon.name,
    abstract: "Say what changed between two outputs or two PDFs.",
    discussion: """
      Compares pages by what they show, so that an inserted page changes no other; texts by \
      paragraph and word; figures, charts and what went into them by the manifests. With --output \
      it writes a report with the pages side by side, index.html, that needs no network.

        colophon diff last-year/energy Output/energy
        colophon diff old.pdf new.pdf --output what-changed --threshold 0.1%
        colophon diff main/energy Output/energy --format json > diff.json

      What went in, sources and faces, is told but makes no difference by itself.

      Exit status: 0 no difference, 1 a difference, 2 they cannot be compared, 64 wrong usage.
      """)

  @Argument(help: "A folder written by build, or a PDF.", completion: .file())
  var old: String

  @Argument(help: "The same, newer.", completion: .file())
  var new: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write a report with pictures into DIR.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How much of a page, in %, may look otherwise while its words are the same. (default: 0%)",
      valueName: "share"))
  var threshold: Share?

  @Option(help: "How to print the differences on standard output.")
  var format = Format.text

  @OptionGroup var common: CommonOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  /// `0.1%`, or `0.1` for the same.
  struct Share: ExpressibleByArgument {
    var value: Double

    init?(argument: String) {
      let number = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
      guard let percent = Double(number), (0...100).contains(percent) else { return nil }
      value = percent / 100
    }
  }

  func run() async throws {
    var request = DiffRequest(old: old, new: new)
    request.output = output
    request.threshold = threshold?.value ?? 0
    request.jobs = common.jobs
    var found = DiffOutcome()
    do {
      try await common.performAsync { [request] progress in
        found = await compareOutputs(request, progress: progress)
        return found.build
      }
    } catch let code as ExitCode where code.rawValue == 1 {
      throw ExitCode(2)
    }
    try Terminal().write(format == .json ? found.json : found.text)
    if found.isSame == false { throw ExitCode(1) }
  }
}
