/// What a build is asked for: all that the command line can say of it.
package struct BuildRequest: Sendable {
  /// The report's folder, or a single Markdown file with front matter.
  package var report: String
  /// The name that the output goes by; nil for that of the report.
  package var name: String?
  /// The folder that gets one folder for each report: `Output/<report>/`.
  package var output = "Output"
  /// The editions to make; nil for those that the report names.
  package var editions: [Edition]?
  /// What stands for the declared values of the report's parameters.
  package var parameters: [String: String] = [:]
  /// The folder with `Layouts/` and `Fonts/`; nil to look above the report, then above the program.
  package var home: String?
  /// How many threads may work, nil for all cores; the bytes written do not depend on it.
  package var jobs: Int?
  /// Whether anything that differs from `colophon.lock` is an error.
  package var isLocked = false
  /// Formats of the chart images to write beside the PDF; none when empty.
  package var chartFormats = ChartRequest.Format.allCases
  /// Whether every page says why it ends where it does.
  package var explainsPages = false
  /// Resolution of the page images to write, in pixels per inch; nil for none.
  package var pageResolution: Double?

  package init(report: String) { self.report = report }
}

/// One finished form of a report.
package enum Edition: String, Sendable, Hashable, CaseIterable {
  /// For the press: PDF/X-4.
  case print
  /// For screens, screen readers and archives: PDF/UA-1 and PDF/A-3.
  case screen
  /// The edition for screens with each number linked to its source in an appendix.
  case proof
}
