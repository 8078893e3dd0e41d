internal import ArgumentParser

/// What a report is made for, of the commands that read one.
struct ParameterOptions: ParsableArguments {
  /// `country=肯尼亚`: everything after the first equals sign is the value.
  struct Setting: ExpressibleByArgument {
    var name: String
    var value: String

    init?(argument: String) {
      guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
        return nil
      }
      name = String(argument[..<equals])
      value = String(argument[argument.index(after: equals)...])
    }
  }

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Give a parameter of the report a value; may be given several times.",
      valueName: "name=value"))
  var settings: [Setting] = []

  /// The values by name; the last one counts.
  var values: [String: String] {
    Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last }
  }
}
