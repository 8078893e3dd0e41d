internal import Declarations
internal import Foundation

/// Reads a report and everything that it names, and checks each part of it.
///
/// - Parameters:
///   - path: the report's folder, a single Markdown file, a chart specification in YAML, or a folder
///     of such specifications.
///   - home: the folder with `Layouts/` and `Fonts/`; nil to look for it.
///   - isLocked: whether fonts that differ from their checksums are errors.
///   - parameters: what stands for the declared values of the report's parameters.
///   - world: where all files come from.
/// - Returns: the report as far as it could be read, with all findings.
func compile(
  _ path: String, home: String?, isLocked: Bool = false,
  parameters: Parameters = Parameters(), world: any World
) -> Compilation {
  let url = URL(fileURLWithPath: path)
  if url.lastPathComponent == "report.yaml" {
    return compile(
      url.deletingLastPathComponent().relativePath, home: home, isLocked: isLocked,
      parameters: parameters, world: world)
  }
  if world.isFolder(path) {
    // All of a folder's name: reports of two years may differ in what looks like an extension.
    var compiler = Compiler(
      folder: Folder(world: world, path: path), world: world, isLocked: isLocked,
      parameters: parameters)
    let charts = specifications(in: path, world)
    return charts.isEmpty
      ? compiler.compile(name: url.lastPathComponent, single: nil, home: home)
      : compiler.compile(name: url.lastPathComponent, charts: charts, home: home)
  }
  let name = url.deletingPathExtension().lastPathComponent
  let folder = Folder(world: world, path: url.deletingLastPathComponent().relativePath)
  var compiler = Compiler(
    folder: folder, world: world, isLocked: isLocked, parameters: parameters)
  if ["yaml", "yml"].contains(url.pathExtension) {
    return compiler.compile(name: name, charts: [url.lastPathComponent], home: home)
  }
  return compiler.compile(name: name, single: url.lastPathComponent, home: home)
}

/// The chart specifications of a folder that holds no report, in the order of their names.
private func specifications(in path: String, _ world: any World) -> [String] {
  let files = world.files(in: path)
  guard !files.contains("report.yaml") else { return [] }
  return files.filter { !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
    .sorted()
}
