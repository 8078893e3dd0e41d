internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let unknownParameter = DiagnosticCode(
    "manuscript.unknown-parameter",
    "A value is given to a parameter that report.yaml does not declare under `parameters`.")
  package static let parameterName = DiagnosticCode(
    "manuscript.parameter-name",
    "A parameter is named like a figure, in small letters, digits and underscores, and no figure "
      + "has the same name.")
}

/// The parameters of a report: the declared ones, with the values that were told in their place.
func settleParameters(_ declaration: YAMLValue, told: Parameters) -> Diagnosed<Parameters> {
  var diagnostics: [Diagnostic] = []
  var settled = Parameters()
  for (key, value) in declaration.parameters {
    guard case .scalar(let text, _) = value.content else { continue }
    settled.values[key.name] = told[key.name] ?? text
    if !isFigureID(Array(key.name.utf8)[...]) {
      diagnostics.append(
        Diagnostic(.parameterName, "“\(key.name)” is no name of a parameter", at: key.span))
    }
  }
  for name in told.names where settled[name] == nil {
    diagnostics.append(
      Diagnostic(.unknownParameter, "the report declares no parameter “\(name)”")
        .hinting(suggestion(for: name, among: settled.names)))
  }
  return Diagnosed(settled, diagnostics)
}

extension YAMLValue {
  fileprivate var parameters: [(key: YAMLKey, value: YAMLValue)] {
    guard case .mapping(let pairs) = content,
      let declared = pairs.first(where: { $0.key.name == "parameters" })?.value,
      case .mapping(let parameters) = declared.content
    else { return [] }
    return parameters
  }
}
