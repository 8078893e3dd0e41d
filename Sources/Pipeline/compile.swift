internal import Foundation

/// Reads a report and everything that it names, and checks each part of it.
///
/// - Parameters:
///   - path: the report's folder, a single Markdown file, a chart specification in YAML, or a folder
///     of such specifications.
///   - options: how it is read.
///   - world: where all files come from.
/// - Returns: the report as far as it could be read, with all findings.
func compile(_ path: String, _ options: CompileOptions, world: any World) -> Compilation {
  let url = URL(fileURLWithPath: path)
  if url.lastPathComponent == "report.yaml" {
    return compile(url.deletingLastPathComponent().relativePath, options, world: world)
  }
  if world.isFolder(path) {
    // All of a folder's name: reports of two years may differ in what looks like an extension.
    var compiler = Compiler(folder: Folder(world: world, path: path), world, options)
    let charts = specifications(in: path, world)
    return charts.isEmpty
      ? compiler.compile(name: url.lastPathComponent, single: nil)
      : compiler.compile(name: url.lastPathComponent, charts: charts)
  }
  let name = url.deletingPathExtension().lastPathComponent
  let folder = Folder(world: world, path: url.deletingLastPathComponent().relativePath)
  var compiler = Compiler(folder: folder, world, options)
  if ["yaml", "yml"].contains(url.pathExtension) {
    return compiler.compile(name: name, charts: [url.lastPathComponent])
  }
  return compiler.compile(name: name, single: url.lastPathComponent)
}

/// The chart specifications of a folder that holds no report, in the order of their names.
private func specifications(in path: String, _ world: any World) -> [String] {
  let files = world.files(in: path)
  guard !files.contains("report.yaml") else { return [] }
  return files.filter { !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
    .sorted()
}
