internal import Declarations
internal import Drawing
internal import Geometry
internal import Typography

extension StylesheetResolver {
  mutating func resolvePage() -> PageGeometry {
    let page = layout.page
    let size = Size(width: points(page.width), height: points(page.height))
    var margins = EdgeInsets(
      top: points(page.top), right: points(page.outside), bottom: points(page.bottom),
      left: points(page.inside))
    if let lines = page.lines {
      margins.bottom = size.height - margins.top - Double(lines) * leading
    }
    if let characters = page.characters {
      let em = styles["body"]?.text.size ?? 11
      margins.right = size.width - margins.left - Double(characters) * em
    }
    return PageGeometry(
      size: size, bleed: points(page.bleed), margins: margins, leading: leading,
      isFacing: page.isFacing, isMirrored: language.isRightToLeft,
      header: furniture(page.header), footer: furniture(page.footer))
  }

  private mutating func furniture(_ declaration: FurnitureDeclaration) -> FurnitureStyle {
    FurnitureStyle(
      verso: .init(left: declaration.versoLeft, right: declaration.versoRight),
      recto: .init(left: declaration.rectoLeft, right: declaration.rectoRight),
      style: declaration.style, distance: points(declaration.distance),
      rule: declaration.rule.map { rule($0) })
  }

  mutating func resolveParts(_ page: PageGeometry) -> [String: PartStyle] {
    var parts: [String: PartStyle] = [:]
    for named in layout.parts { parts[named.key.name] = part(named.value, page) }
    return parts
  }

  private mutating func part(_ declaration: PartDeclaration, _ page: PageGeometry) -> PartStyle {
    let isCover = declaration.kind == .cover
    let frame = isCover ? page.size : page.typeArea(isVerso: false).size
    var part = PartStyle(
      kind: declaration.kind, opening: declaration.opening, isNumbered: declaration.isNumbered,
      label: declaration.folio, restartsPages: declaration.restartsPages,
      hasFurniture: declaration.hasFurniture && !isCover, isInContents: declaration.isInContents,
      body: declaration.body, openerHeight: points(declaration.openerHeight), blocks: [], rules: [],
      artwork: [], columns: min(max(declaration.columns, 1), 4))
    for block in declaration.blocks { place(block, in: frame, of: &part) }
    return part
  }

  private mutating func place(_ block: FixedDeclaration, in frame: Size, of part: inout PartStyle) {
    let rect = Rect(
      x: points(block.x, container: frame.width), y: points(block.y, container: frame.height),
      width: points(block.width, container: frame.width),
      height: points(block.height, container: frame.height))
    if let text = block.text {
      part.blocks.append(
        FixedBlock(text: text, style: block.style, rect: rect, isDecorative: block.isDecorative))
    } else if let file = block.artwork {
      part.artwork.append(FixedArtwork(file: file, rect: rect))
    } else if let name = block.color {
      part.rules.append(FixedRule(rect: rect, color: color(named: name)))
    }
  }

  func artworkFiles() -> [String] {
    var files: [String] = []
    for block in layout.parts.flatMap(\.value.blocks) {
      if let file = block.artwork, !files.contains(file) { files.append(file) }
    }
    return files
  }
}
