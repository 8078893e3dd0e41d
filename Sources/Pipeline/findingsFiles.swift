internal import Diagnostics

/// The version of Colophon, as the command line, SARIF and the manifest name it.
package let colophonVersion = "0.1.0"

/// The findings of a build as files for machines: JSON Lines, SARIF and JUnit.
///
/// Places are relative to the report, so that the bytes are the same wherever it lies.
func findingsFiles(_ compilation: Compilation) -> [OutputFile] {
  let map = compilation.map
  let codes = DiagnosticCatalogue.codes
  let found = compilation.judged
  let texts = [
    ("diagnostics.json", JSONDiagnosticRenderer(map: map, folder: "").render(found)),
    (
      "diagnostics.sarif",
      SARIFDiagnosticRenderer(map: map, folder: "", version: colophonVersion, codes: codes)
        .render(found)
    ),
    (
      "junit.xml",
      JUnitDiagnosticRenderer(map: map, folder: "", suite: compilation.name, codes: codes)
        .render(found)
    ),
  ]
  return texts.map { OutputFile(path: $0.0, bytes: Array($0.1.utf8)) }
}
