import Drawing
import Geometry

/// Collects the shapes and definitions of one SVG document.
struct SVGWriter {
  private let list: DisplayList
  private let faces: [FaceResource]
  private let images: [ImageResource]
  /// Begins every id: several pictures may end up in one HTML page.
  private let prefix: String
  private var body = XMLText()
  private var definitions = XMLText()
  private var definedPaints: Set<PaintID> = []
  private var clipCount = 0
  /// The font attributes of the faces that were shown.
  private var fontAttributes: [Int: [XMLText.Attribute]] = [:]
  private var openGroups = 0

  init(list: DisplayList, faces: [FaceResource], images: [ImageResource], title: String) {
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
    file.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(width)pt"), ("height", "\(height)pt"),
        ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
        ("aria-labelledby", "\(prefix)-title \(prefix)-desc"),
      ])
    file.newLine()
    file.element("title", [("id", "\(prefix)-title")], text: title)
    file.element("desc", [("id", "\(prefix)-desc")], text: description)
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

  // Shapes

  private mutating func writeFill(_ path: Path, _ paint: PaintID) {
    body.element("path", [("d", pathData(path)), ("fill", reference(paint))])
  }

  private mutating func writeStroke(_ path: Path, _ paint: PaintID, _ style: StrokeStyle) {
    var attributes = [
      ("d", pathData(path)), ("fill", "none"), ("stroke", strokeReference(paint)),
      ("stroke-width", formatted(style.width, decimals: 3)),
    ]
    switch style.cap {
    case .butt: break
    case .round: attributes.append(("stroke-linecap", "round"))
    case .square: attributes.append(("stroke-linecap", "square"))
    }
    if style.dash.contains(where: { $0 > 0 }) {
      attributes.append(
        ("stroke-dasharray", style.dash.map { formatted($0) }.joined(separator: " ")))
    }
    body.element("path", attributes)
  }

  private mutating func writeImage(_ image: ImageID, in rect: Rect) {
    guard images.indices.contains(Int(image.index)) else { return }
    let resource = images[Int(image.index)]
    body.element(
      "image",
      [
        ("x", formatted(rect.minX)), ("y", formatted(rect.minY)),
        ("width", formatted(rect.width)), ("height", formatted(rect.height)),
        ("preserveAspectRatio", "none"),
        ("href", "data:\(resource.format.mediaType);base64,\(base64(resource.bytes))"),
      ])
  }

  // Groups

  private mutating func beginGroup(clip: Int?, opacity: Double) {
    var attributes: [(String, String)] = []
    if let clip {
      let id = "\(prefix)-clip\(clipCount)"
      clipCount += 1
      definitions.open("clipPath", [("id", id)])
      definitions.element("path", [("d", pathData(list.paths[clip]))])
      definitions.close("clipPath")
      attributes.append(("clip-path", "url(#\(id))"))
    }
    if opacity < 1 { attributes.append(("opacity", formatted(opacity, decimals: 3))) }
    body.open("g", attributes)
    body.newLine()
    openGroups += 1
  }

  private mutating func begin(_ turn: Turn) {
    let origin = formatted(turn.origin.x) + " " + formatted(turn.origin.y)
    body.open("g", [("transform", "translate(\(origin)) rotate(-90)")])
    body.newLine()
    openGroups += 1
  }

  private mutating func endGroup() {
    guard openGroups > 0 else { return }
    body.close("g")
    openGroups -= 1
  }

  // Paints

  private mutating func strokeReference(_ paint: PaintID) -> String {
    guard case .hatch(let hatch) = list.paints[Int(paint.index)] else { return reference(paint) }
    return hatch.line.hexadecimal
  }

  /// A colour, or the address of the paint's definition, which is written at its first use.
  private mutating func reference(_ paint: PaintID) -> String {
    let id = "\(prefix)-paint\(paint.index)"
    switch list.paints[Int(paint.index)] {
    case .color(let color): return color.hexadecimal
    case .hatch(let hatch):
      if definedPaints.insert(paint).inserted { definitions.define(hatch, id: id) }
    case .linearGradient(let from, let to, let stops):
      if definedPaints.insert(paint).inserted {
        definitions.defineGradient(from: from, to: to, stops: stops, id: id)
      }
    }
    return "url(#\(id))"
  }

  // Text

  private mutating func fontAttributes(of face: Int) -> [XMLText.Attribute] {
    if let known = fontAttributes[face] { return known }
    let attributes = faces[face].fontAttributes
    fontAttributes[face] = attributes
    return attributes
  }

  private mutating func writeText(_ run: GlyphRun) {
    let words = PositionedText(run, of: list)
    guard let origin = words.origin, faces.indices.contains(Int(run.face.index)) else { return }
    var attributes = fontAttributes(of: Int(run.face.index))
    attributes.append(("font-size", formatted(run.size, decimals: 3)))
    attributes.append(("fill", list.paints[Int(run.paint.index)].solid.hexadecimal))
    if let y = words.commonBaseline { attributes.append(("y", formatted(y))) }
    attributes.append(("xml:space", "preserve"))
    if words.pieces.count == 1, words.commonBaseline != nil {
      attributes.append(("x", words.pieces[0].horizontalPlaces))
      body.element("text", attributes, text: words.pieces[0].text)
    } else {
      body.open("text", attributes + [("x", formatted(origin.x))])
      for piece in words.pieces {
        var places = [("x", piece.horizontalPlaces)]
        if words.commonBaseline == nil { places.append(("y", piece.verticalPlaces)) }
        body.inline("tspan", places, text: piece.text)
      }
      body.close("text")
    }
  }
}
