import Geometry

/// Reads what a page paints, with places, sizes and colours, without painting it.
///
/// Text is known by its origin and size; its width is estimated. Soft masks count as opaque,
/// patterns as of unknown colour.
struct MarkReader {
  private let file: PDFFile
  private(set) var marks: [Mark] = []
  private var state = MarkState()
  private var stack: [MarkState] = []
  private var path = MarkPath()
  /// Of what is being read: a form may have its own.
  private var resources: ContentResources
  /// Where the page or the form that is being read lies.
  private var base = AffineTransform.identity
  private var depth = 0
  /// What the page that is being read may still cost, in bytes of content: forms that draw each other
  /// could go on for ever.
  private var budget = WorkBudget(0)
  /// What the rest of the file may.
  private var fileBudget: WorkBudget
  /// Whether a page had more than is read.
  private(set) var isCut = false
  private var contents: [ObjectNumber: [UInt8]] = [:]
  private var paints: PaintReader

  private static let pageLimit = 3_000_000 * operationCost
  /// An operation costs as much as so many bytes.
  private static let operationCost = 64
  private static let markLimit = 400_000
  private static let cacheLimit = 1 << 20

  /// Reads pages of a file, all of which together may cost so many bytes of content.
  init(_ file: PDFFile, budget: WorkBudget = WorkBudget(1 << 32)) {
    self.file = file
    fileBudget = budget
    resources = ContentResources(nil, in: file)
    paints = PaintReader(file)
  }

  /// What a page paints, in order.
  mutating func read(_ page: PDFDictionary) -> [Mark] {
    marks = []
    stack = []
    base = .identity
    path = MarkPath()
    state = MarkState()
    state.clip = Rect(box: file.box(page["MediaBox"])) ?? MarkState.everywhere
    resources = ContentResources(file.dictionary(page["Resources"]), in: file)
    let share = min(MarkReader.pageLimit, fileBudget.rest)
    budget = WorkBudget(share)
    run(file.content(of: page, &budget).bytes)
    fileBudget.spend(share - budget.rest)
    isCut = isCut || isFull
    return marks
  }

  private var isFull: Bool { budget.isSpent || marks.count >= MarkReader.markLimit }

  private mutating func run(_ content: [UInt8]) {
    var scanner = ContentScanner(content)
    while !isFull, let operation = scanner.next() {
      budget.spend(MarkReader.operationCost)
      guard !isFull else { return }
      take(operation, scanner)
    }
  }

  private mutating func take(
    _ operation: ContentScanner.Operation, _ scanner: ContentScanner
  ) {
    switch operation.name {
    case 0x71: if stack.count < 512 { stack.append(state) }  // q
    case 0x51: state = stack.popLast() ?? state  // Q
    case 0x636D: state.transform = scanner.matrix.then(state.transform)  // cm
    case 0x77: state.lineWidth = scanner.number(0)  // w
    case 0x6773: apply(resources["ExtGState", scanner.name(0)])  // gs
    case 0x6D, 0x6C, 0x63, 0x76, 0x79, 0x68, 0x7265:
      path.extend(operation.name, scanner, state.transform)
    case 0x57, 0x572A: path.isClip = true  // W, W*
    case 0x66, 0x46, 0x662A, 0x53, 0x73, 0x42, 0x422A, 0x62, 0x622A, 0x6E: paint(operation.name)
    case 0x446F: draw(scanner.name(0))  // Do
    case 0x7368: shade(scanner.name(0))  // sh
    case 0x4249: drawInline(scanner.content[operation.range])  // BI
    default:
      if !takeColor(operation.name, scanner) { takeText(operation.name, scanner) }
    }
  }

  private mutating func apply(_ object: PDFObject?) {
    guard let dictionary = file.dictionary(object) else { return }
    state.apply(dictionary, file)
  }

  // MARK: Colours

