internal import ArgumentParser
internal import Pipeline

/// `colophon fonts`: what text is set in, and whether it is what was approved.
struct FontsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    _superCommandName: Colophon.name,
    abstract: "Show, check or lock the fonts and profiles that text is set in.",
    discussion: """
      `list` shows the font catalogue with the state of each file; `check` holds every file \
      against its SHA-256 there; `lock` records faces, ICC profiles, hyphenation dictionaries and \
      the versions of all libraries in colophon.lock, which `build --locked` refuses to differ \
      from. With a report the lock lies in its folder and holds its layout's profile too; \
      otherwise it lies beside Layouts/ and Fonts/.

        colophon fonts list
        colophon fonts check --diagnostics json
        colophon fonts lock Reports/belt-and-road-2025
      """)

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case list
    case check
    case lock
  }

  @Argument(help: "What to do: list, check or lock.")
  var action: Action

  @Argument(help: "The report's folder. (default: the home)", completion: .directory)
  var report: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    guard let action = FontsRequest.Action(rawValue: action.rawValue) else { return }
    var request = FontsRequest(action)
    request.report = report
    request.home = common.home
    try await common.performAsync { [request] in await inspectFonts(request, progress: $0) }
  }
}
