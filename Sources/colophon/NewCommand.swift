internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `colophon new`: the start of a report.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    _superCommandName: Colophon.name,
    abstract: "Start a report that builds at once.",
    discussion: """
      Makes a folder with report.yaml, two chapters, a table, a chart and the data behind them. \
      The last part of the path is the report's name.

        colophon new Reports/energy-2026 --title 能源发展报告
      """)

  @Argument(help: "The folder to make; it must not exist.", completion: .directory)
  var folder: String

  @Option(help: "The report's title.")
  var title = "年度报告"

  @Option(help: "The organization that publishes it.")
  var organization = "编写组"

  @Option(help: "The layout, a folder of Layouts/.")
  var layout = "council-report"

  func run() throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("“\(folder)” exists; nothing was written.")
    }
    let template = ReportTemplate(
      title: title, organization: organization, layout: layout, year: currentYear())
    for file in template.files {
      let url = URL(filePath: folder).appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
      print("\(folder)/\(file.path)")
    }
  }

  private func currentYear() -> Int {
    Calendar(identifier: .gregorian).component(.year, from: Date())
  }
}
