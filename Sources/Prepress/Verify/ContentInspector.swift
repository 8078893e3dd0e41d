/// Runs through the content of a page without painting it.
struct ContentInspector {
  private let file: PDFFile
  private var content = PageContent()
  private var visited: Set<ObjectNumber> = []
  /// Forms that were used outside of marked content.
  private var visitedUnmarked: Set<ObjectNumber> = []
  private var depth = 0
  /// The marked content of the page that is being looked at.
  private var marker: Int?

  private enum Sequence: Equatable {
    case tagged
    case artifact
    case plain
  }

  init(_ file: PDFFile) { self.file = file }

  static func inspect(_ page: PDFDictionary, in file: PDFFile) -> PageContent {
    var inspector = ContentInspector(file)
    let content = file.content(of: page)
    inspector.content.length = content.bytes.count
    if !content.isWhole { inspector.content.isUnreadable = true }
    let resources = file.dictionary(page["Resources"]) ?? PDFDictionary()
    inspector.run(content.bytes, resources, isPage: true, isTagged: false)
    return inspector.content
  }

  private mutating func run(
    _ bytes: [UInt8], _ resources: PDFDictionary, isPage: Bool, isTagged: Bool
  ) {
    guard depth < 24 else { return }
    depth += 1
    defer { depth -= 1 }
    var scanner = ContentScanner(bytes)
    var run = Run(resources: resources, isPage: isPage, isMarked: isTagged)
    run.spaces = file.dictionary(resources["ColorSpace"])
    while let operation = scanner.next() { take(operation, scanner, &run) }
  }

  private struct Run {
    let resources: PDFDictionary
    let isPage: Bool
    /// Whether a form is used within marked content.
    let isMarked: Bool
    var spaces: PDFDictionary?
    var sequences: [Sequence] = []
    var font: ObjectNumber?
    var isComposite = false
    var fonts: [ObjectNumber?] = []

    var isTagged: Bool { isMarked || sequences.contains { $0 != .plain } }
  }

  private mutating func take(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) {
    switch operation.name {
    case 0x7267, 0x5247: content.colors.useRGB("colour")
    case 0x67, 0x47: content.colors.usesGray = true
    case 0x6B, 0x4B: content.colors.usesCMYK = true
    case 0x6373, 0x4353: useSpace(scanner.name(0), run)
    case 0x66, 0x46, 0x662A, 0x53, 0x73, 0x42, 0x422A, 0x62, 0x622A: mark(run)
    case 0x7368:
      mark(run)
      useShading(file.dictionary(run.resources["Shading"])?[scanner.name(0)])
    case 0x73636E, 0x53434E: usePattern(scanner, run)
    case 0x546A, 0x27, 0x22, 0x544A:
      mark(run)
      show(operation.name == 0x22 ? 2 : 0, scanner, run)
    case 0x5466: setFont(scanner.name(0), &run)
    case 0x71: run.fonts.append(run.font)
    case 0x51: if let font = run.fonts.popLast() { restore(font, &run) }
    case 0x446F: draw(scanner.name(0), run)
    case 0x6773: useState(file.dictionary(run.resources["ExtGState"])?[scanner.name(0)])
    case 0x4244_43, 0x424D_43: begin(scanner, &run)
    case 0x454D_43:
      _ = run.sequences.popLast()
      if run.isPage, !run.sequences.contains(.tagged) { marker = nil }
    case 0x4249:
      mark(run)
      drawInline(scanner, operation, run)
    default: if !isNeutralOperator(operation.name) { note(operation, scanner) }
    }
  }

  private mutating func note(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner
  ) {
    let text = scanner.content[operation.range].suffix(8)
    content.unknownOperators.insert(String(decoding: text, as: UTF8.self))
  }

  // MARK: Marked content

  private mutating func mark(_ run: Run) { if !run.isTagged { content.unmarked += 1 } }

  private mutating func begin(_ scanner: ContentScanner, _ run: inout Run) {
    var kind = Sequence.plain
    if scanner.name(0) == "Artifact" {
      kind = .artifact
    } else if let identifier = identifier(scanner, run) {
      kind = .tagged
      if run.isPage {
        content.markers.insert(identifier)
        marker = identifier
      }
    }
    let opposite: Sequence = kind == .artifact ? .tagged : .artifact
    if kind != .plain, run.sequences.contains(opposite) { content.misnested += 1 }
    run.sequences.append(kind)
  }

  private func identifier(_ scanner: ContentScanner, _ run: Run) -> Int? {
    let text = scanner.text(1)
    var properties: PDFDictionary?
    if text.first == UInt8(ascii: "/") {
      properties = file.dictionary(file.dictionary(run.resources["Properties"])?[scanner.name(1)])
    } else if let identifier = plainIdentifier(text) {
      return identifier
    } else {
      var parser = PDFParser(Array(text), at: 0)
      if case .dictionary(let dictionary)? = try? parser.object() { properties = dictionary }
    }
    if case .integer(let identifier)? = properties?["MCID"] { return identifier }
    return nil
  }

