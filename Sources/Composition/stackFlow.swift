internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

/// Costs of page breaks, on the scale on which one empty line at the foot of a page costs ten.
enum BreakCost {
  /// A break that only a page without any other way out takes.
  static let forbidden = 1e7
  /// A paragraph's single line at the foot or the head of a page.
  static let widow = 20_000.0
  static let insideBox = 500.0
  static let betweenRows = 250.0
  /// Between the rows of a table so short that a reader wants it whole.
  static let insideShortTable = 2500.0
  static let shortTable = 10
  /// A single row of a table at the foot or the head of a page.
  static let lonelyRow = widow
  /// A note that goes on on the next page.
  static let splitNote = 1500.0
  /// A figure that waits for a later page, for each page.
  static let waitingFloat = 300.0
  /// A figure that came too late, for each item between it and its place.
  static let floatDistance = 15.0
  /// A last page of fewer than five lines, which looks like an accident.
  static let shortLastPage = 3000.0
  /// A last page of less than a quarter, for the square of each line that is missing to it.
  static let missingLine = 40.0
  /// Facing pages of unequal depth, for the square of each line between them.
  static let unevenFacing = 30.0
  /// How much dearer a way may be than another that has got as far, and still win: by the depths of
  /// facing pages, and by a page that a waiting float or note would fill better.
  static let hopeless = 600.0
  /// A page of floats alone.
  static let floatPage = 200.0
  /// A paragraph in another number of lines than its best, before its wider or narrower gaps count.
  static let change = 40.0
  /// Demerits of lines that weigh as much as one point of a page's cost: four lines stretched by a
  /// tenth of an em cost about as much as three empty lines.
  static let demerits = 500.0
}

/// Stacks the blocks of a part into a flow: lines, figures, rows, and the space between.
struct FlowStacker {
  let sheet: Stylesheet
  let results: [SettingResult]
  let attachments: [Attachment]
  let notes: [NoteMeasure]
  /// The notes whose marks stand in each note: they come with it.
  let innerNotes: [[Int]]
  var flow = Flow()
  var scope = -1
  /// The section in columns that is being stacked; -1 for none.
  private var columns = -1
  /// Space that the block before wants below it.
  var pendingAfter = 0.0
  /// Whether the block before must not end a page.
  var keepsNext = false

  init(
    sheet: Stylesheet, results: [SettingResult], attachments: [Attachment], notes: [NoteMeasure],
    innerNotes: [[Int]]
  ) {
    self.sheet = sheet
    self.results = results
    self.attachments = attachments
    self.notes = notes
    self.innerNotes = innerNotes
  }

  private var leading: Double { sheet.page.leading }

  mutating func stack(_ blocks: [FlowBlock], canFloat: Bool = true) {
    for block in blocks {
      switch block {
      case .text(let text): stack(text)
      case .figure(let figure): stack(figure, canFloat: canFloat && sheet.figures.floats)
      case .table(let table): place(table)
      case .box(let box): stack(box)
      case .entry(let entry): stack(entry)
      case .columns(let section): stack(section)
      case .headed(let block): stack(block)
      case .landscape(let blocks): stackTurned(blocks)
      }
    }
  }

  /// Whether what is stacked now stands neither in a box nor in columns, so that it may move.
  var isTopLevel: Bool { scope < 0 && columns < 0 }

  /// Whether lines of this leading keep to the baseline grid: one or several of its lines.
  private func isOnGrid(_ height: Double) -> Bool {
    abs((height / leading).rounded() * leading - height) < 0.01
  }

  /// Whether what is stacked now stands in a box or a table.
  private var isBoxed: Bool { scope >= 0 && !flow.scopes[scope].isPlain }

  /// Boxes and tables in columns stay whole: what they repeat at breaks is as wide as the page.
  private var isInsideColumnBox: Bool {
    columns >= 0 && isBoxed && flow.items.last?.columns == columns
      && (flow.items.last?.scope ?? -1) >= scope
  }

  mutating func append(_ item: FlowItem) {
    var item = item
    item.before = max(item.before, pendingAfter)
    item.scope = scope
    item.columns = columns
    if keepsNext || isInsideColumnBox { item.cost = BreakCost.forbidden }
    pendingAfter = 0
    keepsNext = false
    flow.items.append(item)
  }

  // MARK: Text

  private mutating func stack(_ text: TextBlock) {
    let isAfterHeading = keepsNext
    let first = flow.items.count
    for item in lines(of: text) { append(item) }
    addVariant(of: text, from: first)
    let count = results[text.job].text.lines.count
    if isAfterHeading, count > 1 {
      flow.items[flow.items.count - count + 1].cost = BreakCost.forbidden
    }
    pendingAfter = text.style.after
    keepsNext = text.style.keepsWithNext
  }

  /// The lines of a text with the costs of breaking between them.
  private mutating func lines(of text: TextBlock) -> [FlowItem] {
    flow.texts.append(text)
    return lines(ofText: flow.texts.count - 1)
  }

  mutating func lines(ofText index: Int) -> [FlowItem] {
    let text = flow.texts[index]
    let set = text.set(in: results)
    let count = set.lines.count
    return set.lines.indices.map { line in
      var item = FlowItem(content: .line(text: index, line: line), height: text.style.leading)
      item.before = line == 0 ? text.style.before : 0
      item.snaps = text.snaps && isOnGrid(text.style.leading) && !isBoxed
      item.cost = isBoxed ? BreakCost.insideBox : 0
      if line == 1 { item.cost += BreakCost.widow }
      if line > 0 && line == count - 1 { item.cost += BreakCost.widow }
      item.notes = noteMarks(of: set.paragraph.attachments(of: set.lines[line]))
      return item
    }
  }

