internal import Foundation

/// Reads a report and everything that it names, and checks each part of it.
///
/// - Parameters:
///   - path: the report's folder, a single Markdown file, or a chart specification in YAML.
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
    return compiler.compile(name: url.lastPathComponent, single: nil)
  }
  let name = url.deletingPathExtension().lastPathComponent
  let folder = Folder(world: world, path: url.deletingLastPathComponent().relativePath)
  var compiler = Compiler(folder: folder, world, options)
  if ["yaml", "yml"].contains(url.pathExtension) {
    return compiler.compile(name: name, chart: url.lastPathComponent)
  }
  return compiler.compile(name: name, single: url.lastPathComponent)
}
