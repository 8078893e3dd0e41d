package import Diagnostics

extension DiagnosticCode {
  package static let unavailable = DiagnosticCode(
    "pipeline.unavailable", "The command is not part of this version.")

  /// The codes of this target.
  package static let pipelineCodes: [DiagnosticCode] = [.unavailable]
}