  /// The identifier of `<< /MCID 12 >>`, which nearly all properties are.
  private func plainIdentifier(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.dropFirst(2).drop { $0 == 0x20 }
    guard rest.starts(with: "/MCID ".utf8) else { return nil }
    rest = rest.dropFirst(6)
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    let end = rest.dropFirst(digits.count).drop { $0 == 0x20 }
    guard (1...9).contains(digits.count), end.elementsEqual(">>".utf8) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  // MARK: Text

  private mutating func setFont(_ name: String, _ run: inout Run) {
    guard case .reference(let number)? = file.dictionary(run.resources["Font"])?[name] else {
      run.font = nil
      return
    }
    restore(number, &run)
    guard content.codes[number] == nil else { return }
    content.codes[number] = CodeSet()
    drawGlyphs(of: number, run)
  }

  private func restore(_ font: ObjectNumber?, _ run: inout Run) {
    run.font = font
    run.isComposite =
      font.map { file.name(file.dictionary(.reference($0))?["Subtype"]) == "Type0" } ?? false
  }

  private mutating func show(_ index: Int, _ scanner: ContentScanner, _ run: Run) {
    guard let font = run.font, scanner.operands.indices.contains(index) else { return }
    content.codes[font, default: CodeSet()].insert(
      codesIn: scanner.content, scanner.operands[index], isComposite: run.isComposite)
  }

  // MARK: Colour

  private mutating func useSpace(_ name: String, _ run: Run) {
    content.colors.use(
      space: run.spaces?[name] ?? .name(name), by: "colour space \(name)", in: file)
  }

  private mutating func useShading(_ object: PDFObject?) {
    guard let shading = file.dictionary(object) else { return }
    content.colors.use(space: shading["ColorSpace"], by: "a shading", in: file)
  }

  private mutating func usePattern(_ scanner: ContentScanner, _ run: Run) {
    guard let last = scanner.operands.indices.last,
      let object = file.dictionary(run.resources["Pattern"])?[scanner.name(last)],
      let pattern = file.dictionary(object)
    else { return }
    if let shading = pattern["Shading"] { useShading(shading) }
    guard case .reference(let number) = object, visited.insert(number).inserted,
      let data = file.data(object)
    else { return }
    self.run(
      data, file.dictionary(pattern["Resources"]) ?? run.resources, isPage: false, isTagged: true)
  }

  private mutating func useState(_ object: PDFObject?) {
    guard let state = file.dictionary(object) else { return }
    for key in ["CA", "ca"] {
      if let opacity = file.number(state[key]), opacity < 1 { noteTransparency("an opacity") }
    }
    let modes = file.list(state["BM"]).compactMap { file.name($0) }
    if let mode = modes.first, mode != "Normal", mode != "Compatible" {
      noteTransparency("the blend mode \(mode)")
    }
    guard let mask = file.dictionary(state["SMask"]) else { return }
    noteTransparency("a soft mask")
    guard case .reference(let number)? = mask["G"], visited.insert(number).inserted else { return }
    // The grey of a mask is opacity; it is no colour on the page.
    let gray = content.colors.usesGray
    drawForm(number, isTagged: true, resources: PDFDictionary())
    content.colors.usesGray = gray
  }

  private mutating func noteTransparency(_ what: String) {
    let use = PageContent.Transparency(what: what, marker: marker)
    if content.transparencies.count < 200, !content.transparencies.contains(use) {
      content.transparencies.append(use)
    }
  }

  // MARK: Forms and images

  private mutating func draw(_ name: String, _ run: Run) {
    guard let object = file.dictionary(run.resources["XObject"])?[name],
      case .reference(let number) = object, let dictionary = file.dictionary(object)
    else { return }
    switch file.name(dictionary["Subtype"]) {
    case "Image":
      mark(run)
      content.images.insert(number)
      if dictionary["ImageMask"] != .boolean(true) {
        content.colors.use(space: dictionary["ColorSpace"], by: "image \(name)", in: file)
      }
      if file.dictionary(dictionary["SMask"]) != nil { noteTransparency("an image with opacities") }
    case "Form":
      let isNew =
        run.isTagged ? visited.insert(number).inserted : visitedUnmarked.insert(number).inserted
      guard isNew else { return }
      drawForm(number, isTagged: run.isTagged, resources: run.resources)
    default: break
    }
  }

  /// The procedures of a Type 3 font are content like that of forms (9.6.5).
  private mutating func drawGlyphs(of font: ObjectNumber, _ run: Run) {
    guard let dictionary = file.dictionary(.reference(font)),
      let procedures = file.dictionary(dictionary["CharProcs"])
    else { return }
    let resources = file.dictionary(dictionary["Resources"]) ?? run.resources
    for entry in procedures.entries {
      guard case .reference(let number) = entry.value, visited.insert(number).inserted,
        let data = file.data(entry.value)
      else { continue }
      self.run(data, resources, isPage: false, isTagged: true)
    }
  }

  /// An image in the content itself; its dictionary has no brackets (8.9.7).
  private mutating func drawInline(
    _ scanner: ContentScanner, _ operation: ContentScanner.Operation, _ run: Run
  ) {
    let image = InlineImage(scanner.content[operation.range])
    guard !image.isMask, let space = image.space else { return }
    if case .name(let name) = space, let named = run.spaces?[name] {
      content.colors.use(space: named, by: "an inline image", in: file)
    } else {
      content.colors.use(space: space, by: "an inline image", in: file)
    }
  }

  private mutating func drawForm(
    _ number: ObjectNumber, isTagged: Bool, resources: PDFDictionary
  ) {
    guard let form = file.dictionary(.reference(number)),
      let data = file.data(.reference(number))
    else {
      content.isUnreadable = true
      return
    }
    if let group = file.dictionary(form["Group"]), file.name(group["S"]) == "Transparency" {
      content.colors.use(space: group["CS"], by: "a blend space", in: file)
      noteTransparency(PageContent.group)
    }
    run(
      data, file.dictionary(form["Resources"]) ?? resources, isPage: false, isTagged: isTagged)
  }
}
