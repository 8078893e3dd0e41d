package import Declarations
package import Diagnostics

/// How chapters are parsed: one by one, or by the caller in parallel; results in the same order.
package typealias ChapterParsing = ([ChapterSource]) -> [Diagnosed<Chapter>]

extension Report {
  /// Reads `report.yaml` and the chapters that it names.
  ///
  /// - Parameters:
  ///   - path: path of the declaration.
  ///   - files: where files come from.
  ///   - map: receives every file that is read.
  ///   - parameters: what stands for the declared values of parameters.
  ///   - parse: parses the chapters; one after the other unless given.
  /// - Returns: the report, as far as it could be read, and all findings.
  package static func read(
    _ path: String = "report.yaml", from files: ReportFiles, into map: inout SourceMap,
    parameters: Parameters = Parameters(),
    parse: ChapterParsing = { $0.map(parseChapter) }
  ) -> Diagnosed<Report> {
    var reader = ReportReader(files: files, map: map, parameters: parameters)
    guard let declared = reader.declaration(path) else {
      return Diagnosed(Report(declaration: ReportDeclaration(), parts: []), reader.diagnostics)
    }
    var parts: [Part] = []
    var chapters: [(part: Int, source: ChapterSource)] = []
    for declaration in declared.parts {
      var part = Part(role: declaration.role, title: declaration.title, file: declaration.file)
      if let chapter = reader.chapter(of: declaration) {
        part.source = chapter.source
        chapters.append((parts.count, chapter))
      }
      parts.append(part)
    }
    let bibliography = reader.bibliography(declared.references)
    map = reader.map
    let parsed = parse(chapters.map(\.source))
    for (chapter, result) in zip(chapters, parsed) {
      parts[chapter.part].blocks = result.value.blocks
      reader.diagnostics += result.diagnostics
    }
    let report = resolveReferences(
      Report(declaration: declared, parameters: reader.parameters, parts: parts),
      definitions: parsed.flatMap(\.value.footnotes), bibliography: bibliography)
    return Diagnosed(report.value, reader.diagnostics + report.diagnostics)
  }

  /// Reads a single Markdown file as a report of one chapter; its front matter may hold the keys of
  /// `report.yaml`.
  package static func read(
    single path: String, from files: ReportFiles, into map: inout SourceMap,
    parameters: Parameters = Parameters(), parse: ChapterParsing = { $0.map(parseChapter) }
  ) -> Diagnosed<Report> {
    var reader = ReportReader(files: files, map: map, parameters: parameters)
    guard let (text, source) = reader.file(path, namedAt: .none) else {
      return Diagnosed(Report(declaration: ReportDeclaration(), parts: []), reader.diagnostics)
    }
    let (declaration, start) = reader.frontMatter(text, source)
    let bibliography = reader.bibliography(declaration.references)
    map = reader.map
    let chapter = ChapterSource(
      text: text, source: source, start: start, isPart: false, parameters: reader.parameters)
    let parsed = parse([chapter])
    let name = SourceSpan(source: source, range: 0..<0)
    let part = Part(
      role: Spanned("chapter", at: name), file: Spanned(path, at: name), source: source,
      blocks: parsed.flatMap(\.value.blocks))
    let report = resolveReferences(
      Report(declaration: declaration, parameters: reader.parameters, parts: [part]),
      definitions: parsed.flatMap(\.value.footnotes), bibliography: bibliography)
    return Diagnosed(
      report.value, reader.diagnostics + parsed.flatMap(\.diagnostics) + report.diagnostics)
  }
}

/// Brings in files and collects what is wrong with them.
private struct ReportReader {
  /// No chapter that anyone wrote is larger; offsets of spans have room for more.
  static let maximumSize = 64 << 20

  let files: ReportFiles
  var map: SourceMap
  /// What was told; with the declared values once the declaration is read.
  var parameters: Parameters
  var diagnostics: [Diagnostic] = []

  init(files: ReportFiles, map: SourceMap, parameters: Parameters) {
    self.files = files
    self.map = map
    self.parameters = parameters
  }

  mutating func declaration(_ path: String) -> ReportDeclaration? {
    guard let (text, source) = file(path, namedAt: .none) else { return nil }
    let start = byteOrderMarkLength(text)
    let yaml = parseYAML(Array(text[start...]), source: source, base: start)
    let declared = filled(yaml.value).decode(ReportDeclaration.self)
    diagnostics += yaml.diagnostics + (yaml.diagnostics.isEmpty ? declared.diagnostics : [])
    return declared.value
  }

