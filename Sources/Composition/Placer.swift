package import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

/// Draws planned pages: the only place where composition turns into coordinates.
struct Placer {
  let sheet: Stylesheet
  let input: CompositionInput
  let styles: StyleTable
  let results: [SettingResult]
  let attachments: [Attachment]
  let notes: [[TextBlock]]
  let lettering: Lettering
  /// Lines of running heads and feet by text and style: most are the same on page after page.
  var furniture: [FurnitureText: SetLine] = [:]
  /// Printed page numbers by destination, for the contents.
  var labels: [String: String]
  /// Where the figures of the pages stand.
  var boxes: [(node: StructureNodeID, box: StructureNode.Box)] = []
  var diagnostics: [Diagnostic] = []
  /// Places already found: the repeated head of a table holds them again.
  var placedAnchors: Set<String> = []
  /// What is found on the lines of the page that is being drawn.
  var verdict: PageVerdict

  // The page that is being drawn.
  var page = Page(size: .zero, list: DisplayList(), label: PageLabel(style: .none, number: 0))
  var pageIndex = 0
  var area = Rect.zero
  /// The table that the end of the page divides, and its last row there.
  var divided: (table: Int, row: Int)?
  private(set) var flow: Flow
  private var filler: PageFiller

  init(_ composed: ComposedText, flow: Flow, labels: [String: String]) {
    input = composed.input
    sheet = composed.input.stylesheet
    styles = composed.styles
    results = composed.results
    attachments = composed.attachments
    notes = composed.notes
    lettering = Lettering(fonts: composed.input.fonts)
    self.flow = flow
    self.labels = labels
    filler = PageFiller(flow: flow, leading: sheet.page.leading)
    verdict = PageVerdict(isComplete: composed.input.inspectsLines)
  }

  /// Draws one page of a part.
  mutating func place(
    _ plan: PagePlan, of part: PartFlow, isFirst: Bool, index: Int, label: PageLabel
  ) -> Page {
    pageIndex = index
    page = Page(size: sheet.page.size, list: DisplayList(), label: label)
    area = sheet.page.typeArea(isVerso: index % 2 == 1)
    if isFirst { placeFixed(part) }
    place(plan, opener: isFirst ? part.style.openerHeight : 0)
    return page
  }

  /// Draws what a plan puts into the type area.
  private mutating func place(_ plan: PagePlan, opener: Double) {
    let entries = fill(plan, opener: opener)
    placeScopes(entries, plan)
    placeColumnRules(entries)
    let foot = area.maxY - noteHeight(plan.notes) - footHeight(entries)
    for (entry, y) in entries {
      switch entry {
      case .item(let item, let x): place(flow.items[item], x: x, y: area.minY + y)
      case .reopening(let item): placeReopening(at: item, y: area.minY + y)
      case .columnReopening(let item, let x): placeReopening(at: item, x: x, y: area.minY + y)
      case .float(let float): placeFloat(flow.floats[float], y: area.minY + y)
      case .footFloat(let float): placeFloat(flow.floats[float], y: foot + y)
      }
    }
    placeNotes(plan.notes)
    if plan.isOverfull { reportOverflow(plan) }
    judge(plan, entries)
  }

  private func fill(_ plan: PagePlan, opener: Double) -> [(PageFiller.Entry, Double)] {
    var entries: [(PageFiller.Entry, Double)] = []
    if plan.holdsFloatsAlone {
      filler.fillPage(plan.floats) { entries.append(($0, $1)) }
    } else {
      filler.fill(
        from: plan.items.lowerBound, floats: plan.floats, top: opener,
        upTo: plan.items.upperBound
      ) { entries.append(($0, $1)) }
    }
    return entries
  }

  /// The height of the floats at the foot, down to the last line of the last caption.
  private func footHeight(_ entries: [(PageFiller.Entry, Double)]) -> Double {
    entries.reduce(0) { height, entry in
      guard case (.footFloat(let float), let y) = entry else { return height }
      return max(height, y + flow.floats[float].height)
    }
  }

