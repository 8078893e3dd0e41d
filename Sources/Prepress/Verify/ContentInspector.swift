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

  /// What may still be spent on the file: pages may share forms that swell.
  private var budget: WorkBudget

  /// What looking at the content of a whole file may cost, in bytes of it.
  static let budget = WorkBudget(1 << 31)
  /// What an operation costs.
  static let operationCost = 16

  private init(_ file: PDFFile, _ budget: WorkBudget) {
    self.file = file
    self.budget = budget
  }

  static func inspect(
    _ page: PDFDictionary, in file: PDFFile, _ budget: inout WorkBudget
  ) -> PageContent {
    var inspector = ContentInspector(file, budget)
    inspector.inspect(page)
    budget = inspector.budget
    return inspector.content
  }

  private mutating func inspect(_ page: PDFDictionary) {
    guard !budget.isSpent else {
      (content.isSkipped, content.isUnreadable) = (true, true)
      return
    }
    let found = file.content(of: page, &budget)
    if !found.isWhole { content.isUnreadable = true }
    run(
      found.bytes,
      Run(resources: file.dictionary(page["Resources"]) ?? PDFDictionary(), isPage: true))
  }

  private mutating func run(_ bytes: [UInt8], _ start: Run) {
    guard depth < 24 else { return }
    depth += 1
    defer { depth -= 1 }
    var scanner = ContentScanner(bytes)
    var run = start
    run.spaces = file.dictionary(run.resources["ColorSpace"])
    while !budget.isSpent, let operation = scanner.next() {
      budget.spend(ContentInspector.operationCost)
      take(operation, scanner, &run)
    }
    if budget.isSpent { content.isUnreadable = true }
  }

  /// Runs through a stream that the page uses: a form, a pattern or a glyph.
  private mutating func run(_ stream: PDFObject, _ start: Run) {
    if let data = file.data(stream, &budget) {
      run(data, start)
    } else {
      content.isUnreadable = true
    }
  }

  private struct Run {
    let resources: PDFDictionary
    let isPage: Bool
    /// Whether a form is used within marked content.
    var isMarked = false
    var spaces: PDFDictionary?
    var marked = MarkedContent()
    var state = State()
    var saved: [State] = []

    init(resources: PDFDictionary, isPage: Bool = false) {
      self.resources = resources
      self.isPage = isPage
    }

    var isTagged: Bool { isMarked || marked.isTagged || marked.isArtifact }
  }

  /// The graphics state as far as rules ask about it (8.4).
  private struct State {
    var font: ObjectNumber?
    var isComposite = false
    /// The text rendering mode (9.3.6).
    var textMode = 0
    /// Whether colours are still those that content begins with, black in DeviceGray (8.6.3).
    var hasFirstFill = true
    var hasFirstStroke = true
  }

  private mutating func take(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner, _ run: inout Run
  ) {
    switch operation.name {
    case 0x7267, 0x6B, 0x67, 0x6373, 0x7363, 0x73636E: run.state.hasFirstFill = false
    case 0x5247, 0x4B, 0x47, 0x4353, 0x5343, 0x53434E: run.state.hasFirstStroke = false
    default: break
    }
    switch operation.name {
    case 0x7267, 0x5247: content.colors.useRGB("colour")
    case 0x67, 0x47: content.colors.usesGray = true
    case 0x6B, 0x4B: content.colors.usesCMYK = true
    case 0x6373, 0x4353: useSpace(scanner.name(0), run)
    case 0x66, 0x46, 0x662A: paint(run, fills: true)
    case 0x53, 0x73: paint(run, strokes: true)
    case 0x42, 0x422A, 0x62, 0x622A: paint(run, fills: true, strokes: true)
    case 0x7368:
      paint(run)
      useShading(file.dictionary(run.resources["Shading"])?[scanner.name(0)])
    case 0x73636E, 0x53434E: usePattern(scanner, run)
    case 0x546A, 0x27, 0x22, 0x544A: show(operation.name == 0x22 ? 2 : 0, scanner, run)
    case 0x5466: setFont(scanner.name(0), &run)
    case 0x5472: run.state.textMode = Int(exactly: scanner.number(0)) ?? 0
    case 0x71: run.saved.append(run.state)
    case 0x51: if let state = run.saved.popLast() { run.state = state }
    case 0x446F: draw(scanner.name(0), run)
    case 0x6773: useState(file.dictionary(run.resources["ExtGState"])?[scanner.name(0)])
    case 0x4244_43, 0x424D_43: begin(scanner, &run)
    case 0x454D_43:
      run.marked.end()
      if run.isPage, !run.marked.isTagged { marker = nil }
    case 0x4249: drawInline(scanner, operation, run)
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

  private mutating func paint(_ run: Run, fills: Bool = false, strokes: Bool = false) {
    if !run.isTagged { content.unmarked += 1 }
    if fills && run.state.hasFirstFill || strokes && run.state.hasFirstStroke {
      content.colors.usesGray = true
    }
  }

  private mutating func begin(_ scanner: ContentScanner, _ run: inout Run) {
    if scanner.name(0) == "Artifact" {
      if run.marked.isTagged { content.misnested += 1 }
      run.marked.begin(.artifact)
    } else if let identifier = scanner.markedIdentifier(run.resources, in: file) {
      if run.marked.isArtifact { content.misnested += 1 }
      run.marked.begin(.tagged(identifier))
      if run.isPage {
        content.markers.insert(identifier)
        marker = identifier
      }
    } else {
      run.marked.begin(.plain)
    }
  }

  // MARK: Text

  private mutating func setFont(_ name: String, _ run: inout Run) {
    guard case .reference(let number)? = file.dictionary(run.resources["Font"])?[name] else {
      run.state.font = nil
      return
    }
    run.state.font = number
    run.state.isComposite =
      file.name(file.dictionary(.reference(number))?["Subtype"]) == "Type0"
    guard content.codes[number] == nil else { return }
    content.codes[number] = CodeSet()
    drawGlyphs(of: number, run)
  }

  private mutating func show(_ index: Int, _ scanner: ContentScanner, _ run: Run) {
    let mode = run.state.textMode & 3
    paint(run, fills: mode == 0 || mode == 2, strokes: mode == 1 || mode == 2)
    guard let font = run.state.font, scanner.operands.indices.contains(index) else { return }
    if run.state.textMode != 3 { content.renderedFonts.insert(font) }
    content.codes[font, default: CodeSet()].insert(
      codesIn: scanner.content, scanner.operands[index], isComposite: run.state.isComposite)
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
    guard case .reference(let number) = object, file.object(number)?.stream != nil,
      visited.insert(number).inserted
    else { return }
    var inner = Run(resources: file.dictionary(pattern["Resources"]) ?? run.resources)
    inner.isMarked = true
    // One without colours takes that of the operation (8.7.3.3).
    inner.state.hasFirstFill = file.number(pattern["PaintType"]) != 2
    inner.state.hasFirstStroke = inner.state.hasFirstFill
    self.run(object, inner)
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
    var inner = Run(resources: PDFDictionary())
    inner.isMarked = true
    drawForm(number, in: inner)
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
      paint(run, fills: dictionary["ImageMask"] == .boolean(true))
      content.images.insert(number)
      if dictionary["ImageMask"] != .boolean(true) {
        content.colors.use(space: dictionary["ColorSpace"], by: "image \(name)", in: file)
      }
      if file.dictionary(dictionary["SMask"]) != nil { noteTransparency("an image with opacities") }
    case "Form":
      let isNew =
        run.isTagged ? visited.insert(number).inserted : visitedUnmarked.insert(number).inserted
      guard isNew else { return }
      drawForm(number, in: run)
    default: break
    }
  }

  /// The procedures of a Type 3 font are content like that of forms (9.6.5).
  private mutating func drawGlyphs(of font: ObjectNumber, _ run: Run) {
    guard let dictionary = file.dictionary(.reference(font)),
      let procedures = file.dictionary(dictionary["CharProcs"])
    else { return }
    var inner = Run(resources: file.dictionary(dictionary["Resources"]) ?? run.resources)
    inner.isMarked = true
    // Showing a glyph tells with what colour.
    (inner.state.hasFirstFill, inner.state.hasFirstStroke) = (false, false)
    for entry in procedures.entries {
      guard case .reference(let number) = entry.value, visited.insert(number).inserted else {
        continue
      }
      self.run(entry.value, inner)
    }
  }

  /// An image in the content itself; its dictionary has no brackets (8.9.7).
  private mutating func drawInline(
    _ scanner: ContentScanner, _ operation: ContentScanner.Operation, _ run: Run
  ) {
    let image = InlineImage(scanner.content[operation.range])
    paint(run, fills: image.isMask)
    guard !image.isMask, let space = image.space else { return }
    if case .name(let name) = space, let named = run.spaces?[name] {
      content.colors.use(space: named, by: "an inline image", in: file)
    } else {
      content.colors.use(space: space, by: "an inline image", in: file)
    }
  }

  private mutating func drawForm(_ number: ObjectNumber, in run: Run) {
    guard let form = file.dictionary(.reference(number)) else {
      content.isUnreadable = true
      return
    }
    if let group = file.dictionary(form["Group"]), file.name(group["S"]) == "Transparency" {
      content.colors.use(space: group["CS"], by: "a blend space", in: file)
      noteTransparency(PageContent.group)
    }
    var inner = Run(resources: file.dictionary(form["Resources"]) ?? run.resources)
    inner.isMarked = run.isTagged
    inner.state = run.state
    self.run(.reference(number), inner)
  }
}
