internal import Declarations
internal import Foundation

/// Reads a report and everything that it names, and checks each part of it.
///
/// - Parameters:
///   - path: the report's folder, a single Markdown file, or a chart specification in YAML.
///   - home: the folder with `Layouts/` and `Fonts/`; nil to look for it.
///   - isLocked: whether what differs from `colophon.lock` is an error.
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
    return compiler.compile(name: url.lastPathComponent, single: nil, home: home)
  }
  let name = url.deletingPathExtension().lastPathComponent
  let folder = Folder(world: world, path: url.deletingLastPathComponent().relativePath)
  var compiler = Compiler(
    folder: folder, world: world, isLocked: isLocked, parameters: parameters)
  if ["yaml", "yml"].contains(url.pathExtension) {
    return compiler.compile(name: name, chart: url.lastPathComponent, home: home)
  }
  return compiler.compile(name: name, single: url.lastPathComponent, home: home)
}
