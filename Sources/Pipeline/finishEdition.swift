internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Prepress
internal import Rendering
internal import Stylesheet

/// Paints and finishes one edition; nil when that fails.
func finishedFile(
  _ edition: Edition, of document: PagedDocument, _ compilation: Compilation,
  tasks: Int, _ clock: inout PhaseClock
) -> Diagnosed<OutputFile?> {
  do {
    let bytes: Diagnosed<[UInt8]?>
    switch edition {
    case .print: bytes = try printFile(of: document, compilation, tasks: tasks, &clock)
    case .screen, .proof:
      bytes = try screenFile(of: document, compilation, tasks: tasks, &clock)
    }
    let file = bytes.value.map {
      OutputFile(
        path: "\(compilation.name)-\(edition.rawValue).pdf", bytes: $0, edition: edition,
        claims: compilation.claims(of: edition).map(\.rawValue))
    }
    return Diagnosed(file, bytes.diagnostics)
  } catch let error as RenderingError {
    return Diagnosed(nil, [error.diagnostic])
  } catch let error as PrepressError {
    return Diagnosed(nil, [error.diagnostic])
  } catch {
    return Diagnosed(nil, [Diagnostic(.paintingFailed, "\(error)")])
  }
}

extension Compilation {
  /// The standards that a file of an edition names.
  func claims(of edition: Edition) -> [Claim] {
    switch edition {
    case .print: [layout.stylesheet.press.standard == .x1a ? .pdfX1a : .pdfX4]
    case .screen, .proof: [.pdfUA1, report.declaration.archive == .a3u ? .pdfA3u : .pdfA3a]
    }
  }
}

private func screenFile(
  of document: PagedDocument, _ compilation: Compilation, tasks: Int,
  _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  clock.begin("painting")
  let painted = try renderPDF(document, tasks: tasks)
  clock.begin("finishing")
  let claims = compilation.claims(of: .screen)
  let bytes = try finish(
    painted, of: document, claiming: claims,
    attaching: attachments(of: document, compilation),
    inkProfile: { pressCondition(of: compilation).value?.profile }, tasks: tasks)
  clock.begin("verifying")
  let proven = proveStructure(of: compilation.report, in: document)
  return claimed(bytes, proven + verify(bytes, of: document, against: claims))
}

private func printFile(
  of document: PagedDocument, _ compilation: Compilation, tasks: Int,
  _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  let found = pressCondition(of: compilation)
  guard let condition = found.value else { return Diagnosed(nil, found.diagnostics) }
  clock.begin("painting for print")
  var press = try PressDocument(document, compilation.layout.stylesheet)
  let flattened = condition.standard == .pdfX1a ? try press.flattenPictures() : []
  let painted = try renderPDF(press.document, tasks: tasks)
  if condition.standard == .pdfX1a {
    let found = try findTransparency(in: painted, of: press.document)
    if !found.isEmpty { return Diagnosed(nil, found) }
  }
  clock.begin("finishing for print")
  let bytes = try finishForPress(
    painted, of: press.document, inks: press.inks, condition: condition, tasks: tasks)
  clock.begin("verifying print")
  let profile = PreflightProfile(compilation.layout.stylesheet.press.limits)
  let preflighted = preflight(
    press.document, inks: press.inks, condition: condition, profile: profile)
  let verified = verify(
    bytes, of: press.document, against: compilation.claims(of: .print), printing: profile)
  return claimed(bytes, flattened + preflighted + verified)
}

/// A file that names a standard is only let out when the rules of that standard pass.
private func claimed(_ bytes: [UInt8], _ findings: [Diagnostic]) -> Diagnosed<[UInt8]?> {
  Diagnosed(findings.contains { $0.severity == .error } ? nil : bytes, findings)
}
