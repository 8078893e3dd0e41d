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
  /// Horizontal places in the body.
  private var places: [Double] = []
  private var left: Double?
  private var extent: Rect?
  private var isComplete = true
  private var pageWidth = 0.0
  private var lastLine: [Int: Double] = [:]
  private var depth = 0
  private var operations = 0
  /// What reading all pages may still cost, in bytes of content: they may share forms that swell.
  var budget: WorkBudget
  /// Forms within forms may multiply what a page paints without end.
  private static let operationLimit = 20_000_000

  init(_ file: PDFFile, isTagged: Bool, budget: WorkBudget = ContentInspector.budget) {
    self.file = file
    self.isTagged = isTagged
    self.budget = budget
  }

  mutating func read(_ page: PDFDictionary) -> DocumentContent.Page {
    begin()
    let size = pageSize(page)
    pageWidth = size.width
    let content = file.content(of: page, &budget)
    if !content.isWhole { isComplete = false }
    let resources = file.dictionary(page["Resources"]) ?? PDFDictionary()
    run(content.bytes, Run(resources: resources, isPage: true))
    let text = texts.keys.sorted().compactMap { texts[$0] }.joined(separator: "\n")
    return DocumentContent.Page(
      size: size, body: body.digest, places: places.map { Float($0 - (left ?? 0)) },
      margin: margin.digest, left: left,
      extent: isTagged ? extent.map { turned($0, in: size) } : nil, text: text,
      isComplete: isComplete)
  }

  private mutating func begin() {
    (texts, lastLine, places) = ([:], [:], [])
    (body, margin) = (ContentHash(), ContentHash())
    (left, extent, isComplete, depth, operations) = (nil, nil, true, 0, 0)
  }

  /// A rectangle measured from the top of the page.
  private func turned(_ rect: Rect, in size: Size) -> Rect {
    Rect(x: rect.minX, y: size.height - rect.maxY, width: rect.width, height: rect.height)
  }

  private func pageSize(_ page: PDFDictionary) -> Size {
    guard let box = file.box(page["CropBox"]) ?? file.box(page["MediaBox"]) else {
      return Size(width: 595.276, height: 841.89)
    }
    let size = Size(width: box[2] - box[0], height: box[3] - box[1])
    let isTurned = Int(exactly: file.number(page["Rotate"]) ?? 0).map { $0 % 180 != 0 } ?? false
    return isTurned ? Size(width: size.height, height: size.width) : size
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
    var run = start
    var scanner = ContentScanner(bytes)
    while let operation = scanner.next() {
      operations += 1
      budget.spend(ContentInspector.operationCost)
      guard operations < ContentReader.operationLimit, !budget.isSpent else {
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

  mutating func note(_ value: Double, _ run: Run) {
    if run.isMargin { margin.combine(quantum(value)) } else { body.combine(quantum(value)) }
  }

  mutating func note(_ matrix: AffineTransform, _ run: Run) {
    for value in [matrix.a, matrix.b, matrix.c, matrix.d] { note(value, run) }
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

  /// Whether a text is a number that may be that of the page, which comes out otherwise, and at
  /// another place, when the page has another number.
  ///
  /// In the body of a file without tags the words
  /// are compared beside the digest, so that nothing is lost.
  func isFolio(_ text: String, _ run: Run) -> Bool {
    (run.isMargin || !isTagged) && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A clip as large as the page is how a painter begins, and shows nothing.
  func isWholePage(_ points: [Point]) -> Bool {
    guard let low = points.map(\.x).min(), let high = points.map(\.x).max() else { return true }
    return high - low > pageWidth * 0.97
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
