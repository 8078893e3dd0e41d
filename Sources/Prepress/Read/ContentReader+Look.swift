internal import Geometry

extension ContentReader {
  /// Takes an operator for colours (ISO 32000-1, 8.6.8), or another that sets a parameter of the state
  /// to its operands.
  mutating func setLook(_ name: ContentOperator, _ scanner: ContentScanner, _ run: inout Run) {
    switch name {
    case .setFillSpace: setColour("cs", space(scanner, run), "sc", [], &run)
    case .setStrokeSpace: setColour("CS", space(scanner, run), "SC", [], &run)
    case .setFillGray, .setFillRGB, .setFillCMYK:
      setColour("cs", Array(name.rawValue.utf8)[...], "sc", scanner.allOperands, &run)
    case .setStrokeGray, .setStrokeRGB, .setStrokeCMYK:
      setColour("CS", Array(name.rawValue.utf8)[...], "SC", scanner.allOperands, &run)
    case .setFillColour, .setFillComponents: run.state.look.set("sc", components(scanner, run))
    case .setStrokeColour, .setStrokeComponents: run.state.look.set("SC", components(scanner, run))
    default: run.state.look.set(name.rawValue, scanner.allOperands)
    }
  }

  private func setColour(
    _ space: String, _ value: ArraySlice<UInt8>, _ colour: String, _ components: ArraySlice<UInt8>,
    _ run: inout Run
  ) {
    run.state.look.set(space, value)
    run.state.look.set(colour, components)
  }

  /// A space of the resources by what it is, since its name changes from file to file.
  private mutating func space(_ scanner: ContentScanner, _ run: Run) -> ArraySlice<UInt8> {
    let name = scanner.name(0)
    guard let space = object("ColorSpace", name, run) else { return Array(name.utf8)[...] }
    return resources.digest(of: space, in: file)[...]
  }

  /// Components by their numbers, a pattern by what it is.
  private mutating func components(_ scanner: ContentScanner, _ run: Run) -> ArraySlice<UInt8> {
    guard let last = scanner.operands.last, scanner.content[last].first == UInt8(ascii: "/"),
      let first = scanner.operands.first
    else { return scanner.allOperands }
    let pattern = object("Pattern", scanner.name(scanner.operands.count - 1), run)
    return scanner.content[first.lowerBound..<last.lowerBound]
      + resources.digest(of: pattern, in: file)
  }

  /// Takes the entries of a state dictionary one by one (8.4.5).
  mutating func setState(_ name: String, _ run: inout Run) {
    guard let state = file.dictionary(object("ExtGState", name, run)) else { return noteDamage() }
    for entry in state.entries where entry.key != "Type" {
      switch entry.key {
      case "Font":
        guard let pair = file.array(entry.value), pair.count == 2 else { continue }
        run.state.font = resources.font(pair[0], in: file)
        run.state.fontSize = file.number(pair[1]) ?? 0
      case "SMask":
        // It lies where the matrix of this moment says (11.6.5.2).
        note(run.state.matrix, run)
        fallthrough
      default: run.state.look.set(entry: entry.key, resources.digest(of: entry.value, in: file))
      }
    }
  }

  /// Notes how an annotation looks, if it says (12.5.5): a stamp, a remark, a field with what was
  /// filled in.
  mutating func noteAnnotation(_ object: PDFObject) {
    guard let annotation = file.dictionary(object), let look = annotation["AP"],
      let box = Rect(box: file.box(annotation["Rect"]))
    else { return }
    let run = Run(resources: PDFDictionary(), isPage: false)
    for part in [look, annotation["AS"], annotation["F"]] {
      note(resources.digest(of: part, in: file)[...], run)
    }
    for corner in box.corners(through: .identity) { note(corner, run) }
  }

  func object(_ kind: String, _ name: String, _ run: Run) -> PDFObject? {
    file.dictionary(run.resources[kind])?[name]
  }

  /// Notes that something is painted, and the state that it is painted in.
  mutating func noteLook(_ name: ContentOperator, _ run: Run) {
    note(name.code, run)
    note(run.state.look.digest, run)
    note(UInt64(run.state.clips), run)
  }
}

extension ContentOperator {
  /// Its characters, the first in the highest place.
  var code: UInt64 { rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
}

extension ContentScanner {
  /// As they are written.
  var allOperands: ArraySlice<UInt8> {
    guard let first = operands.first, let last = operands.last else { return [] }
    return content[first.lowerBound..<last.upperBound]
  }
}
