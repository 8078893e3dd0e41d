package import Diagnostics

extension DiagnosticCode {
  package static let variantName = DiagnosticCode(
    "batch.variant-name",
    "The column `variant` of the table names the variants: each name is there once, holds letters, "
      + "digits, hyphens, dots and underscores, and becomes the name of the variant's folder.")
  package static let unknownVariantColumn = DiagnosticCode(
    "batch.unknown-column", "A column is named that the table of variants does not have.")
  package static let noVariants = DiagnosticCode(
    "batch.no-variants", "The table of variants has no rows, so that there is nothing to build.")
  package static let variantFailed = DiagnosticCode(
    "batch.failed", "A variant could not be built; its findings say why. The others are whole.")
  package static let figureParity = DiagnosticCode(
    "batch.figure-parity",
    "All variants of a report print the same figures, and variants that agree in the column of "
      + "--parity print the same values.")
  package static let brokenBatch = DiagnosticCode(
    "batch.broken-manifest", "A manifest of a batch, or of a variant, cannot be read.")
  package static let shardMismatch = DiagnosticCode(
    "batch.shard-mismatch",
    "Shards that are merged come from one report, one table of variants and one division.")
  package static let missingVariant = DiagnosticCode(
    "batch.missing", "A shard, a variant or one of its files is missing from what is merged.")
  package static let repeatedVariant = DiagnosticCode(
    "batch.built-twice", "A shard or a variant stands in more than one of the merged manifests.")
  package static let changedOutput = DiagnosticCode(
    "batch.changed-output", "A file of a variant is not the one that its manifest records.")

  package static let rebuiltVariant = DiagnosticCode(
    "batch.rebuilt",
    "A variant that was built before is built again, because what it was made of, who made it, or what "
      + "came of it has changed.")

  static let batchCodes: [DiagnosticCode] = [
    .variantName, .unknownVariantColumn, .noVariants, .variantFailed, .figureParity, .brokenBatch,
    .shardMismatch, .missingVariant, .repeatedVariant, .changedOutput, .rebuiltVariant,
  ]
}
