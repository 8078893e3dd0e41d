internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Foundation

/// Does all that a build does and writes nothing; a finished PDF is checked against the standards
/// that it names.
package func check(
  _ request: CheckRequest, progress: @escaping ProgressHandler = { _ in },
  world: any World = FileWorld()
) async -> BuildOutcome {
  if request.subject.hasSuffix(".pdf") { return checkFile(request, progress: progress, world) }
  var clock = PhaseClock(progress: progress)
  let tasks = threadCount(asked: request.jobs)
  clock.begin("reading")
  var compilation = compile(
    request.subject,
    CompileOptions(
      home: request.home, isLocked: request.isLocked,
      parameters: Parameters(request.parameters), tasks: tasks), world: world)
  compilation.input.inspectsLines = true
  let document = await composed(&compilation, tasks: tasks, &clock)
  if document != nil {
    compilation.diagnostics += compilation.unusedAllowances(editions: [], inspectsLines: true)
  }
  var result = outcome(compilation, clock)
  result.summary =
    document.map { "\(count($0.pages.count, "page")), \(verdict(on: result.diagnostics))" } ?? ""
  // A sound report has no finding at all, not even that it has none.
  if result.diagnostics.contains(where: { $0.isTypographic }) {
    result.diagnostics.append(
      Diagnostic(.verdict, verdict(on: result.diagnostics), severity: .note))
  }
  if let format = request.figures, let document, !result.hasErrors {
    compilation.hashFiles()
    let list = FigureList(
      numbers: printedNumbers(on: document, compilation), document: document,
      map: compilation.map, folder: compilation.folder.path)
    result.product = format == .table ? list.table : list.lines
  }
  return result
}

/// `0 violations, 3 relaxations`, and how many remarks on the text where there are any.
private func verdict(on diagnostics: [Diagnostic]) -> String {
  let diagnostics = diagnostics.filter { $0.allowance == nil }
  let violations = diagnostics.count { DiagnosticCode.typographyViolations.contains($0.code) }
  let relaxations = diagnostics.count { $0.code == .lineRelaxation }
  let remarks = diagnostics.count { $0.code == .textRemark }
  return
    ([count(violations, "violation"), count(relaxations, "relaxation")]
    + (remarks > 0 ? [count(remarks, "remark") + " on the text"] : []))
    .joined(separator: ", ")
}

extension Diagnostic {
  /// Whether the finding counts in the verdict on typesetting.
  fileprivate var isTypographic: Bool {
    DiagnosticCode.typographyViolations.contains(code) || code == .lineRelaxation
      || code == .textRemark
  }
}
