import Drawing
import Geometry

/// Paints display lists on a Cairo context.
///
/// Font, size and colour are set only when they change: Cairo compares faces and recomputes scaled
/// fonts at every call otherwise.
struct Painter: ~Copyable {
  private let context: Context
  private let faces: FaceSet
  private let images: ImageSet
  private var font: Font?
  private var color: Color?
  private var groups: [Group] = []
  private var isTurned = false

  private struct Font: Equatable {
    var face: FaceID
    var size: Double
  }

  private struct Group {
    var opacity: Double
  }

  init(context: consuming Context, faces: FaceSet, images: ImageSet) {
    self.context = context
    self.faces = faces
    self.images = images
  }

  /// Cairo's sticky status, as an error.
  func checkStatus() throws(RenderingError) { try check(context.status) }

  /// Starts a page or picture at the given place.
  mutating func begin(at origin: Point) {
    context.save()
    context.translate(by: origin)
  }

  /// Starts a picture whose points are so many pixels.
  mutating func begin(scale: Double) {
    context.save()
    context.scale(scale, scale)
  }

  mutating func end() {
    while !groups.isEmpty { endGroup() }
    if isTurned { endTurn() }
    restore()
  }

  func showPage() { context.showPage() }

  mutating func fillBackground(_ color: Color) {
    setColor(color)
    context.paint()
  }

  /// Paints a stretch of items between the two calls that mark it in a tagged PDF.
  mutating func paint(
    _ list: DisplayList, items: Range<Int>, markedAs tag: String
  ) throws(RenderingError) {
    context.beginTag(tag)
    try paint(list, items: items)
    context.endTag(tag)
  }

  mutating func paint(_ list: DisplayList, items: Range<Int>) throws(RenderingError) {
    for index in items {
      switch list.items[index].content {
      case .glyphs(let run): try show(run, of: list)
      case .fill(let path, let paint): fill(list.paths[path], list.paints[Int(paint.index)])
      case .stroke(let path, let paint, let style):
        stroke(list.paths[path], list.paints[Int(paint.index)], style)
      case .image(let image, let rect): try draw(image, in: rect)
      case .beginGroup(let clip, let opacity):
        beginGroup(clip: clip.map { list.paths[$0] }, opacity: opacity)
      case .endGroup: if !groups.isEmpty { endGroup() }
      case .beginTurn(let turn): begin(turn)
      case .endTurn: if isTurned { endTurn() }
      }
    }
  }

  // Glyphs

  private mutating func show(_ run: GlyphRun, of list: DisplayList) throws(RenderingError) {
    guard !run.glyphs.isEmpty else { return }
    try setFont(Font(face: run.face, size: run.size))
    setColor(list.paints[Int(run.paint.index)].solid)
    context.show(run, of: list)
  }

  private mutating func setFont(_ wanted: Font) throws(RenderingError) {
    guard wanted != font else { return }
    if wanted.face != font?.face { context.setFace(try faces.face(wanted.face)) }
    context.setFontSize(wanted.size)
    font = wanted
  }

  private mutating func setColor(_ wanted: Color) {
    guard wanted != color else { return }
    context.setSource(wanted)
    color = wanted
  }

  // Shapes

  private mutating func fill(_ path: Path, _ paint: Paint) {
    switch paint {
    case .color(let color):
      setColor(color)
      context.setPath(path)
      context.fill()
    case .linearGradient(let from, let to, let stops):
      setGradient(from: from, to: to, stops: stops)
      context.setPath(path)
      context.fill()
    case .hatch(let hatch): fill(path, hatch)
    }
  }

  private mutating func stroke(_ path: Path, _ paint: Paint, _ style: StrokeStyle) {
    switch paint {
    case .color(let color): setColor(color)
    case .linearGradient(let from, let to, let stops):
      setGradient(from: from, to: to, stops: stops)
    case .hatch(let hatch): setColor(hatch.line)
    }
    context.setStroke(style)
    context.setPath(path)
    context.stroke()
  }

  private mutating func setGradient(from: Point, to: Point, stops: [GradientStop]) {
    color = nil
    context.setGradient(from: from, to: to, stops: stops)
  }

  /// Vector strokes clipped to the shape: they hold in one ink and at any resolution.
  private mutating func fill(_ path: Path, _ hatch: Hatch) {
    setColor(hatch.ground)
    context.setPath(path)
    context.fill()
    guard let bounds = path.bounds else { return }
    context.save()
    context.setPath(path)
    context.clip()
    setColor(hatch.line)
    let pattern = hatch.strokes(covering: bounds)
    context.setStroke(pattern.style)
    context.setPath(pattern.path)
    context.stroke()
    restore()
  }

  // Images

  private mutating func draw(_ image: ImageID, in rect: Rect) throws(RenderingError) {
    context.save()
    try images.draw(image, in: rect, on: context)
    restore()
  }

  // Groups

  private mutating func beginGroup(clip: Path?, opacity: Double) {
    context.save()
    if let clip {
      context.setPath(clip)
      context.clip()
    }
    if opacity < 1 { context.beginTransparency() }
    forgetState()
    groups.append(Group(opacity: opacity))
  }

  private mutating func endGroup() {
    let group = groups.removeLast()
    if group.opacity < 1 { context.endTransparency(opacity: max(0, group.opacity)) }
    restore()
  }

  // Turned content

  private mutating func begin(_ turn: Turn) {
    context.save()
    context.translate(by: turn.origin)
    context.rotate(by: -.pi / 2)
    forgetState()
    isTurned = true
  }

  private mutating func endTurn() {
    isTurned = false
    restore()
  }

  private mutating func restore() {
    context.restore()
    forgetState()
  }

  /// After a save, a group or a restore Cairo's state is not what was set last.
  private mutating func forgetState() {
    font = nil
    color = nil
  }
}
