internal import ArgumentParser
internal import Dispatch
internal import Pipeline

/// The command line: parses arguments, calls the pipeline, prints what it found.
@main
struct Colophon: AsyncParsableCommand {
  /// What commands call their super-command; a command that has one is not searched for requests of
  /// completion scripts, which are the root's.
  static let name = "colophon"
  static let version = colophonVersion

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Turn a folder of Markdown, YAML and data into a typeset report.",
    discussion: """
      A report is a folder with report.yaml, chapters and data, or a single Markdown file with \
      front matter.

        colophon new energy-report          start a report that builds at once
        colophon build energy-report        write Output/energy-report/
        colophon check energy-report        find mistakes, write nothing
        colophon chart energy-report        write the charts as images
        colophon preview energy-report      show it in a browser, and again on every save
        colophon batch brief --over a.csv   build it once for each row of a table
        colophon diff last-year energy      say what changed between two outputs
        colophon fonts check                hold every font file against its checksum
        colophon explain yaml.unknown-key   say what a finding means

      Exit status: 0 done, 1 errors in the report, 64 wrong usage.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ChartCommand.self, PreviewCommand.self,
      BatchCommand.self, DiffCommand.self, NewCommand.self, FontsCommand.self, SchemaCommand.self,
      ExplainCommand.self,
    ])

  /// Runs the command that the first argument names; what it cannot parse, the root explains.
  ///
  /// The root would parse the arguments on two levels, and twice more for completion scripts, and run
  /// on another thread than the first: together as long as it takes to draw a chart.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let command = command(of: arguments) else {
      return wait { await main(arguments) }
    }
    if let command = command as? any AsyncParsableCommand {
      return wait { await run(command) }
    }
    run(command)
  }

  private static func command(of arguments: [String]) -> (any ParsableCommand)? {
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    return try? named?.parse(Array(arguments.dropFirst()))
  }

  private static func run(_ command: any ParsableCommand) {
    var command = command
    do { try command.run() } catch { exit(withError: error) }
  }

  private static func run(_ command: any AsyncParsableCommand) async {
    var command = command
    do { try await command.run() } catch { exit(withError: error) }
  }

  /// Lends the main thread to what runs in tasks, until that is done.
  private static func wait(_ work: sending @escaping () async -> Void) {
    Task {
      await work()
      exit()
    }
    dispatchMain()
  }
}
