internal import Geometry

extension ContentReader {
  /// Takes an operator for text (ISO 32000-1, 9.3 and 9.4).
  ///
  /// - Returns: false when it is another.
  mutating func takeText(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) -> Bool {
    switch ContentOperator.byName[operation.name] {
    case .beginText: run.textMatrix = .identity
    case .endText: break
    case .setFont:
      run.font = font(scanner.name(0), run)
      run.fontSize = scanner.number(1)
    case .setLeading: run.leading = scanner.number(0)
    case .moveLine: run.moveLine(scanner.number(0), scanner.number(1))
    case .moveLineLeading:
      run.leading = -scanner.number(1)
      run.moveLine(scanner.number(0), scanner.number(1))
    case .setMatrix: run.textMatrix = matrix(scanner)
    case .nextLine: run.moveLine(0, -run.leading)
    case .show, .showSpaced: show(scanner.text(0), run)
    case .showNext, .showNextSpaced:
      run.moveLine(0, -run.leading)
      show(scanner.text(ContentOperator.byName[operation.name] == .showNext ? 0 : 2), run)
    default: return false
    }
    return true
  }

  private mutating func font(_ name: String, _ run: Run) -> FontReading? {
    guard let object = file.dictionary(run.resources["Font"])?[name] else { return nil }
    return resources.font(object, in: file)
  }

  private mutating func show(_ operand: ArraySlice<UInt8>, _ run: Run) {
    var parser = PDFParser(Array(operand), at: 0)
    guard let object = try? parser.object() else { return noteDamage() }
    let elements: [PDFObject]
    if case .array(let array) = object { elements = array } else { elements = [object] }
    let placed = run.textMatrix.then(run.matrix)
    var text = ""
    var gaps: [Double] = []
    for element in elements {
      switch element {
      case .string(let codes): text += run.font?.text(of: codes) ?? ""
      case .integer, .real:
        let gap = file.number(element) ?? 0
        gaps.append(gap)
        if gap < ContentReader.wordGap { text += " " }
      default: break
      }
    }
    if isFolio(text, run) { return }
    note(run.font?.name.utf8.map { $0 }[...] ?? [], run)
    note(AffineTransform.scale(run.fontSize, run.fontSize).then(placed), run)
    for gap in gaps { note(gap, run) }
    noteText(text, at: Point(x: placed.tx, y: placed.ty), run)
  }

  /// A gap of this many thousandths of an em parts words where a file has no spaces.
  private static let wordGap = -200.0
}

extension ContentReader.Run {
  /// Goes to the next line, which begins so far from this one.
  fileprivate mutating func moveLine(_ x: Double, _ y: Double) {
    textMatrix = AffineTransform.translation(Point(x: x, y: y)).then(textMatrix)
  }
}
