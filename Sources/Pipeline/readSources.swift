internal import Declarations
internal import Diagnostics
internal import Figures
internal import Foundation
internal import Manuscript
internal import Stylesheet
internal import Synchronization

extension Compiler {
  mutating func readReport(_ single: String?) -> Report {
    let files = log.recording(folder.files)
    let read =
      if let single {
        Report.read(
          single: single, from: files, into: &map, parameters: options.parameters,
          parse: options.parsed)
      } else {
        Report.read(
          from: files, into: &map, parameters: options.parameters, parse: options.parsed)
      }
    diagnostics += read.diagnostics
    return read.value
  }

  mutating func loadData(_ report: Report) -> DataLayer {
    let named = report.declaration.figures
    let path = named?.value ?? "data/figures.yaml"
    guard case .success(let text) = log.recording(folder.files).read(path) else {
      if let named { diagnostics += folder.read(path, at: named.span).diagnostics }
      return .empty
    }
    let source = map.add(file: path, text: text)
    let base = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let layer = readingData(below: base) { input in
      input.declarations = DataFile(source: source, text: text)
      input.parameters = report.parameters
      return DataLayer.load(input)
    }
    diagnostics += layer.diagnostics
    return layer.value
  }

  /// Gives the data layer a way to the files below a folder of the report, each of which the source
  /// map and the log then know.
  mutating func readingData<Value>(
    below base: String, _ read: (inout FiguresInput) -> Value
  ) -> Value {
    let (folder, log, world) = (folder, log, world)
    // The data layer reads through a closure that cannot hold the map `inout`.
    let sources = Mutex(map)
    var input = FiguresInput(
      declarations: nil, environment: { world.environment($0) },
      read: { name, span in
        let path = name.hasPrefix("/") ? name : Folder.normal(base + name) ?? base + name
        switch log.recording(folder.files).read(path) {
        case .success(let bytes):
          let id = sources.withLock { $0.add(file: path, text: bytes) }
          return Diagnosed(
            DataFile(source: id, text: bytes), transcoding(of: path, bytes, source: id))
        case .failure(.missing): return Diagnosed(nil)
        case .failure: return Diagnosed(nil, folder.read(path, at: span).diagnostics)
        }
      })
    let value = read(&input)
    map = sources.withLock { $0 }
    return value
  }

  mutating func loadLayout(_ report: Report) -> LoadedLayout {
    let found = options.home ?? findHome(above: folder.path, world)
    if found == nil {
      diagnostics.append(Diagnostic(.noHome, "no folder with Layouts/ and Fonts/ was found"))
    }
    var loader = LayoutLoader(
      world: world, home: found ?? ".", report: folder.path, isLocked: options.isLocked, map: map)
    let language = report.declaration.language
    let layout = loader.load(
      report.declaration.layout ?? Spanned("article", at: .none),
      language: language.span == .none ? nil : language.value, notes: report.declaration.notes)
    map = loader.map
    diagnostics += loader.diagnostics
    return layout
  }
}

/// A warning that data are not read as UTF-8: a damaged file can pass for one in GB 18030, and its
/// text would then be printed as other characters.
private func transcoding(of path: String, _ bytes: [UInt8], source: SourceID) -> [Diagnostic] {
  // A database is no text.
  guard !bytes.starts(with: Array("SQLite format 3\0".utf8)) else { return [] }
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return []
  } catch {
    let start = error.byteOffsets.lowerBound
    return [
      Diagnostic(
        .transcoded, "“\(path)” is not UTF-8 and is read as GB 18030", severity: .warning,
        at: SourceSpan(source: source, range: start..<start + 1),
        hints: ["save the file as UTF-8"])
    ]
  }
}

/// The nearest folder above a report, the working folder or the program that holds `Layouts` and
/// `Fonts`.
func findHome(above path: String, _ world: any World) -> String? {
  let program = CommandLine.arguments.first.flatMap { world.realPath($0) } ?? "/"
  for start in [path, ".", program] {
    var url = URL(fileURLWithPath: world.realPath(start) ?? start)
    while url.path != "/" {
      let folder = url.path
      if world.isFolder(folder + "/Layouts") && world.isFolder(folder + "/Fonts") { return folder }
      url.deleteLastPathComponent()
    }
  }
  return nil
}
