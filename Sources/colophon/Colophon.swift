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
}
