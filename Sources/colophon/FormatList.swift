internal import ArgumentParser
internal import Pipeline

/// Formats between commas, each once, in the order given; `none` for no format at all.
struct FormatList: ExpressibleByArgument, CustomStringConvertible {
  var formats: [ChartRequest.Format]

  init(formats: [ChartRequest.Format]) { self.formats = formats }

  init?(argument: String) {
    formats = []
    if argument == "none" { return }
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ChartRequest.Format(rawValue: name.lowercased()) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
  }

  var description: String { formats.map(\.rawValue).joined(separator: ",") }
}
