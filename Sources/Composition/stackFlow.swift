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
  static let lonelyRow = 3000.0
  /// A note that goes on on the next page.
  static let splitNote = 1500.0
  /// A figure that waits for a later page, for each page.
  static let waitingFloat = 300.0
  /// A figure that came too late, for each item between it and its place.
  static let floatDistance = 15.0
  /// A last page of fewer than five lines, which looks like an accident.
  static let shortLastPage = 3000.0
}

/// Stacks the blocks of a part into a flow: lines, figures, rows, and the space between.
struct FlowStacker {
  private let sheet: Stylesheet
  private let results: [SettingResult]
  private let attachments: [Attachment]
  private(set) var flow = Flow()
  private var scope = -1
  /// Space that the block before wants below it.
  private var pendingAfter = 0.0
  /// Whether the block before must not end a page.
  private var keepsNext = false

  init(sheet: Stylesheet, results: [SettingResult], attachments: [Attachment]) {
    self.sheet = sheet
    self.results = results
    self.attachments = attachments
  }

  private var leading: Double { sheet.page.leading }

  mutating func stack(_ blocks: [FlowBlock], canFloat: Bool = true) {
    for block in blocks {
      switch block {
      case .text(let text): stack(text)
      case .figure(let figure): stack(figure, canFloat: canFloat && sheet.figures.floats)
      case .table(let table): stack(table)
      case .box(let box): stack(box)
      case .entry(let entry): stack(entry)
      }
    }
  }

  /// Whether lines of this leading keep to the baseline grid: one or several of its lines.
  private func isOnGrid(_ height: Double) -> Bool {
    abs((height / leading).rounded() * leading - height) < 0.01
  }

  private mutating func append(_ item: FlowItem) {
    var item = item
    item.before = max(item.before, pendingAfter)
    item.scope = scope
    if keepsNext { item.cost = BreakCost.forbidden }
    pendingAfter = 0
    keepsNext = false
    flow.items.append(item)
  }

  // MARK: Text

  private mutating func stack(_ text: TextBlock) {
    let isAfterHeading = keepsNext
    for item in lines(of: text) { append(item) }
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
    let set = results[text.job].text
    let count = set.lines.count
    return set.lines.indices.map { line in
      var item = FlowItem(
        content: .line(text: flow.texts.count - 1, line: line), height: text.style.leading)
      item.before = line == 0 ? text.style.before : 0
      item.snaps = text.snaps && isOnGrid(text.style.leading) && scope < 0
      item.cost = scope >= 0 ? BreakCost.insideBox : 0
      if line == 1 { item.cost += BreakCost.widow }
      if line > 0 && line == count - 1 { item.cost += BreakCost.widow }
      item.notes = noteMarks(of: set.paragraph.attachments(of: set.lines[line]))
      return item
    }
  }

  private mutating func noteMarks(of found: [Int]) -> Range<Int> {
    let start = flow.noteMarks.count
    for index in found {
      if case .note(let note) = attachments[index] { flow.noteMarks.append(note) }
    }
    return start..<flow.noteMarks.count
  }

  /// Text lines that stay together: captions and remarks.
  private mutating func kept(_ texts: [TextBlock], isFirstFree: Bool = false) -> [FlowItem] {
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
      after: sheet.figures.after, notes: joinedNotes(items, from: notes))
    if canFloat && scope < 0 {
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
  private func joinedNotes(_ items: [FlowItem], from empty: Range<Int>) -> Range<Int> {
    let marked = items.map(\.notes).filter { !$0.isEmpty }
    guard let first = marked.first, let last = marked.last else { return empty }
    return first.lowerBound..<last.upperBound
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

  // MARK: Tables

  private mutating func stack(_ table: TableBlock) {
    flow.tables.append(table)
    let index = flow.tables.count - 1
    let set = results[table.job].table
    var caption = kept(table.caption, isFirstFree: true)
    for position in caption.indices {
      if position == 0 { caption[0].before = sheet.table.before }
      append(caption[position])
    }
    flow.scopes.append(
      FlowScope(kind: .table(index), parent: scope, reopening: reopening(of: table, index, set)))
    let outer = scope
    scope = flow.scopes.count - 1
    var head = FlowItem(content: .head(table: index), height: rowHeight(set.head))
    head.before = caption.isEmpty ? sheet.table.before : 0
    head.cost = caption.isEmpty ? 0 : BreakCost.forbidden
    head.notes = noteMarks(of: set.head)
    if !caption.isEmpty { keepsNext = true }
    append(head)
    for row in set.rows.indices { append(rowItem(set, row, table: index)) }
    append(endRule(index))
    scope = outer
    for item in kept(table.footer) { append(item) }
    let after = sheet.table.after
    pendingAfter = after
    keepsNext = false
  }

  private func endRule(_ table: Int) -> FlowItem {
    var rule = FlowItem(content: .rule(table: table), height: 2)
    rule.cost = BreakCost.forbidden
    return rule
  }

  private mutating func rowItem(_ set: SetTable, _ row: Int, table: Int) -> FlowItem {
    var item = FlowItem(content: .row(table: table, row: row), height: rowHeight(set.rows[row]))
    let count = set.rows.count
    let isShort = count <= BreakCost.shortTable
    item.cost = isShort ? BreakCost.insideShortTable : BreakCost.betweenRows
    if row == 1 || row == count - 1 { item.cost = BreakCost.lonelyRow }
    if row == 0 { item.cost = BreakCost.forbidden }
    item.notes = noteMarks(of: set.rows[row])
    return item
  }

  private mutating func noteMarks(of cells: [SetText]) -> Range<Int> {
    var found: [Int] = []
    for cell in cells {
      for line in cell.lines { found += cell.paragraph.attachments(of: line) }
    }
    return noteMarks(of: found)
  }

  private func rowHeight(_ cells: [SetText]) -> Double {
    let leading = sheet.paragraph("table-cell").leading
    let lines = cells.map(\.lines.count).max() ?? 1
    return Double(max(lines, 1)) * leading + sheet.table.padding.top + sheet.table.padding.bottom
  }

  private mutating func reopening(
    of table: TableBlock, _ index: Int, _ set: SetTable
  ) -> [FlowItem] {
    var items = kept(table.continued)
    items.append(FlowItem(content: .head(table: index), height: rowHeight(set.head)))
    return items
  }
}
