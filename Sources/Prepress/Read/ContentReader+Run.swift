internal import Geometry

extension ContentReader {
  /// The graphics state as far as it is followed (ISO 32000-1, 8.4).
  struct State {
    var matrix = AffineTransform.identity
    var font: FontReading?
    var fontSize = 0.0
    var leading = 0.0
    var look = Look()
    /// How many of the clips that were noted hold.
    ///
    /// They end in reverse, so that this and the notes before tell which.
    var clips = 0
  }

  /// The content of a page or a form on its way.
  struct Run {
    let resources: PDFDictionary
    let isPage: Bool
    var state = State()
    var saved: [State] = []
    var textMatrix = AffineTransform.identity
    var path = ReadPath()
    var marked = MarkedContent()

    init(resources: PDFDictionary, isPage: Bool) {
      self.resources = resources
      self.isPage = isPage
    }

    /// What a form paints belongs where the form is used, and looks as the state there says.
    init(of form: PDFDictionary, resources: PDFDictionary, in run: Run) {
      self.init(resources: resources, isPage: false)
      state = run.state
      if let identifier = run.identifier { marked.begin(.tagged(identifier)) }
      if run.isMargin { marked.begin(.artifact) }
    }

    var isMargin: Bool { marked.isArtifact }
    var identifier: Int? { marked.identifier }
  }

  mutating func take(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) {
    guard let name = ContentOperator.byName[operation.name] else {
      return note(scanner.content[operation.range], run)
    }
    switch name {
    case .save: save(&run)
    case .restore: run.state = run.saved.popLast() ?? run.state
    case .concatenate: run.state.matrix = scanner.matrix.then(run.state.matrix)
    case .move, .line, .curve, .curveFrom, .curveTo, .rectangle, .close:
      run.path.extend(name, scanner, run.state.matrix)
    case .clip, .clipEvenOdd: run.path.clip = name
    case .endPath, .fill, .fillOld, .fillEvenOdd, .stroke, .closeStroke, .fillStroke,
      .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd:
      endPath(name, &run)
    case .beginMarked, .beginMarkedPlain: begin(scanner, &run)
    case .endMarked: run.marked.end()
    case .draw: draw(scanner.name(0), run)
    case .inlineImage: noteImage(scanner.content[operation.range], run)
    case .shade: shade(scanner.name(0), run)
    case .setState: setState(scanner.name(0), &run)
    default:
      if !takeText(name, scanner, &run) { setLook(name, scanner, &run) }
    }
  }

  /// Deeper than any program writes (annex C allows 28) a page is not followed.
  private static let saveLimit = 512

  private mutating func save(_ run: inout Run) {
    guard run.saved.count < ContentReader.saveLimit else { return noteDamage() }
    run.saved.append(run.state)
  }

  // MARK: Paths

  private mutating func endPath(_ name: ContentOperator, _ run: inout Run) {
    let isClip = run.path.clip != nil && !isWholePage(run.path)
    if name != .endPath || isClip { note(run.path, name, run) }
    if isClip { run.state.clips += 1 }
    run.path.removeAll()
  }

  private mutating func note(_ path: ReadPath, _ name: ContentOperator, _ run: Run) {
    noteLook(name, run)
    note(path.clip?.code ?? 0, run)
    if ContentReader.strokes.contains(name) { noteScale(run) }
    for segment in path.segments { note(segment, run) }
    for point in path.points { note(point, run) }
  }

  private static let strokes: Set<ContentOperator> = [
    .stroke, .closeStroke, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke,
    .closeFillStrokeEvenOdd,
  ]

  /// What line width and dashes, which are lengths of the user space, come to on the page.
  private mutating func noteScale(_ run: Run) {
    for value in run.state.matrix.values.prefix(4) { note(value * 64, run) }
  }

  // MARK: Marked content

  private func begin(_ scanner: ContentScanner, _ run: inout Run) {
    if scanner.name(0) == "Artifact" {
      run.marked.begin(.artifact)
    } else if run.isPage, let identifier = scanner.markedIdentifier(run.resources, in: file) {
      run.marked.begin(.tagged(identifier))
    } else {
      run.marked.begin(.plain)
    }
  }

  // MARK: Images and forms

  private mutating func noteImage(_ image: ArraySlice<UInt8>, _ run: Run) {
    noteLook(.draw, run)
    note(run.state.matrix, run)
    note(image, run)
  }

  private mutating func shade(_ name: String, _ run: Run) {
    let shading = object("Shading", name, run)
    noteImage(resources.digest(of: shading, in: file)[...], run)
  }

  private mutating func draw(_ name: String, _ run: Run) {
    let object = object("XObject", name, run)
    guard let form = file.dictionary(object) else { return noteDamage() }
    guard file.name(form["Subtype"]) == "Form" else {
      return noteImage(resources.digest(of: object, in: file)[...], run)
    }
    guard let data = file.data(object, &budget) else { return noteDamage() }
    var inner = Run(
      of: form, resources: file.dictionary(form["Resources"]) ?? run.resources, in: run)
    if let values = file.array(form["Matrix"])?.compactMap({ file.number($0) }), values.count == 6 {
      inner.state.matrix = AffineTransform(values).then(inner.state.matrix)
    }
    clip(&inner, to: file.box(form["BBox"]))
    let group = form["Group"].map { resources.digest(of: $0, in: file) }
    // Where a group ends decides what is mixed as one (11.4.3).
    if let group { noteImage(group[...], inner) }
    self.run(data, inner)
    if let group { note(group[...], inner) }
  }

  /// A form shows nothing outside of its box (8.10.1).
  private mutating func clip(_ run: inout Run, to box: [Double]?) {
    guard let box = Rect(box: box) else { return }
    run.path.add(box, run.state.matrix)
    run.path.clip = .clip
    endPath(.endPath, &run)
  }
}
