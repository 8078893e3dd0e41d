internal import Diagnostics
internal import Prepress

/// Holds a PDF, ours or not, against standards.
func checkFile(
  _ request: CheckRequest, progress: @escaping ProgressHandler, _ world: any World
) -> BuildOutcome {
  var clock = PhaseClock(progress: progress)
  clock.begin("verifying")
  var outcome = BuildOutcome()
  switch world.read(request.subject) {
  case .failure:
    let message = "the file “\(request.subject)” cannot be read"
    outcome.diagnostics = [Diagnostic(.missingFile, message)]
  case .success(let bytes):
    let verified = verify(bytes, against: request.standards?.map(\.claim))
    outcome.diagnostics = verified.diagnostics
    let names = verified.value.map(\.rawValue).joined(separator: ", ")
    outcome.summary =
      names.isEmpty ? "\(request.subject) names no standard" : "\(request.subject) passes \(names)"
  }
  clock.end()
  outcome.timings = clock.timings
  return outcome
}

extension Standard {
  fileprivate var claim: Claim {
    switch self {
    case .x4: .pdfX4
    case .x1a: .pdfX1a
    case .ua1: .pdfUA1
    case .a3: .pdfA3a
    case .a3u: .pdfA3u
    }
  }
}
