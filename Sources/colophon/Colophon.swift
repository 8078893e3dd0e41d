internal import ArgumentParser
internal import Pipeline

/// The command line: parses arguments, calls the pipeline, prints what it found.
@main
struct Colophon: AsyncParsableCommand {
  static let version = colophonVersion

  static let configuration = CommandConfiguration(
    commandName: "colophon",
    abstract: "Turn a folder of Markdown, YAML and data into a typeset report.",
    discussion: """
      A report is a folder with report.yaml, chapters and data, or a single Markdown file with \
      front matter.

        colophon new energy-report          start a report that builds at once
        colophon build energy-report        write Output/energy-report/
        colophon check energy-report        find mistakes, write nothing
        colophon chart energy-report        write the charts as images
        colophon explain yaml.unknown-key   say what a finding means

      Exit status: 0 done, 1 errors in the report, 64 wrong usage.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ChartCommand.self, BatchCommand.self,
      PreviewCommand.self, NewCommand.self,
      ExplainCommand.self,
    ])
}
