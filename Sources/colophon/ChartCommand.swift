internal import ArgumentParser
internal import Pipeline

/// `colophon chart`: charts as images.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    _superCommandName: Colophon.name,
    abstract: "Draw charts as SVG, PNG and PDF.",
    discussion: """
      Draws all charts of a report, or those whose ids are given, with the same data, fonts and \
      colours as in the report. A YAML file with one chart specification works without a report, \
      and so does a folder of them; their data are inline or in files beside them. Files that are \
      there already with the same bytes stay as they are.

        colophon chart energy-report
        colophon chart energy-report fig-capacity --format svg,png --dpi 192
        colophon chart spec.yaml --output images
        colophon chart charts --format png --dpi 144
      """)

  @Argument(
    help: "The report's folder, a Markdown file, a YAML chart, or a folder of these.",
    completion: .file())
  var source: String

  @Argument(help: "Ids of the charts to draw, such as fig-capacity. (default: all)")
  var ids: [String] = []

  @Option(help: ArgumentHelp("Formats between commas: svg, png, pdf.", valueName: "formats"))
  var format = FormatList(formats: ChartRequest.Format.allCases)

  @Option(help: "Resolution of PNG images in pixels per inch.")
  var dpi = 300.0

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the images into DIR. (default: Output/<report>/charts)", valueName: "dir"),
    completion: .directory)
  var output: String?

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if format.formats.isEmpty { throw ValidationError("--format needs at least one format.") }
    guard (20...2400).contains(dpi) else {
      throw ValidationError("--dpi takes 20 to 2400 pixels per inch.")
    }
  }

  func run() throws {
    var request = ChartRequest(source: source)
    request.ids = ids
    request.formats = format.formats
    request.resolution = dpi
    request.output = output
    request.home = common.home
    request.parameters = parameters.values
    request.jobs = common.jobs
    try common.perform { drawCharts(request, progress: $0) }
  }
}
