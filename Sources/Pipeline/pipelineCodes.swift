package import Diagnostics

extension DiagnosticCode {
  package static let unknownChart = DiagnosticCode(
    "pipeline.unknown-chart", "The report has no chart of that id.")

  package static let repeatedChart = DiagnosticCode(
    "pipeline.repeated-chart", "Two charts of a folder have one id, which names their files.")

  package static let nothingToBuild = DiagnosticCode(
    "pipeline.nothing-to-build",
    "The report declares no parts, or the source is a chart, which `colophon chart` draws.")

  package static let verdict = DiagnosticCode(
    "typography.verdict",
    "How many violations of the rules of typesetting, how many lines that are only kept by "
      + "relaxing what the house prefers, and how many remarks on the text a check has found.")

  /// The codes of this target.
  package static let pipelineCodes: [DiagnosticCode] =
    [
      .changedFace, .outsideFolder, .missingFile, .unknownLayout, .noHome, .layoutCycle,
      .writingFailed, .occupiedOutput, .unknownChart, .repeatedChart, .nothingToBuild, .verdict,
      .transcoded,
      .missingProfile, .changedProfile, .unnamedCondition, .unrecordedFace,
      .flattenedPicture, .unsettledProof,
    ] + tableCodes + batchCodes + lockCodes + dateCodes + policyCodes + diffCodes
}