  private func noteHeight(_ pieces: [NotePiece]) -> Double {
    guard !pieces.isEmpty else { return 0 }
    let lines = pieces.reduce(0) { $0 + $1.lines.count }
    return sheet.notes.before + sheet.notes.after
      + Double(lines) * sheet.paragraph("footnote").leading
      + Double(pieces.count - 1) * sheet.notes.between
  }

  private mutating func reportOverflow(_ plan: PagePlan) {
    diagnostics.append(
      Diagnostic(
        .pageOverflow, "content is higher than page \(page.label.text)",
        at: flow.span(ofItem: plan.items.lowerBound),
        hints: ["divide the block, or make its picture smaller"]))
  }

  // MARK: Items

  /// Draws an item in its column: the type area moves with it.
  private mutating func place(_ item: FlowItem, x: Double, y: Double) {
    area.origin.x += x
    place(item, y: y)
    area.origin.x -= x
  }

  private mutating func place(_ item: FlowItem, y: Double, isRepeated: Bool = false) {
    switch item.content {
    case .line(let text, let line):
      place(line: line, of: flow.texts[text], y: y)
    case .figure(let figure): place(flow.figures[figure], y: y)
    case .head(let table): placeHead(of: flow.tables[table], y: y, height: item.height, isRepeated)
    case .row(let table, let row):
      placeRow(row, of: flow.tables[table], y: y, height: item.height)
    case .rowLine(let table, let row, let line):
      placeLine(line, ofRow: row, of: flow.tables[table], y: y)
    case .rule(let table): placeBottomRule(of: flow.tables[table], y: y)
    case .entry(let entry): place(flow.entries[entry], y: y)
    case .space: break
    }
  }

  /// Repeats what the scopes around an item show at the head of a page.
  private mutating func placeReopening(at index: Int, x: Double? = nil, y: Double) {
    var y = y
    area.origin.x += x ?? 0
    defer { area.origin.x -= x ?? 0 }
    for scope in flow.reopenedScopes(at: index, inColumn: x != nil) {
      for item in flow.scopes[scope].reopening {
        place(item, y: y, isRepeated: true)
        y += item.height
      }
    }
  }

  private mutating func placeFloat(_ float: FloatItem, y: Double) {
    if let turned = float.turned { return place(turned) }
    var y = y
    for (index, item) in float.items.enumerated() {
      if index > 0 { y += item.before }
      place(item, y: y)
      y += item.height
    }
  }

  /// Draws a page of wide content with a copy of the placer whose type area lies on its side.
  private mutating func place(_ turned: TurnedPage) {
    var inner = self
    inner.flow = flow.turned[turned.flow].flow
    inner.filler = PageFiller(flow: inner.flow, leading: sheet.page.leading)
    inner.area = Rect(x: 0, y: 0, width: area.height, height: area.width)
    inner.page = Page(size: page.size, list: DisplayList(), label: page.label)
    inner.boxes = []
    inner.diagnostics = []
    inner.verdict.begin()
    inner.place(flow.turned[turned.flow].pages[turned.page], opener: 0)
    let turn = Turn(origin: Point(x: area.minX, y: area.maxY))
    page.list.append(inner.page.list, turned: turn)
    page.links += inner.page.links.map { link in
      var link = link
      link.rect = turn.map(link.rect)
      return link
    }
    page.destinations += inner.page.destinations.map {
      Destination(name: $0.name, point: turn.map($0.point))
    }
    boxes += inner.boxes.map {
      ($0.node, StructureNode.Box(page: $0.box.page, rect: turn.map($0.box.rect)))
    }
    diagnostics += inner.diagnostics
  }