  /// The declaration with its parameters filled in: what it says of them, or what was told.
  private mutating func filled(_ declaration: YAMLValue) -> YAMLValue {
    let settled = settleParameters(declaration, told: parameters)
    diagnostics += settled.diagnostics
    parameters = settled.value
    return declaration.replacing(parameters)
  }

  mutating func chapter(of part: PartDeclaration) -> ChapterSource? {
    guard let path = part.file, let (text, source) = file(path.value, namedAt: path.span) else {
      return nil
    }
    return ChapterSource(text: text, source: source, parameters: parameters)
  }

  /// The entries of the bibliography, in place or in the file that is named.
  mutating func bibliography(_ declared: YAMLValue?) -> [BibliographyEntry] {
    guard var value = declared else { return [] }
    if case .scalar(let path, _) = value.content {
      guard let (text, source) = file(path, namedAt: value.span) else { return [] }
      let start = byteOrderMarkLength(text)
      let yaml = parseYAML(Array(text[start...]), source: source, base: start)
      diagnostics += yaml.diagnostics
      guard yaml.diagnostics.isEmpty else { return [] }
      value = yaml.value
    }
    var log = DecodingLog()
    let entries = Codec<[BibliographyEntry]>.list(BibliographyEntry.codec).decode(value, &log) ?? []
    let checked = checkBibliography(entries)
    diagnostics += log.diagnostics + checked.diagnostics
    return checked.value
  }

  /// Reads a file and adds it to the map.
  mutating func file(_ path: String, namedAt span: SourceSpan) -> ([UInt8], SourceID)? {
    switch files.read(path) {
    case .failure(.missing):
      diagnostics.append(
        Diagnostic(.missingPartFile, "the file “\(path)” does not exist", at: span)
          .hinting(suggestion(for: path, among: files.paths())))
    case .failure(.unreadable(let reason)):
      diagnostics.append(
        Diagnostic(.unreadablePartFile, "the file “\(path)” cannot be read: \(reason)", at: span))
    case .success(let bytes) where bytes.count > Self.maximumSize:
      diagnostics.append(Diagnostic(.tooLarge, "the file “\(path)” is too large", at: span))
    case .success(let bytes):
      let (text, invalid) = repairUTF8(bytes)
      let source = map.add(file: path, text: text)
      if let invalid {
        let span = SourceSpan(source: source, range: invalid..<invalid + 1)
        diagnostics.append(Diagnostic(.invalidUTF8, "byte \(invalid) is not UTF-8", at: span))
      }
      return (text, source)
    }
    return nil
  }

  /// The declaration between `---` and `---` at the head of a file, and the offset after it.
  mutating func frontMatter(_ text: [UInt8], _ source: SourceID) -> (ReportDeclaration, Int) {
    let start = byteOrderMarkLength(text)
    guard let (yaml, end) = frontMatterRange(text, from: start) else {
      return (ReportDeclaration(), start)
    }
    let parsed = parseYAML(Array(text[yaml]), source: source, base: yaml.lowerBound)
    let declared = filled(parsed.value).decode(ReportDeclaration.self)
    diagnostics += parsed.diagnostics
    // Nothing is required of a single file: its title is its first heading.
    diagnostics += declared.diagnostics.filter { $0.code != .missingKey }
    return (declared.value, end)
  }

  private func frontMatterRange(
    _ text: [UInt8], from start: Int
  ) -> (yaml: Range<Int>, end: Int)? {
    guard let first = line(text, at: start), isRule(text[first.content], ["---"]) else {
      return nil
    }
    var at = first.next
    while let line = line(text, at: at) {
      if isRule(text[line.content], ["---", "..."]) { return (first.next..<at, line.next) }
      at = line.next
    }
    return nil
  }

  private func isRule(_ line: ArraySlice<UInt8>, _ rules: [String]) -> Bool {
    rules.contains { line.elementsEqual($0.utf8) }
  }

  private func line(_ text: [UInt8], at start: Int) -> (content: Range<Int>, next: Int)? {
    guard start < text.count else { return nil }
    let end = text.skip(start..<text.count) { $0 != .newline }
    var content = start..<end
    while let last = text[content].last, last.isWhitespace {
      content = start..<content.upperBound - 1
    }
    return (content, min(end + 1, text.count))
  }
}
