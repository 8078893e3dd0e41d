internal import Geometry

/// Runs through the content of pages and notes what is painted, where, and in which words.
struct ContentReader {
  let file: PDFFile
  /// Whether running matter is marked; else it cannot be told from the body.
  let isTagged: Bool
  var resources = ResourceReader()
  /// The text of the page's marked content by identifier.
  private(set) var texts: [Int: String] = [:]
  private var body = ContentHash()
  private var margin = ContentHash()
  private var numbers = LoneNumbers()
  /// How they look, and where they stand.
  private var numberLooks = ContentHash()
  /// Horizontal places in the body.
  private var places: [Double] = []
  private var left: Double?
  private var extent: Rect?
  private var isComplete = true
  private var pageBox = Rect.zero
  private var lastLine: [Int: Double] = [:]
  private var depth = 0
  private var operations = 0
  /// What pages before took of the resources.
  private var earlierWork = 0
  /// What reading all pages may still cost, in bytes of content: they may share forms that swell.
  var budget: WorkBudget
  /// Forms within forms may multiply what a page paints without end.
  private static let operationLimit = 20_000_000
  /// A state of many entries may be set again and again.
  private static let resourceLimit = 200_000

  init(_ file: PDFFile, isTagged: Bool, budget: WorkBudget = ContentInspector.budget) {
    self.file = file
    self.isTagged = isTagged
    self.budget = budget
  }

  mutating func read(_ page: PDFDictionary) -> DocumentContent.Page {
    begin(file.box(page["CropBox"]) ?? file.box(page["MediaBox"]))
    let content = file.content(of: page, &budget)
    if !content.isWhole { isComplete = false }
    let resources = file.dictionary(page["Resources"]) ?? PDFDictionary()
    run(content.bytes, Run(resources: resources, isPage: true))
    for annotation in file.list(page["Annots"]) { noteAnnotation(annotation) }
    numbers.digest = numberLooks.digest
    let text = texts.keys.sorted().compactMap { texts[$0] }.joined(separator: "\n")
    let turn = Int(exactly: file.number(page["Rotate"]) ?? 0) ?? 0
    return DocumentContent.Page(
      size: turn % 180 == 0 ? pageBox.size : Size(width: pageBox.height, height: pageBox.width),
      body: body.digest, places: places.map { Float($0 - (left ?? 0)) }, margin: margin.digest,
      numbers: numbers, left: left, extent: isTagged && turn % 360 == 0 ? extent.map(fromTop) : nil,
      text: text, isComplete: isComplete)
  }

  private mutating func begin(_ box: [Double]?) {
    pageBox = Rect(box: box) ?? Rect(x: 0, y: 0, width: 595.276, height: 841.89)
    (texts, lastLine, places) = ([:], [:], [])
    (body, margin, numberLooks) = (ContentHash(), ContentHash(), ContentHash())
    numbers = LoneNumbers()
    (left, extent, isComplete, depth, operations) = (nil, nil, true, 0, 0)
    earlierWork = resources.work
  }

  /// A rectangle measured from the upper left corner of the page.
  private func fromTop(_ rect: Rect) -> Rect {
    Rect(
      x: rect.minX - pageBox.minX, y: pageBox.maxY - rect.maxY, width: rect.width,
      height: rect.height)
  }

  /// A sixteenth of a point: finer than print, coarser than what writing a number loses.
  private func quantum(_ value: Double) -> UInt64 {
    let steps = (value * 16).rounded()
    return UInt64(bitPattern: Int64(abs(steps) < 1e15 ? steps : 0))
  }

  // MARK: Running

  mutating func run(_ bytes: [UInt8], _ start: Run) {
    guard depth < 24 else {
      isComplete = false
      return
    }
    depth += 1
    defer { depth -= 1 }
    // What holds no operator takes its time too.
    operations += bytes.count / 64
    var run = start
    var scanner = ContentScanner(bytes)
    while let operation = scanner.next() {
      operations += 1
      budget.spend(ContentInspector.operationCost)
      guard operations < ContentReader.operationLimit, !budget.isSpent,
        resources.work - earlierWork < ContentReader.resourceLimit
      else {
        isComplete = false
        return
      }
      take(operation, scanner, &run)
    }
  }

  // MARK: What is painted

  /// Notes bytes that decide how something looks.
  mutating func note(_ bytes: ArraySlice<UInt8>, _ run: Run) {
    if run.isMargin { margin.combine(bytes) } else { body.combine(bytes) }
  }

  mutating func note(_ point: Point, _ run: Run) {
    if run.isMargin {
      margin.combine(quantum(point.x))
      margin.combine(quantum(point.y))
    } else {
      places.append(point.x)
      extent = extent?.including(point) ?? Rect(x: point.x, y: point.y, width: 0, height: 0)
      body.combine(quantum(point.y))
    }
  }

  mutating func note(_ word: UInt64, _ run: Run) {
    if run.isMargin { margin.combine(word) } else { body.combine(word) }
  }

  mutating func note(_ value: Double, _ run: Run) { note(quantum(value), run) }

  mutating func note(_ matrix: AffineTransform, _ run: Run) {
    for value in matrix.values.prefix(4) { note(value, run) }
    note(Point(x: matrix.tx, y: matrix.ty), run)
  }

  mutating func noteText(_ text: String, at point: Point, _ run: Run) {
    if !run.isMargin { left = min(left ?? point.x, point.x) }
    note(Array(text.utf8)[...], run)
    guard let identifier = run.identifier else { return }
    if let line = lastLine[identifier], abs(line - point.y) > 0.5 {
      texts[identifier, default: ""] += "\n"
    }
    lastLine[identifier] = point.y
    texts[identifier, default: ""] += text
  }

  /// Notes a number that stands alone apart from the rest, so that a page whose number alone is
  /// another one can be told.
  mutating func noteNumber(_ shown: ShownText, _ run: Run) {
    if let value = Int(shown.text) { numbers.values.append(value) }
    numberLooks.combine(Array("\(shown.text) \(run.state.font?.name ?? "")".utf8)[...])
    numberLooks.combine(run.state.look.digest)
    numberLooks.combine(UInt64(run.state.clips))
    for value in run.glyphMatrix.values + shown.gaps { numberLooks.combine(quantum(value)) }
  }

  /// Whether nothing of the page lies outside: a painter begins with such a clip, wherever the text
  /// stands.
  func isWholePage(_ path: ReadPath) -> Bool {
    guard path.isRectangle, let box = Rect(around: path.points) else { return false }
    let slack = 0.03 * min(pageBox.width, pageBox.height)
    return box.minX - pageBox.minX < slack && pageBox.maxX - box.maxX < slack
      && box.minY - pageBox.minY < slack && pageBox.maxY - box.maxY < slack
  }

  mutating func noteDamage() { isComplete = false }
}

extension Rect {
  fileprivate func including(_ point: Point) -> Rect {
    let (left, top) = (min(minX, point.x), min(minY, point.y))
    return Rect(
      x: left, y: top, width: max(maxX, point.x) - left, height: max(maxY, point.y) - top)
  }
}

extension AffineTransform {
  /// In the order of PDF.
  var values: [Double] { [a, b, c, d, tx, ty] }
}