  /// Only body text on the baseline grid changes its length: elsewhere a line more or less would move
  /// what follows off the grid.
  private mutating func addVariant(of text: TextBlock, from first: Int) {
    let set = results[text.job].text
    guard isTopLevel, isOnGrid(text.style.leading) else { return }
    let cost = { (variant: LineVariant?) in
      variant.map { BreakCost.change + max($0.extraDemerits, 0) / BreakCost.demerits }
    }
    guard set.shorter != nil || set.longer != nil else { return }
    flow.variants.append(
      FlowVariant(
        items: first..<flow.items.count, text: flow.texts.count - 1, leading: text.style.leading,
        shorter: cost(set.shorter), longer: cost(set.longer)))
  }

  mutating func noteMarks(of found: [Int]) -> Range<Int> {
    let start = flow.noteMarks.count
    for index in found {
      if case .note(let note) = attachments[index] {
        flow.noteMarks += innerNotes.closure(of: note)
      }
    }
    return start..<flow.noteMarks.count
  }

  /// Text lines that stay together: captions and remarks.
  mutating func kept(_ texts: [TextBlock], isFirstFree: Bool = false) -> [FlowItem] {
    var items: [FlowItem] = []
    for text in texts {
      for item in lines(of: text) {
        var item = item
        item.snaps = false
        item.cost = items.isEmpty && isFirstFree ? item.cost : BreakCost.forbidden
        items.append(item)
      }
    }
    return items
  }

  private mutating func stack(_ entry: ContentsEntry) {
    flow.entries.append(entry)
    let set = results[entry.text.job].text
    flow.texts.append(entry.text)
    for line in set.lines.indices {
      let isLast = line == set.lines.count - 1
      var item = FlowItem(
        content: isLast
          ? .entry(flow.entries.count - 1) : .line(text: flow.texts.count - 1, line: line),
        height: entry.text.style.leading)
      item.before = line == 0 ? entry.text.style.before : 0
      item.cost = line == 0 ? 0 : BreakCost.forbidden
      append(item)
    }
    pendingAfter = entry.text.style.after
    keepsNext = entry.text.style.keepsWithNext
  }

  // MARK: Figures

  private mutating func stack(_ figure: FigureBlock, canFloat: Bool) {
    flow.figures.append(figure)
    var items = [FlowItem(content: .figure(flow.figures.count - 1), height: figure.size.height)]
    var caption = kept(figure.caption)
    if !caption.isEmpty { caption[0].before = sheet.figures.captionGap }
    items += caption
    let notes = items.first?.notes ?? 0..<0
    let float = FloatItem(
      anchor: flow.items.count, items: items, before: sheet.figures.before,
      after: sheet.figures.after, notes: joinedNotes(items, from: notes),
      placement: figure.placement ?? sheet.figures.placement)
    if (canFloat || figure.placement != nil) && isTopLevel {
      flow.floats.append(float)
    } else {
      items[0].before = sheet.figures.before
      for (index, item) in items.enumerated() {
        append(item)
        if index > 0 { flow.items[flow.items.count - 1].cost = BreakCost.forbidden }
      }
      pendingAfter = sheet.figures.after
    }
  }

  /// The note marks of several items that were made one after the other.
  func joinedNotes(_ items: [FlowItem], from empty: Range<Int>) -> Range<Int> {
    let marked = items.map(\.notes).filter { !$0.isEmpty }
    guard let first = marked.first, let last = marked.last else { return empty }
    return first.lowerBound..<last.upperBound
  }

  // MARK: Columns

  /// A section in columns; its text keeps the page's grid, and what follows comes back to it.
  private mutating func stack(_ section: ColumnsBlock) {
    guard columns < 0 else { return stack(section.blocks, canFloat: false) }
    flow.columns.append(section.group)
    columns = flow.columns.count - 1
    pendingAfter = max(pendingAfter, sheet.columns.before)
    stack(section.blocks, canFloat: false)
    columns = -1
    pendingAfter = sheet.columns.after
  }

  // MARK: Boxes

  private mutating func stack(_ box: BoxBlock) {
    let padding = sheet.box.padding
    let outer = scope
    flow.scopes.append(
      FlowScope(
        kind: .box(x: box.x, width: box.width), parent: outer,
        reopening: [FlowItem(content: .space, height: padding.top)], closing: padding.bottom))
    let own = flow.scopes.count - 1
    let start = flow.items.count
    scope = own
    var top = FlowItem(content: .space, height: padding.top)
    top.before = sheet.box.before
    append(top)
    for text in box.title {
      var text = text
      if text.destination == nil { text.destination = box.destination }
      keepsNext = true
      stack(text)
    }
    keepsNext = true
    stack(box.blocks, canFloat: false)
    pendingAfter = 0
    var bottom = FlowItem(content: .space, height: padding.bottom)
    bottom.cost = BreakCost.forbidden
    keepsNext = true
    append(bottom)
    scope = outer
    pendingAfter = gridAfter(from: start, sheet.box.after)
  }

  /// Space after a block that brings what follows back to the baseline grid.
  private func gridAfter(from start: Int, _ after: Double) -> Double {
    var height = after
    for (offset, item) in flow.items[start...].enumerated() {
      height += item.height + (offset == 0 ? 0 : item.before)
    }
    return after + (height / leading).rounded(.up) * leading - height
  }
}
