internal import Diagnostics
internal import Stylesheet
internal import Typography

/// The catalogue that `colophon fonts` speaks of, and where its lock lies.
struct FontsSubject {
  var catalogue: FontCatalogue
  var map: SourceMap
  /// The folder of the lock.
  var folder: String
  var press: PressStyle?
  var layoutFolders: [String] = []
}

/// The subject of a request: a report with its layout, or the home alone.
func subject(of request: FontsRequest, _ world: any World) -> Diagnosed<FontsSubject> {
  if let report = request.report {
    let compilation = compile(report, CompileOptions(home: request.home), world: world)
    let layout = compilation.layout
    return Diagnosed(
      FontsSubject(
        catalogue: layout.catalogue, map: compilation.map, folder: compilation.folder.path,
        press: layout.stylesheet.press, layoutFolders: layout.folders),
      compilation.diagnostics.filter { $0.severity == .error })
  }
  guard let home = request.home ?? findHome(above: ".", world) else {
    return Diagnosed(
      FontsSubject(catalogue: FontCatalogue(), map: SourceMap(), folder: "."),
      [Diagnostic(.noHome, "no folder with Layouts/ and Fonts/ was found")])
  }
  var loader = LayoutLoader(
    world: world, home: home, report: home, isLocked: false, map: SourceMap())
  let catalogue = loader.loadCatalogue()
  return Diagnosed(
    FontsSubject(catalogue: catalogue, map: loader.map, folder: home), loader.diagnostics)
}
