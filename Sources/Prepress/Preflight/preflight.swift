package import Diagnostics
package import Drawing
import Geometry

/// Looks for what a press cannot hold, on the composed pages: each finding names page, box and the
/// manuscript's place.
///
/// Artwork in SVG is looked at by its box and, for what it paints, on the finished file.
///
/// - Parameters:
///   - document: as it is painted for the press.
///   - inks: what its colours print as.
///   - condition: the printing condition, for colours without inks of their own, and its bleed.
///   - profile: what the printer accepts.
/// - Returns: the findings, page by page.
package func preflight(
  _ document: PagedDocument, inks: InkTable, condition: PressCondition, profile: PreflightProfile
) -> [Diagnostic] {
  guard let transform = ColorTransform(profile: condition.profile) else { return [] }
  var inspector = PreflightInspector(
    document, profile: profile, bleed: condition.bleed,
    separation: Separation(inks, through: transform))
  for page in document.pages.indices { inspector.inspect(page) }
  inspector.inspectSpots()
  return inspector.diagnostics
}

private struct PreflightInspector: ~Copyable {
  private let document: PagedDocument
  private let profile: PreflightProfile
  private let bleed: Double
  private var separation: Separation
  private(set) var diagnostics: [Diagnostic] = []
  private var page = 0
  /// How the content that is being looked at is turned on its page.
  private var turn: Turn?
  /// Findings already made, by code and manuscript place: one line may be many rules on many pages.
  private var known: Set<Key> = []
  /// Where there is a dark area on the page, in the order of painting.
  private var grounds: [(box: Rect, color: ProcessColor)] = []

  private struct Key: Hashable {
    var code: DiagnosticCode
    var span: SourceSpan
    var detail: String
  }

  init(
    _ document: PagedDocument, profile: PreflightProfile, bleed: Double,
    separation: consuming Separation
  ) {
    self.document = document
    self.profile = profile
    self.bleed = bleed
    self.separation = separation
  }

  mutating func inspect(_ index: Int) {
    page = index
    grounds = []
    let list = document.pages[index].list
    if list.items.isEmpty && !isBlankVerso(index, of: document.pages.count) {
      report(.emptyPage, "it is empty", severity: .warning)
    }
    for item in list.items {
      switch item.content {
      case .glyphs(let run): inspect(run, of: list, item)
      case .fill(let path, let paint):
        inspectArea(list.paths[path].bounds, list.paints[Int(paint.index)], item)
      case .stroke(let path, let paint, let style):
        inspectLine(list.paths[path].bounds, list.paints[Int(paint.index)], style.width, item)
      case .image(let image, let rect): inspect(image, rect, item)
      case .beginTurn(let turn): self.turn = turn
      case .endTurn: turn = nil
      case .beginGroup, .endGroup: break
      }
    }
  }

  // MARK: Text

  private mutating func inspect(_ run: GlyphRun, of list: DisplayList, _ item: DisplayItem) {
    guard let first = list.glyphs[run.glyphs].first, let last = list.glyphs[run.glyphs].last,
      let color = list.paints[Int(run.paint.index)].colors.first
    else { return }
    let box = Rect(
      x: first.x, y: first.y - run.size, width: max(last.x - first.x, 0) + run.size,
      height: run.size)
    let inks = process(color)
    if isNearBlack(color), !inks.isBlackOnly {
      report(
        .richBlackText, "black text prints in \(percent(inks.coverage)) of ink", at: item.span, box)
    }
    let ground = grounds.last { contains($0.box, box) }?.color ?? .paper
    let isReversed = inks.coverage < 0.5 && ground.coverage > 1
    if isReversed, run.size < profile.reversedTextSize {
      report(
        .smallText, "text of \(decimal(run.size)) pt stands light on a dark ground", at: item.span,
        box, severity: .warning)
    }
    let plates = inks.components.count { $0 > 0.1 }
    if plates > 2, run.size < profile.colouredTextSize {
      report(
        .smallText, "text of \(decimal(run.size)) pt prints in \(plates) inks", at: item.span, box,
        severity: .warning)
    }
  }

  private func isNearBlack(_ color: Color) -> Bool {
    max(color.red, color.green, color.blue) < 0.07
  }

