internal import ArgumentParser
internal import Pipeline

/// `colophon batch`: one report for each row of a table.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    _superCommandName: Colophon.name,
    abstract: "Build a report once for each row of a table.",
    discussion: """
      The column `variant` names a row's folder, Output/<report>/<variant>/; the other columns are \
      parameters that report.yaml declares. Variants that have not changed are kept; one that fails \
      does not stop the rest. batch.json lists what was built.

        colophon batch country-brief --over countries.csv
        colophon batch country-brief --over countries.csv --shard 2/8
        colophon batch --merge Output/country-brief

      Shards divide the rows without overlap; --merge joins their manifests and proves that nothing \
      is missing or built twice.
      """)

  /// `2/8`.
  struct Shard: ExpressibleByArgument {
    var shard: BatchRequest.Shard

    init?(argument: String) {
      let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let count = numbers[1],
        (1...100_000).contains(count), (1...count).contains(number)
      else { return nil }
      shard = BatchRequest.Shard(number: number, count: count)
    }
  }

  @Argument(
    help: "The report's folder, or a Markdown file; with --merge, folders of shards.",
    completion: .file())
  var subjects: [String]

  @Option(
    help: ArgumentHelp("The table of variants, a CSV file.", valueName: "file"),
    completion: .file())
  var over: String?

  @Option(help: ArgumentHelp("Build only the i-th of n parts of the rows.", valueName: "i/n"))
  var shard: Shard?

  @Flag(help: "Join the manifests of shards.")
  var merge = false

  @Option(
    help: ArgumentHelp(
      "Variants that agree in this column must print the same values.", valueName: "column"))
  var parity: String?

  @Flag(help: "Build variants again that have not changed.")
  var rebuild = false

  @Option(help: "The edition to make. (default: those that the report names)")
  var edition: BuildCommand.EditionChoice?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Put the report's folder of variants below DIR.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Refuse fonts and profiles that differ from their recorded checksums.")
  var locked = false

  @Option(help: ArgumentHelp("Formats of the chart images, or none.", valueName: "formats"))
  var charts = FormatList(formats: [])

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if merge {
      if over != nil || shard != nil { throw ValidationError("--merge builds nothing.") }
    } else {
      if subjects.count != 1 { throw ValidationError("Give one report.") }
      if over == nil { throw ValidationError("Give the table of variants with --over.") }
    }
  }

  func run() async throws {
    if merge {
      var request = MergeRequest(folders: subjects)
      request.output = output
      request.parity = parity
      return try common.perform { _ in mergeBatch(request) }
    }
    var build = BuildRequest(report: subjects[0])
    build.output = output ?? "Output"
    build.editions = edition?.editions
    build.home = common.home
    build.jobs = common.jobs
    build.isLocked = locked
    build.chartFormats = charts.formats
    var request = BatchRequest(build: build, table: over ?? "")
    request.shard = shard?.shard ?? request.shard
    request.parity = parity
    request.rebuildsAll = rebuild
    try await common.performAsync { [request] in await batch(request, progress: $0) }
  }
}