  private mutating func takeColor(_ name: UInt32, _ scanner: ContentScanner) -> Bool {
    switch name {
    case 0x67: state.setFill(.gray, scanner.numbers)  // g
    case 0x7267: state.setFill(.unseparated("RGB", components: 3), scanner.numbers)  // rg
    case 0x6B: state.setFill(.cmyk, scanner.numbers)  // k
    case 0x6373: state.setFill(paints.space(scanner.name(0), resources, &budget), nil)  // cs
    case 0x7363, 0x73636E:  // sc, scn
      state.fill = state.fillSpace.color(scanner.numbers)
      state.fillShading = paints.pattern(scanner.lastName, resources, on: base, &budget)
    case 0x47: state.setStroke(.gray, scanner.numbers)  // G
    case 0x5247: state.setStroke(.unseparated("RGB", components: 3), scanner.numbers)  // RG
    case 0x4B: state.setStroke(.cmyk, scanner.numbers)  // K
    case 0x4353: state.setStroke(paints.space(scanner.name(0), resources, &budget), nil)  // CS
    case 0x5343, 0x53434E: state.stroke = state.strokeSpace.color(scanner.numbers)  // SC, SCN
    default: return false
    }
    return true
  }

  // MARK: Shapes

  private mutating func paint(_ name: UInt32) {
    defer { path = MarkPath() }
    if [0x73, 0x62, 0x622A].contains(name) { path.close() }
    let contours = path.contours
    guard let box = Rect(around: contours.joined()) else { return }
    let isFill = ![0x53, 0x73, 0x6E].contains(name)
    let isStroke = [0x53, 0x73, 0x42, 0x422A, 0x62, 0x622A].contains(name)
    // The fill of a line that is also stroked shows nothing of its own.
    if isFill, !(isStroke && contours.allSatisfy(\.isLine)) {
      let isEvenOdd = [0x662A, 0x422A, 0x622A].contains(name)
      var paint = state.fillPaint
      if let shading = state.fillShading { paint.color = shading.heaviest }
      add(
        .fill, contours, box, paint, isEvenOdd: isEvenOdd, shading: state.fillShading)
    }
    if isStroke {
      let width = (state.lineWidth * state.transform.meanScale).limited(to: 0...1e7)
      add(.stroke(width: width), contours, box.grown(by: width / 2), state.strokePaint)
    }
    if path.isClip { state.clip(to: box) }
  }

  private mutating func add(
    _ kind: Mark.Kind, _ contours: [[Point]], _ box: Rect, _ paint: MarkPaint,
    isEvenOdd: Bool = false, shading: PlacedShading? = nil
  ) {
    guard let clip = state.clip, clip.intersection(box) != nil else { return }
    marks.append(
      Mark(
        kind: kind, contours: contours, isEvenOdd: isEvenOdd, shading: shading, box: box,
        clip: clip, paint: paint))
  }

  /// A shading fills all that is not clipped away.
  private mutating func shade(_ name: String) {
    let object = resources["Shading", name]
    guard file.dictionary(object) != nil, let clip = state.clip else { return }
    var paint = state.fillPaint
    let shading = paints.shading(object, &budget).flatMap {
      PlacedShading($0, through: state.transform)
    }
    paint.color = shading?.heaviest ?? .unknown
    add(.fill, [clip.corners(through: .identity)], clip, paint, shading: shading)
  }

  // MARK: Forms and images

  private mutating func draw(_ name: String) {
    let object = resources["XObject", name]
    guard let dictionary = file.dictionary(object), case .reference(let number)? = object else {
      return
    }
    switch file.name(dictionary["Subtype"]) {
    case "Image": drawImage(dictionary, number)
    case "Form": drawForm(dictionary, number)
    default: break
    }
  }

  private mutating func drawImage(_ dictionary: PDFDictionary, _ number: ObjectNumber) {
    let isMask = dictionary["ImageMask"] == .boolean(true)
    place(
      PlacedImage(
        object: isMask ? nil : number, width: file.number(dictionary["Width"]) ?? 0,
        height: file.number(dictionary["Height"]) ?? 0,
        isBilevel: isMask || file.number(dictionary["BitsPerComponent"]) == 1,
        transform: state.transform),
      isMask ? nil : MarkSpace(dictionary["ColorSpace"], in: file))
  }

  private mutating func drawInline(_ operation: ArraySlice<UInt8>) {
    let image = InlineImage(operation)
    var space = MarkSpace(image.space, in: file)
    if case .name(let name)? = image.space { space = paints.space(name, resources, &budget) }
    place(
      PlacedImage(
        object: nil, width: image.width, height: image.height,
        isBilevel: image.isMask || image.bits == 1, transform: state.transform),
      image.isMask ? nil : space)
  }

