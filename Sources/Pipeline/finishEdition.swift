internal import Diagnostics
internal import Drawing
internal import Prepress
internal import Rendering
internal import Stylesheet

/// Paints and finishes one edition; nil when that fails.
func finishedFile(
  _ edition: Edition, of document: PagedDocument, _ compilation: Compilation,
  _ clock: inout PhaseClock
) -> Diagnosed<OutputFile?> {
  do {
    let bytes: Diagnosed<[UInt8]?>
    switch edition {
    case .print: bytes = try printFile(of: document, compilation, &clock)
    case .screen, .proof: bytes = try screenFile(of: document, compilation, &clock)
    }
    let file = bytes.value.map {
      OutputFile(path: "\(compilation.name)-\(edition.rawValue).pdf", bytes: $0)
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

private func screenFile(
  of document: PagedDocument, _ compilation: Compilation, _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  clock.begin("painting")
  let painted = try renderPDF(document)
  clock.begin("finishing")
  let claims: [Claim] = [.pdfUA1, .pdfA3a]
  let bytes = try finish(
    painted, of: document, claiming: claims, attaching: attachments(of: document, compilation))
  clock.begin("verifying")
  return claimed(bytes, verify(bytes, of: document, against: claims))
}

private func printFile(
  of document: PagedDocument, _ compilation: Compilation, _ clock: inout PhaseClock
) throws -> Diagnosed<[UInt8]?> {
  let found = pressCondition(of: compilation)
  guard let condition = found.value else { return Diagnosed(nil, found.diagnostics) }
  clock.begin("painting for print")
  let press = try PressDocument(document, compilation.layout.stylesheet)
  let painted = try renderPDF(press.document)
  clock.begin("finishing for print")
  let bytes = try finishForPress(
    painted, of: press.document, inks: press.inks, condition: condition)
  clock.begin("verifying print")
  let preflighted = preflight(
    press.document, inks: press.inks, condition: condition,
    profile: PreflightProfile(compilation.layout.stylesheet.press.limits))
  return claimed(
    bytes, preflighted + verify(bytes, of: press.document, against: [.pdfX4]))
}

/// A file that names a standard is only let out when the rules of that standard pass.
private func claimed(_ bytes: [UInt8], _ findings: [Diagnostic]) -> Diagnosed<[UInt8]?> {
  Diagnosed(findings.contains { $0.severity == .error } ? nil : bytes, findings)
}
