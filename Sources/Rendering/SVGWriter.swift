import Drawing
import Geometry

/// Collects the shapes and definitions of one SVG document.
struct SVGWriter {
  private let list: DisplayList
  private let faces: SVGFaces
  private let images: [ImageResource]
  /// Begins every id: several pictures may end up in one HTML page.
  private let prefix: String
  private var body = XMLText()
  private var definitions = XMLText()
  private var definedPaints: Set<PaintID> = []
  private var clipCount = 0
  private var openGroups = 0

  init(list: DisplayList, faces: SVGFaces, images: [ImageResource], title: String) {
    self.list = list
    self.faces = faces
    self.images = images
    prefix = "c" + String(SVGWriter.fingerprint(of: title, list.text), radix: 36)
  }

  /// FNV-1a over the words of the picture.
  private static func fingerprint(of title: String, _ text: [UInt8]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in title.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  mutating func writeItems() {
    for item in list.items {
      switch item.content {
      case .glyphs(let run): writeText(run)
      case .fill(let path, let paint): writeFill(list.paths[path], paint)
      case .stroke(let path, let paint, let style): writeStroke(list.paths[path], paint, style)
      case .image(let image, let rect): writeImage(image, in: rect)
      case .beginGroup(let clip, let opacity): beginGroup(clip: clip, opacity: opacity)
      case .endGroup: endGroup()
      case .beginTurn(let turn): begin(turn)
      case .endTurn: endGroup()
      }
    }
    while openGroups > 0 { endGroup() }
  }

  func document(size: Size, title: String, description: String) -> [UInt8] {
    let (width, height) = (formatted(size.width), formatted(size.height))
    var file = XMLText()
    file.beginTag("svg")
    file.attribute("xmlns", "http://www.w3.org/2000/svg")
    file.attribute("width", "\(width)pt")
    file.attribute("height", "\(height)pt")
    file.attribute("viewBox", "0 0 \(width) \(height)")
    file.attribute("role", "img")
    file.attribute("aria-labelledby", "\(prefix)-title \(prefix)-desc")
    file.endTag()
    file.newLine()
    name(&file, "title", title)
    name(&file, "desc", description)
    if !definitions.isEmpty {
      file.open("defs")
      file.newLine()
      file.append(definitions)
      file.close("defs")
    }
    file.append(body)
    file.close("svg")
    return file.bytes
  }

  private func name(_ file: inout XMLText, _ element: String, _ text: String) {
    file.beginTag(element)
    file.attribute("id", "\(prefix)-\(element)")
    file.endTag()
    file.text(text.utf8)
    file.close(element)
  }

  // Shapes

  private mutating func writeFill(_ path: Path, _ paint: PaintID) {
    let paint = define(paint)
    body.beginTag("path")
    body.attribute("d", path)
    body.attribute("fill", paint)
    body.endEmptyTag()
  }

  private mutating func writeStroke(_ path: Path, _ paint: PaintID, _ style: StrokeStyle) {
    let paint = strokePaint(paint)
    body.beginTag("path")
    body.attribute("d", path)
    body.attribute("fill", "none")
    body.attribute("stroke", paint)
    body.attribute("stroke-width", style.width, decimals: 3)
    switch style.cap {
    case .butt: break
    case .round: body.attribute("stroke-linecap", "round")
    case .square: body.attribute("stroke-linecap", "square")
    }
    if style.dash.contains(where: { $0 > 0 }) { body.attribute("stroke-dasharray", style.dash) }
    body.endEmptyTag()
  }

  private mutating func writeImage(_ image: ImageID, in rect: Rect) {
    guard images.indices.contains(Int(image.index)) else { return }
    let resource = images[Int(image.index)]
    body.beginTag("image")
    body.attribute("x", rect.minX)
    body.attribute("y", rect.minY)
    body.attribute("width", rect.width)
    body.attribute("height", rect.height)
    body.attribute("preserveAspectRatio", "none")
    body.attribute(
      "href", "data:\(resource.format.mediaType);base64,\(base64(resource.bytes))")
    body.endEmptyTag()
  }

  // Groups

  private mutating func beginGroup(clip: Int?, opacity: Double) {
    body.beginTag("g")
    if let clip {
      let id = "\(prefix)-clip\(clipCount)"
      clipCount += 1
      definitions.defineClip(list.paths[clip], id: id)
      body.attribute("clip-path", "url(#\(id))")
    }
    if opacity < 1 { body.attribute("opacity", opacity, decimals: 3) }
    endGroupTag()
  }

  private mutating func begin(_ turn: Turn) {
    let origin = formatted(turn.origin.x) + " " + formatted(turn.origin.y)
    body.beginTag("g")
    body.attribute("transform", "translate(\(origin)) rotate(-90)")
    endGroupTag()
  }

  private mutating func endGroupTag() {
    body.endTag()
    body.newLine()
    openGroups += 1
  }

  private mutating func endGroup() {
    guard openGroups > 0 else { return }
    body.close("g")
    openGroups -= 1
  }

  // Paints

  private mutating func strokePaint(_ paint: PaintID) -> SVGPaint {
    guard case .hatch(let hatch) = list.paints[Int(paint.index)] else { return define(paint) }
    return .color(hatch.line)
  }

  /// A colour, or the address of the paint's definition, which is written at its first use.
  private mutating func define(_ paint: PaintID) -> SVGPaint {
    let definition = list.paints[Int(paint.index)]
    if case .color(let color) = definition { return .color(color) }
    let id = "\(prefix)-paint\(paint.index)"
    if definedPaints.insert(paint).inserted { definitions.define(definition, id: id) }
    return .definition(id: id)
  }

  // Text

  private mutating func writeText(_ run: GlyphRun) {
    let words = PositionedText(run, of: list)
    guard let origin = words.glyphs.first, let font = faces.attributes(of: run.face) else { return }
    let baseline = words.commonBaseline
    body.beginTag("text")
    body.append(font)
    body.attribute("font-size", run.size, decimals: 3)
    body.attribute("fill", .color(list.paints[Int(run.paint.index)].solid))
    if let baseline { body.attribute("y", baseline) }
    body.attribute("xml:space", "preserve")
    if words.pieces.count == 1, baseline != nil {
      write(words.pieces[0], of: words, withHeights: false)
    } else {
      body.attribute("x", origin.x)
      body.endTag()
      for piece in words.pieces {
        body.beginTag("tspan")
        write(piece, of: words, withHeights: baseline == nil)
        body.closeInline("tspan")
      }
    }
    body.close("text")
  }

  /// Writes the places of a piece, the end of its tag and its text.
  private mutating func write(
    _ piece: PositionedText.Piece, of words: PositionedText, withHeights: Bool
  ) {
    let glyphs = words.glyphs[piece.glyphs]
    body.attribute("x", glyphs.lazy.map(\.x))
    if withHeights { body.attribute("y", glyphs.lazy.map(\.y)) }
    body.endTag()
    body.text(list.text[piece.text])
  }
}