  // MARK: Shapes

  private mutating func inspectArea(_ box: Rect?, _ paint: Paint, _ item: DisplayItem) {
    guard let box else { return }
    guard let color = paint.colors.last else { return }
    let inks = process(color)
    if min(box.width, box.height) <= 1 {
      inspectWidth(min(box.width, box.height), inks, at: item.span, box)
    } else {
      grounds.append((box, inks))
      inspectBleed(box, item)
    }
  }

  private mutating func inspectLine(
    _ box: Rect?, _ paint: Paint, _ width: Double, _ item: DisplayItem
  ) {
    guard let box, let color = paint.colors.first else { return }
    let inks = process(color)
    inspectWidth(width, inks, at: item.span, box)
  }

  private mutating func inspectWidth(
    _ width: Double, _ inks: ProcessColor, at span: SourceSpan, _ box: Rect
  ) {
    guard inks.coverage > 0, width > 0 else { return }
    let isTint = inks.components.allSatisfy { $0 < 1 } && inks.coverage < 0.3
    if width < profile.lineWidth - 0.001 {
      report(.thinLine, "a line is \(decimal(width)) pt thick", at: span, box)
    } else if width < profile.riskyLineWidth - 0.001 {
      report(.thinLine, "a line is \(decimal(width)) pt thick", at: span, box, severity: .warning)
    } else if isTint, width < profile.tintedLineWidth - 0.001 {
      let message = "a line of \(percent(inks.coverage)) tint is \(decimal(width)) pt thick"
      report(.thinLine, message, at: span, box, severity: .note)
    }
  }

  /// What reaches the trim must reach the bleed (all but what is drawn by the line's width).
  private mutating func inspectBleed(_ content: Rect, _ item: DisplayItem) {
    let box = turn?.map(content) ?? content
    let size = document.pages[page].size
    let touches = [
      (box.minX <= 0.5, box.minX <= 0.01 - bleed), (box.minY <= 0.5, box.minY <= 0.01 - bleed),
      (box.maxX >= size.width - 0.5, box.maxX >= size.width + bleed - 0.01),
      (box.maxY >= size.height - 0.5, box.maxY >= size.height + bleed - 0.01),
    ]
    if touches.contains(where: { $0 && !$1 }) {
      report(
        .shortBleed, "artwork touches the trim and ends before the bleed", at: item.span, content)
    }
  }

  // MARK: Images

  private mutating func inspect(_ image: ImageID, _ rect: Rect, _ item: DisplayItem) {
    inspectBleed(rect, item)
    guard document.images.indices.contains(Int(image.index)) else { return }
    let resource = document.images[Int(image.index)]
    guard resource.format != .svg, rect.width > 0, rect.height > 0 else { return }
    let resolution = min(
      resource.size.width / rect.width * 72, resource.size.height / rect.height * 72)
    guard resolution < profile.goodResolution else { return }
    let message =
      "the picture “\(resource.name)” has \(whole(resolution)) pixels to the inch"
    report(
      .coarseImage, message, at: item.span, rect,
      severity: resolution < profile.resolution ? .error : .warning)
  }

  // MARK: Inks

  private mutating func process(_ color: Color) -> ProcessColor {
    separation.color(ScreenValue(red: color.red, green: color.green, blue: color.blue)).process
  }

  mutating func inspectSpots() {
    for finding in spotNameFindings(separation.spots.map(\.name)) {
      diagnostics.append(Diagnostic(.spotNames, finding))
    }
  }

  // MARK: Findings

  private func contains(_ outer: Rect, _ inner: Rect) -> Bool {
    outer.minX <= inner.midX && outer.maxX >= inner.midX && outer.minY <= inner.midY
      && outer.maxY >= inner.midY
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan = .none, _ box: Rect? = nil,
    severity: Severity = .error
  ) {
    guard known.insert(Key(code: code, span: span, detail: message)).inserted else { return }
    let turn = turn
    let place = box.map { turn?.map($0) ?? $0 }.map { box in
      " at \(whole(box.minX)), \(whole(box.minY)) pt"
    }
    diagnostics.append(
      Diagnostic(
        code, "page \(page + 1)\(place ?? ""): \(message)", severity: severity, at: span))
  }
}
