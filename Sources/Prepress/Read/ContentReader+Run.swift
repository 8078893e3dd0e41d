internal import Geometry

extension ContentReader {
  /// The graphics state as far as it is followed (ISO 32000-1, 8.4), and what is being marked.
  struct Run {
    let resources: PDFDictionary
    let isPage: Bool
    var matrix = AffineTransform.identity
    var font: FontReading?
    var fontSize = 0.0
    var leading = 0.0
    var textMatrix = AffineTransform.identity
    var path: [Point] = []
    var isClip = false
    var saved: [(matrix: AffineTransform, font: FontReading?, size: Double)] = []
    var marked = MarkedContent()

    init(resources: PDFDictionary, isPage: Bool) {
      self.resources = resources
      self.isPage = isPage
    }

    /// What a form paints belongs where the form is used.
    init(of form: PDFDictionary, resources: PDFDictionary, in run: Run) {
      self.init(resources: resources, isPage: false)
      matrix = run.matrix
      if let identifier = run.identifier {
        marked.begin(.tagged(identifier))
      } else if run.isMargin {
        marked.begin(.artifact)
      }
    }

    var isMargin: Bool { marked.isArtifact }
    var identifier: Int? { marked.identifier }
  }

  mutating func take(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) {
    switch ContentOperator.byName[operation.name] {
    case .save: run.saved.append((run.matrix, run.font, run.fontSize))
    case .restore:
      if let saved = run.saved.popLast() { (run.matrix, run.font, run.fontSize) = saved }
    case .concatenate: run.matrix = matrix(scanner).concatenated(with: run.matrix)
    case .move, .line, .curve, .curveFrom, .curveTo, .rectangle:
      addToPath(operation, scanner, &run)
    case .close: break
    case .clip, .clipEvenOdd: run.isClip = true
    case .endPath, .fill, .fillOld, .fillEvenOdd, .stroke, .closeStroke, .fillStroke,
      .fillStrokeEvenOdd,
      .closeFillStroke, .closeFillStrokeEvenOdd:
      endPath(scanner.content[operation.range], &run)
    case .beginMarked, .beginMarkedPlain: begin(scanner, &run)
    case .endMarked: run.marked.end()
    case .draw: draw(scanner.name(0), run)
    case .setState: noteResource("ExtGState", scanner.name(0), run)
    case .shade: noteResource("Shading", scanner.name(0), run)
    case .setFillColour, .setStrokeColour: noteColour(operation, scanner, run)
    default:
      if !takeText(operation, scanner, &run) { note(scanner.content[operation.range], run) }
    }
  }

  func matrix(_ scanner: ContentScanner) -> AffineTransform {
    AffineTransform(
      a: scanner.number(0), b: scanner.number(1), c: scanner.number(2), d: scanner.number(3),
      tx: scanner.number(4), ty: scanner.number(5))
  }

  // MARK: Paths

  private func addToPath(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) {
    var numbers = scanner.operands.indices.map { scanner.number($0) }
    if ContentOperator.byName[operation.name] == .rectangle, numbers.count == 4 {
      (numbers[2], numbers[3]) = (numbers[0] + numbers[2], numbers[1] + numbers[3])
    }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      run.path.append(run.matrix.apply(Point(x: numbers[index], y: numbers[index + 1])))
    }
  }

  private mutating func endPath(_ name: ArraySlice<UInt8>, _ run: inout Run) {
    let paints = name.last != UInt8(ascii: "n")
    if paints || (run.isClip && !isWholePage(run.path)) {
      note(name, run)
      for point in run.path { note(point, run) }
    }
    run.path.removeAll(keepingCapacity: true)
    run.isClip = false
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

  // MARK: Resources

  private mutating func noteResource(_ kind: String, _ name: String, _ run: Run) {
    let object = file.dictionary(run.resources[kind])?[name]
    note(resources.digest(of: object, in: file)[...], run)
  }

  /// Colours by their numbers, patterns by what they are: their names change from file to file.
  private mutating func noteColour(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: Run
  ) {
    guard let last = scanner.operands.indices.last,
      scanner.text(last).first == UInt8(ascii: "/")
    else { return note(scanner.content[operation.range], run) }
    noteResource("Pattern", scanner.name(last), run)
  }

  private mutating func draw(_ name: String, _ run: Run) {
    let object = file.dictionary(run.resources["XObject"])?[name]
    guard let form = file.dictionary(object) else { return noteDamage() }
    guard file.name(form["Subtype"]) == "Form" else {
      note(run.matrix, run)
      return note(resources.digest(of: object, in: file)[...], run)
    }
    guard let data = file.data(object, &budget) else { return noteDamage() }
    var inner = Run(
      of: form, resources: file.dictionary(form["Resources"]) ?? run.resources, in: run)
    if let values = file.array(form["Matrix"])?.compactMap({ file.number($0) }), values.count == 6 {
      inner.matrix = AffineTransform(
        a: values[0], b: values[1], c: values[2], d: values[3], tx: values[4], ty: values[5]
      ).concatenated(with: inner.matrix)
    }
    self.run(data, inner)
  }
}

extension AffineTransform {
  /// This transform, then another.
  func concatenated(with next: AffineTransform) -> AffineTransform {
    AffineTransform(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
      d: c * next.b + d * next.d, tx: tx * next.a + ty * next.c + next.tx,
      ty: tx * next.b + ty * next.d + next.ty)
  }
}
