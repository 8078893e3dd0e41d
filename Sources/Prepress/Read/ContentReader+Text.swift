internal import Geometry

extension ContentReader {
  /// Takes an operator for text (ISO 32000-1, 9.3 and 9.4).
  ///
  /// - Returns: false when it is another.
  mutating func takeText(
    _ name: ContentOperator, _ scanner: ContentScanner, _ run: inout Run
  ) -> Bool {
    switch name {
    case .beginText: run.textMatrix = .identity
    case .endText: break
    case .setFont:
      run.state.font = object("Font", scanner.name(0), run).flatMap { resources.font($0, in: file) }
      run.state.fontSize = scanner.number(1)
    case .setLeading: run.state.leading = scanner.number(0)
    case .moveLine: run.moveLine(scanner.number(0), scanner.number(1))
    case .moveLineLeading:
      run.state.leading = -scanner.number(1)
      run.moveLine(scanner.number(0), scanner.number(1))
    case .setMatrix: run.textMatrix = scanner.matrix
    case .nextLine: run.moveLine(0, -run.state.leading)
    case .show, .showSpaced: show(scanner.text(0), run)
    case .showNext: showNext(scanner.text(0), &run)
    case .showNextSpaced:
      run.state.look.set("Tw", scanner.text(0))
      run.state.look.set("Tc", scanner.text(1))
      showNext(scanner.text(2), &run)
    default: return false
    }
    return true
  }

  private mutating func showNext(_ operand: ArraySlice<UInt8>, _ run: inout Run) {
    run.moveLine(0, -run.state.leading)
    show(operand, run)
  }

  private mutating func show(_ operand: ArraySlice<UInt8>, _ run: Run) {
    var parser = PDFParser(Array(operand), at: 0)
    guard let font = run.state.font, let object = try? parser.object() else { return noteDamage() }
    let shown = ShownText(object, in: font, file)
    if shown.isNumber && (run.isMargin || !isTagged) {
      noteNumber(shown, run)
    } else {
      noteText(shown, run)
    }
  }

  private mutating func noteText(_ shown: ShownText, _ run: Run) {
    noteLook(.show, run)
    note(Array((run.state.font?.name ?? "").utf8)[...], run)
    note(run.glyphMatrix, run)
    for gap in shown.gaps { note(gap, run) }
    let placed = run.textMatrix.then(run.state.matrix)
    noteText(shown.text, at: Point(x: placed.tx, y: placed.ty), run)
  }
}

extension ContentReader.Run {
  /// Goes to the next line, which begins so far from this one.
  fileprivate mutating func moveLine(_ x: Double, _ y: Double) {
    textMatrix = AffineTransform.translation(Point(x: x, y: y)).then(textMatrix)
  }

  /// From an em's square to the page.
  var glyphMatrix: AffineTransform {
    AffineTransform.scale(state.fontSize, state.fontSize).then(textMatrix).then(state.matrix)
  }
}

/// What an operator shows: text, and the gaps within it in thousandths of an em.
struct ShownText {
  private(set) var text = ""
  private(set) var gaps: [Double] = []

  init(_ operand: PDFObject, in font: FontReading, _ file: PDFFile) {
    let elements: [PDFObject]
    if case .array(let array) = operand { elements = array } else { elements = [operand] }
    for element in elements {
      switch element {
      case .string(let codes): text += font.text(of: codes)
      case .integer, .real:
        let gap = file.number(element) ?? 0
        gaps.append(gap)
        if gap < ShownText.wordGap { text += " " }
      default: break
      }
    }
  }

  /// Whether it is a number that may be that of the page, which comes out otherwise, and at another
  /// place, when the page has another number.
  var isNumber: Bool { text.utf8.allSatisfy { (48...57).contains($0) } }

  /// A gap of this many thousandths of an em parts words where a file has no spaces.
  private static let wordGap = -200.0
}
