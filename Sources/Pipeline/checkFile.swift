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
    // What findings without a place are about; the file's own bytes are no text to show.
    _ = outcome.sourceMap.add(file: request.subject, text: [])
    let verified = verify(bytes, against: request.standards?.compactMap(\.claim)) { claims in
      isForPress(request, claims) ? PreflightProfile() : nil
    }
    outcome.diagnostics = verified.diagnostics
    outcome.summary = "\(request.subject) \(verdict(on: verified.value, outcome))"
  }
  clock.end()
  outcome.timings = clock.timings
  return outcome
}

/// `passes PDF/UA-1, fails PDF/A-3a`.
private func verdict(on claims: [Claim], _ outcome: BuildOutcome) -> String {
  let errors = outcome.diagnostics.filter { $0.severity == .error }
  let verdicts = claims.map { claim in
    let fails = errors.contains {
      $0.code.id.hasPrefix(claim.family + ".") || $0.code == .unreadableFile
    }
    return "\(fails ? "fails" : "passes") \(claim.rawValue)"
  }
  return claims.isEmpty ? "was held to no standard" : verdicts.joined(separator: ", ")
}

/// A file is looked at as a printer would when it is asked for, when it says that it is for the
/// press, and when it names no standard at all.
private func isForPress(_ request: CheckRequest, _ claims: [Claim]) -> Bool {
  if let standards = request.standards { return standards.contains(.press) }
  return claims.isEmpty || claims.contains(where: Claim.press.contains)
}

extension Standard {
  /// Nil for what is no standard but a printer's wishes.
  fileprivate var claim: Claim? {
    switch self {
    case .x4: .pdfX4
    case .x1a: .pdfX1a
    case .press: nil
    case .ua1: .pdfUA1
    case .a3: .pdfA3a
    case .a3u: .pdfA3u
    case .a3b: .pdfA3b
    }
  }
}