  private mutating func place(_ figure: FigureBlock, y: Double) {
    let rect = Rect(
      origin: Point(x: area.minX + figure.x, y: y), size: figure.size)
    switch figure.content {
    case .chart(let list):
      page.list.append(list, at: rect.origin, node: figure.node)
    case .picture(let image):
      page.list.image(image, in: rect, node: figure.node, span: figure.span)
      if let frame = sheet.figures.frame {
        page.list.stroke(
          Path(rect: rect), .color(frame.color), StrokeStyle(width: frame.thickness))
      }
    }
    boxes.append((figure.node, StructureNode.Box(page: pageIndex, rect: rect)))
    if let name = figure.destination {
      page.destinations.append(Destination(name: name, point: rect.origin))
    }
  }

  // MARK: Text

  /// Draws a line of a text block, with its label and what hangs on it.
  mutating func place(line number: Int, of text: TextBlock, y: Double) {
    let set = text.set(in: results)
    guard set.lines.indices.contains(number) else { return }
    let baseline = Point(x: area.minX + text.x, y: y + text.style.baseline)
    if number == 0 {
      if let name = text.destination {
        page.destinations.append(Destination(name: name, point: Point(x: area.minX, y: y)))
      }
      if let label = text.label { place(label, baseline: baseline.y) }
    }
    draw(set, number, at: baseline, span: text.span)
  }

  private mutating func place(_ label: TextBlock.Label, baseline: Double) {
    let set = results[label.job].text
    draw(set, 0, at: Point(x: area.minX + label.x, y: baseline), span: .none)
  }

  mutating func draw(
    _ set: SetText, _ number: Int, at baseline: Point, span: SourceSpan,
    omitting omitted: StyledText.RunOptions = []
  ) {
    guard set.lines.indices.contains(number) else { return }
    let line = set.lines[number]
    set.paragraph.draw(
      line, into: &page.list, at: baseline, styles: styles, omitting: omitted)
    verdict.judge(line: number, of: set, at: baseline.y, styles: styles)
    placeAnchors(of: line, set, y: baseline.y)
    var links: [Link] = []
    set.paragraph.forEachRun(of: line, x: baseline.x) { run, from, to in
      guard run.attachment >= 0,
        case .link(let target, let node, let contents) = attachments[run.attachment]
      else { return }
      let size = styles[run.style].size
      links.append(
        Link(
          rect: Rect(x: from, y: baseline.y - size, width: to - from, height: size * 1.25),
          target: target, node: node, contents: contents))
    }
    page.links += links
  }

  private mutating func placeAnchors(of line: Line, _ set: SetText, y: Double) {
    for name in set.paragraph.anchors(of: line) where placedAnchors.insert(name).inserted {
      let top = y - (set.paragraph.source.runs.first.map { styles[$0.style].size } ?? 0)
      page.destinations.append(Destination(name: name, point: Point(x: area.minX, y: top)))
    }
  }
}

extension ParagraphStyle {
  /// Distance of the baseline from the top of a line: the em box stands in the middle of the leading,
  /// its baseline at 0.88 em as in Han faces.
  var baseline: Double { (leading - text.size) / 2 + 0.88 * text.size }
}

extension DiagnosticCode {
  package static let pageOverflow = DiagnosticCode(
    "composition.page-overflow",
    "A block that cannot be divided is higher than the page; it runs over the foot.")

  package static let unknownPlacement = DiagnosticCode(
    "composition.unknown-placement",
    "A float may stand here, top, bottom or page, several of them in the order of preference.")

  package static let columnCount = DiagnosticCode(
    "composition.column-count", "A section stands in two, three or four columns.")

  /// The codes of this target.
  package static let compositionCodes: [DiagnosticCode] = [
    .unknownPartRole, .noteContent, .pageOverflow, .overfullLine, .looseLine, .strandedLine,
    .unknownPlacement, .columnCount, .lineViolation, .lineRelaxation, .textRemark, .pageReason,
    .unknownTableStyle, .tableTooWide, .emptyList, .emptyTerm, .unknownTerm, .restlessIndex,
    .referencesPlace,
    .noteMark, .noteLost, .noteApart, .noteNumber, .noteElsewhere, .notePlacement,
  ]
}
