internal import Diagnostics
internal import Figures
internal import Foundation

/// One row of the table of a batch.
struct Variant: Sendable {
  /// Row in the table, from 0.
  var index: Int
  /// Name of its folder.
  var name: String
  /// The other cells of the row, by column.
  var parameters: [String: String]
  var span: SourceSpan
}

/// The table of a batch, read.
struct VariantTable: Sendable {
  /// Those that are parameters.
  var columns: [String]
  var variants: [Variant]
  var sha256: String
}

/// Reads the table of a batch: the column `variant` names the variants, the others are parameters.
func readVariants(
  _ path: String, into map: inout SourceMap, world: any World
) -> Diagnosed<VariantTable?> {
  guard case .success(let bytes) = world.read(path) else {
    return Diagnosed(nil, [Diagnostic(.missingFile, "the table “\(path)” cannot be read")])
  }
  // Findings about the report name files within it, and the table seldom lies there.
  let source = map.add(file: world.realPath(path) ?? path, text: bytes)
  let read = TextTable.read(DataFile(source: source, text: bytes))
  guard let table = read.value else { return Diagnosed(nil, read.diagnostics) }
  guard let naming = table.columns.firstIndex(of: "variant") else {
    let place = SourceSpan(source: source, range: 0..<0)
    return Diagnosed(
      nil,
      read.diagnostics + [
        Diagnostic(.variantName, "the table has no column “variant”", at: place)
          .hinting("its columns are \(table.columns.joined(separator: ", "))")
      ])
  }
  var diagnostics = read.diagnostics
  var seen: [String: SourceSpan] = [:]
  let variants = table.rows.enumerated().map { index, row in
    let name = row.cells[naming]
    if !isFolderName(name) {
      diagnostics.append(Diagnostic(.variantName, "“\(name)” is no name of a variant", at: row.span))
    } else if let first = seen.updateValue(row.span, forKey: name.lowercased()) {
      diagnostics.append(
        Diagnostic(.variantName, "the variant “\(name)” stands twice in the table", at: row.span)
          .labelled("first here", at: first))
    }
    var parameters = Dictionary(zip(table.columns, row.cells)) { first, _ in first }
    parameters["variant"] = nil
    return Variant(index: index, name: name, parameters: parameters, span: row.span)
  }
  if variants.isEmpty {
    diagnostics.append(Diagnostic(.noVariants, "the table “\(path)” has no rows"))
  }
  return Diagnosed(
    VariantTable(
      columns: table.columns.filter { $0 != "variant" }, variants: variants, sha256: sha256(bytes)), diagnostics)
}

/// Whether a name can be a folder's on any system.
private func isFolderName(_ name: String) -> Bool {
  !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 100
    && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
}
