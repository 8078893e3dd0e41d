/// Writes diagnostics as JUnit XML, which CI systems show as tests: one case for each code.
///
/// A case fails when the code was reported as an error; warnings and notes stand in its output and
/// do not fail it. A case is skipped when all that was found is let pass, with the reasons. Codes that
/// were not met are passed cases.
package struct JUnitDiagnosticRenderer: Sendable {
  private let text: TextDiagnosticRenderer
  private let suite: String
  private let codes: [DiagnosticCode]

  /// - Parameters:
  ///   - map: the sources that spans refer to.
  ///   - folder: the folder that relative file names are shown below.
  ///   - suite: name of the test suite, normally the report's.
  ///   - codes: every code that the run could have reported.
  package init(map: SourceMap, folder: String = "", suite: String, codes: [DiagnosticCode]) {
    self.text = TextDiagnosticRenderer(map: map, folder: folder)
    self.suite = suite
    self.codes = codes
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    let known = Set(codes)
    var unknown = Set<DiagnosticCode>()
    let further = diagnostics.map(\.code).filter {
      !known.contains($0) && unknown.insert($0).inserted
    }
    let byCode = Dictionary(grouping: diagnostics, by: \.code)
    let cases = (codes + further).map { (code: $0, diagnostics: byCode[$0] ?? []) }
    let failures = cases.count { $0.diagnostics.contains(where: \.isFailure) }
    let skipped = cases.count { isSkipped($0.diagnostics) }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
      <testsuite name="\(escapedMarkup(suite))" \(counts)>
      \(cases.map { element($0.code, $0.diagnostics) }.joined())</testsuite>
      </testsuites>

      """
  }

  private func element(_ code: DiagnosticCode, _ diagnostics: [Diagnostic]) -> String {
    let parts = code.id.split(separator: ".", maxSplits: 1)
    let target = escapedMarkup(String(parts.first ?? ""))
    let name = escapedMarkup(String(parts.last ?? ""))
    let head = "<testcase classname=\"\(target)\" name=\"\(name)\""
    guard !diagnostics.isEmpty else { return head + "/>\n" }
    if isSkipped(diagnostics) { return head + ">\n" + skip(diagnostics) + "</testcase>\n" }
    let errors = diagnostics.filter(\.isFailure)
    let others = diagnostics.filter { !$0.isFailure }
    return head + ">\n" + failure(errors) + output(others) + "</testcase>\n"
  }

  private func isSkipped(_ diagnostics: [Diagnostic]) -> Bool {
    !diagnostics.isEmpty && diagnostics.allSatisfy { $0.allowance != nil }
  }

  private func skip(_ diagnostics: [Diagnostic]) -> String {
    var reasons: [String] = []
    for case let reason? in diagnostics.map(\.allowance) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    let text = diagnostics.map(text.render).joined(separator: "\n")
    let message = escapedMarkup(reasons.joined(separator: "; "))
    return "<skipped message=\"\(message)\">\(escapedMarkup(text))</skipped>\n"
  }

  private func failure(_ errors: [Diagnostic]) -> String {
    guard let first = errors.first else { return "" }
    let further = errors.count == 1 ? "" : ", and \(errors.count - 1) more"
    let message = first.message + further
    return
      "<failure message=\"\(escapedMarkup(message))\">\(escapedMarkup(text.render(errors)))</failure>\n"
  }

  private func output(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let text = diagnostics.map(text.render).joined(separator: "\n")
    return "<system-out>\(escapedMarkup(text))</system-out>\n"
  }
}