  /// Adds an image; a stencil has no space of its own and is painted in the current colour.
  private mutating func place(_ image: PlacedImage, _ space: MarkSpace?) {
    var paint = state.fillPaint
    if let space {
      if case .unseparated(let kind, _) = space {
        paint.color = .unseparated(kind)
      } else {
        paint.color = .unknown
      }
    }
    let corners = Rect(x: 0, y: 0, width: 1, height: 1).corners(through: state.transform)
    guard let box = Rect(around: corners) else { return }
    add(.image(image), [corners], box, paint)
  }

  private mutating func drawForm(_ form: PDFDictionary, _ number: ObjectNumber) {
    guard depth < 16, let content = content(of: number) else { return }
    let (outer, outerResources, outerStack, outerBase) = (state, resources, stack, base)
    depth += 1
    if let matrix = file.array(form["Matrix"])?.map({ file.number($0) ?? 0 }), matrix.count == 6 {
      state.transform = AffineTransform(matrix).then(state.transform)
    }
    // A box beyond all pages clips nothing.
    if let box = Rect(box: file.box(form["BBox"])),
      let shown = Rect(around: box.corners(through: state.transform))
    {
      state.clip(to: shown)
    }
    if let own = file.dictionary(form["Resources"]) {
      resources = ContentResources(own, in: file)
    }
    // What a group's opacity does to all of it is done to each part here.
    if form["Group"] != nil { state.enterGroup() }
    stack = []
    base = state.transform
    path = MarkPath()
    run(content)
    depth -= 1
    (state, resources, stack, base) = (outer, outerResources, outerStack, outerBase)
  }

  private mutating func content(of number: ObjectNumber) -> [UInt8]? {
    if let known = contents[number] {
      budget.spend(known.count)
      return known
    }
    guard let data = file.data(.reference(number), &budget) else { return nil }
    if contents.count < 64, data.count < MarkReader.cacheLimit { contents[number] = data }
    return data
  }

  // MARK: Text

  private mutating func takeText(_ name: UInt32, _ scanner: ContentScanner) {
    state.text.take(name, scanner)
    switch name {
    case 0x5466: setFont(scanner.name(0), scanner.number(1))  // Tf
    case 0x27, 0x22: show(scanner.text(scanner.operands.count - 1))  // ' and "
    case 0x546A, 0x544A: show(scanner.text(0))  // Tj, TJ
    default: break
    }
  }

  private mutating func setFont(_ name: String, _ size: Double) {
    let font = file.dictionary(resources["Font", name])
    state.text.isComposite = file.name(font?["Subtype"]) == "Type0"
    state.text.size = size
  }

  private mutating func show(_ operand: ArraySlice<UInt8>) {
    var parser = PDFParser(Array(operand), at: 0)
    guard let object = try? parser.object() else { return }
    let parts: [PDFObject]
    if case .array(let elements) = object { parts = elements } else { parts = [object] }
    let bytes = parts.reduce(0) { count, part in
      if case .string(let string) = part { count + string.count } else { count }
    }
    guard bytes > 0 else { return }
    let transform = state.text.matrix.then(state.transform)
    let size =
      state.text.size * (transform.c * transform.c + transform.d * transform.d).squareRoot()
    let width = state.text.width(ofBytes: bytes)
    let line = Rect(x: 0, y: 0, width: width, height: state.text.size * 0.7)
    state.text.advance(by: width)
    // Modes 3 and 7 show nothing (9.3.6).
    guard state.text.mode & 3 != 3, let box = Rect(around: line.corners(through: transform))
    else { return }
    let isOutline = state.text.mode & 3 == 1
    add(.text(size: abs(size)), [], box, isOutline ? state.strokePaint : state.fillPaint)
  }
}

extension ContentScanner {
  /// All operands that are numbers.
  fileprivate var numbers: [Double] { operands.indices.map(number) }

  /// The last operand as a name.
  fileprivate var lastName: String { operands.indices.last.map(name) ?? "" }

  var matrix: AffineTransform { AffineTransform((0..<6).map(number)) }
}

extension [Point] {
  /// Whether it encloses nothing, as it goes between two points alone.
  fileprivate var isLine: Bool {
    count < 3 || dropFirst(2).allSatisfy { $0 == self[0] || $0 == self[1] }
  }
}
