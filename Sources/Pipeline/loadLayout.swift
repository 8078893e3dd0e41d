internal import Declarations
package import Diagnostics
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let unknownLayout = DiagnosticCode(
    "pipeline.unknown-layout",
    "The report names a layout that is neither a folder under Layouts/ nor one in the report.")
  package static let noHome = DiagnosticCode(
    "pipeline.no-home",
    "The folder with Layouts/ and Fonts/ was found neither above the report nor above the program. "
      + "Name it with --home.")
  package static let layoutCycle = DiagnosticCode(
    "pipeline.layout-cycle", "Layouts extend each other in a circle.")
}

/// A layout with the fonts that it is set in, and the folders that its artwork lies in.
struct LoadedLayout: Sendable {
  var stylesheet: Stylesheet
  var fonts: FontLibrary
  var catalogue: FontCatalogue
  /// Folders of the layout and of those that it extends, the nearest first.
  var folders: [String]
  /// Files read, for the manifest: name and content.
  var files: [(name: String, bytes: [UInt8])] = []
}

/// Reads the font catalogue and a layout with all that it extends.
struct LayoutLoader {
  let world: any World
  let home: String
  let report: String
  let isLocked: Bool
  var map: SourceMap
  var diagnostics: [Diagnostic] = []
  private var files: [(name: String, bytes: [UInt8])] = []
  private var folders: [String] = []

  init(world: any World, home: String, report: String, isLocked: Bool, map: SourceMap) {
    self.world = world
    self.home = home
    self.report = report
    self.isLocked = isLocked
    self.map = map
  }

  mutating func load(
    _ name: Spanned<String>, language: String?, notes: YAMLValue
  ) -> LoadedLayout {
    let catalogue = loadCatalogue()
    let opened = FontLibrary.open(catalogue)
    diagnostics += opened.diagnostics
    if !isLocked { diagnostics += checkFaces(catalogue, world: world) }
    var layout = LayoutDeclaration()
    read(name, into: &layout, path: [])
    diagnostics += layout.read(notes: notes)
    let sheet = resolveStylesheet(layout, roles: opened.value.roleNames, language: language)
    diagnostics += sheet.diagnostics
    if isLocked { checkLock(catalogue, sheet.value.press) }
    return LoadedLayout(
      stylesheet: sheet.value, fonts: opened.value, catalogue: catalogue, folders: folders,
      files: files)
  }

  /// Holds this machine against the lock of the report, else that of the home.
  private mutating func checkLock(_ catalogue: FontCatalogue, _ press: PressStyle) {
    let name = Lock.name
    guard
      let yaml = readYAML("\(report)/\(name)", as: name) ?? readYAML("\(home)/\(name)", as: name)
    else {
      diagnostics.append(
        Diagnostic(.missingLock, "there is no \(name)", hints: ["run `colophon fonts lock`"]))
      return
    }
    let recorded = yaml.decode(Lock.self)
    diagnostics += recorded.diagnostics
    guard recorded.diagnostics.isEmpty, !yaml.isUnread else { return }
    let found = recordLock(of: catalogue, press: press, folders: folders, world: world)
    diagnostics += compare(recorded: recorded.value, found: found)
  }

  mutating func loadCatalogue() -> FontCatalogue {
    guard let yaml = readYAML(home + "/Fonts/fonts.yaml", as: "Fonts/fonts.yaml") else {
      diagnostics.append(Diagnostic(.missingFile, "Fonts/fonts.yaml does not exist in \(home)"))
      return FontCatalogue()
    }
    let catalogue = decodeFontCatalogue(yaml)
    diagnostics += catalogue.diagnostics
    return catalogue.value
  }

  /// Reads what a layout extends, then the layout over it.
  private mutating func read(
    _ name: Spanned<String>, into layout: inout LayoutDeclaration, path: [String]
  ) {
    guard !path.contains(name.value) else {
      let circle = (path + [name.value]).joined(separator: " → ")
      diagnostics.append(
        Diagnostic(.layoutCycle, "layouts extend each other: \(circle)", at: name.span))
      return
    }
    guard let folder = folder(of: name.value) else {
      diagnostics.append(unknown(name))
      return
    }
    folders.append(folder)
    var documents: [YAMLValue] = []
    for file in world.files(in: folder) where file.hasSuffix(".yaml") && !file.contains("/") {
      if let yaml = readYAML(folder + "/" + file, as: "Layouts/\(name.value)/\(file)") {
        documents.append(yaml)
      }
    }
    for document in documents {
      if let parent = LayoutDeclaration.parent(in: document) {
        read(parent, into: &layout, path: path + [name.value])
      }
    }
    for document in documents { diagnostics += layout.read(document) }
    layout.settleWords()
  }

  private func folder(of name: String) -> String? {
    guard Folder.normal(name) == name else { return nil }
    return [home + "/Layouts/" + name, report + "/" + name].first(where: world.isFolder)
  }

  private func unknown(_ name: Spanned<String>) -> Diagnostic {
    let known = Set(
      world.files(in: home + "/Layouts").compactMap { path in
        path.split(separator: "/").first.map(String.init)
      }
    ).sorted()
    return Diagnostic(.unknownLayout, "unknown layout “\(name.value)”", at: name.span).hinting(
      suggestion(for: name.value, among: known)
        ?? "layouts there are: \(known.joined(separator: ", "))")
  }

  private func place(of path: String) -> String {
    let isInReport = path.hasPrefix(report + "/")
    return isInReport ? String(path.dropFirst(report.count + 1)) : world.realPath(path) ?? path
  }

  private mutating func readYAML(_ path: String, as name: String) -> YAMLValue? {
    guard case .success(let bytes) = world.read(path) else { return nil }
    files.append((name, bytes))
    // Findings name the file by where it lies: it is seldom below the report.
    let source = map.add(file: place(of: path), text: bytes)
    let parsed = parseYAML(bytes, source: source)
    diagnostics += parsed.diagnostics
    return parsed.value
  }
}
