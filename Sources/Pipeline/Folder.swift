package import Diagnostics
internal import Manuscript

extension DiagnosticCode {
  package static let outsideFolder = DiagnosticCode(
    "pipeline.outside-folder",
    "A path leads out of the report's folder. A report reads only what lies in its own folder, so "
      + "that a report from elsewhere cannot take other files along.")
  package static let missingFile = DiagnosticCode(
    "pipeline.missing-file", "A file that the report or its layout names does not exist.")
  package static let transcoded = DiagnosticCode(
    "pipeline.transcoded",
    "A data file is not UTF-8, but can be read as GB 18030, as spreadsheets in Chinese write it. If "
      + "that is not what it is, its text comes out as other characters: save it as UTF-8.")
}

/// A folder that files are read from and never left.
struct Folder: Sendable {
  let world: any World
  let path: String
  /// The path with links resolved, as they were when the folder was named; nil when there is none.
  private let root: String?

  init(world: any World, path: String) {
    self.world = world
    self.path = path
    root = world.realPath(path)
  }

  /// Reads a file of the folder by its relative path.
  ///
  /// - Throws: a reason in words when the path leads outside, by `..` or through a link.
  func read(_ relative: String) -> Result<[UInt8], ReportFiles.Failure> {
    let full = path + "/" + relative
    guard Folder.normal(relative) != nil else {
      return .failure(.unreadable("it lies outside the report"))
    }
    guard let real = world.realPath(full) else { return .failure(.missing) }
    guard let root, real.hasPrefix(root + "/") else {
      return .failure(.unreadable("it lies outside the report"))
    }
    return world.read(full).mapError { error in
      switch error {
      case .missing: .missing
      case .unreadable(let reason): .unreadable(reason)
      }
    }
  }

  /// A relative path without `.` and `..`; nil when it is none or leads outside.
  static func normal(_ relative: String) -> String? {
    guard !relative.isEmpty, !relative.hasPrefix("/") else { return nil }
    var steps: [Substring] = []
    for step in relative.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }

  var files: ReportFiles {
    ReportFiles(paths: { world.files(in: path) }, read: { read($0) })
  }

  /// Reads a file that something at a span names; a diagnostic when that fails.
  func read(_ relative: String, at span: SourceSpan) -> Diagnosed<[UInt8]?> {
    switch read(relative) {
    case .success(let bytes): return Diagnosed(bytes)
    case .failure(.missing):
      return Diagnosed(
        nil,
        [
          Diagnostic(.missingFile, "the file “\(relative)” does not exist", at: span)
            .hinting(suggestion(for: relative, among: world.files(in: path)))
        ])
    case .failure(.unreadable(let reason)):
      return Diagnosed(
        nil,
        [Diagnostic(.outsideFolder, "“\(relative)” cannot be read: \(reason)", at: span)])
    }
  }
}
