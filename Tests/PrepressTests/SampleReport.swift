import Diagnostics
import Drawing
import Geometry
import Rendering
import RenderingFixtures

/// Two pages with one of everything that finishing knows.
struct SampleReport {
  private(set) var document: PagedDocument
  private var lists = [DisplayList(), DisplayList()]
  private let specimen: Specimen
  private var baseline = 40.0

  init(bleed: Double = 0) throws {
    specimen = try Specimen(Fixture.serif)
    document = PagedDocument(
      metadata: DocumentMetadata(
        title: "共建“一带一路” & 2025", authors: ["甲", "B (C)"], organization: "委员会",
        subject: "年度报告", keywords: ["贸易", "port"], language: "zh-CN", date: "2025-12-31"),
      pages: [], structure: StructureTree(), outline: [], faces: [Fixture.serif], images: [],
      bleed: bleed)
    try compose()
  }

  private mutating func compose() throws {
    set("页眉", .header, page: 0)
    let heading = add(.heading1, "进入新阶段", page: 0)
    document.structure[heading].title = "1 进入新阶段"
    composeParagraph()
    composeTable()
    composeFigure()
    set("ii", .footer, page: 0)
    let size = Size(width: 300, height: 400)
    let links = [
      Link(
        rect: Rect(x: 20, y: 60, width: 30, height: 12), target: .destination("表-1"),
        node: link, contents: "表 1"),
      Link(
        rect: Rect(x: 20, y: 80, width: 30, height: 12), target: .uri("https://例.org/a(b)"),
        node: link, contents: "网站"),
    ]
    document.pages = [
      Page(
        size: size, list: lists[0], label: PageLabel(style: .lowerRoman, number: 2), links: links,
        destinations: [Destination(name: "sec-1", point: Point(x: 20, y: 30))]),
      Page(
        size: size, list: lists[1], label: PageLabel(style: .none, number: 1),
        destinations: [Destination(name: "表-1", point: Point(x: 20, y: 100))]),
    ]
    document.outline = [
      OutlineItem(
        title: "进入新阶段", destination: "sec-1",
        children: [OutlineItem(title: "Table (1)", destination: "表-1")]),
      OutlineItem(title: "End", destination: "表-1"),
    ]
  }

  private(set) var link = StructureNodeID(index: 0)

  /// A paragraph over two pages with a link, a note reference and the note at the foot.
  private mutating func composeParagraph() {
    let paragraph = add(.paragraph, "第一句见", page: 0)
    link = add(.link, "表一", in: paragraph, page: 0)
    set("，第二句", paragraph, page: 0)
    let reference = add(.reference, "1", in: paragraph, page: 0)
    set("在下页结束。", paragraph, page: 1)
    let note = add(.note, "脚注。", in: StructureTree.root, page: 0)
    document.structure[note].follows = reference
    document.structure[note].id = "note-1"
    let english = add(.span, "port", in: paragraph, page: 1)
    document.structure[english].language = "en"
  }

  private mutating func composeTable() {
    let table = document.structure.add(.table, in: StructureTree.root)
    let row = document.structure.add(.tableRow, in: table)
    let head = add(.headCell, "项目", in: row, page: 1)
    document.structure[head].scope = .column
    document.structure[head].columnSpan = 2
    let body = document.structure.add(.tableRow, in: table)
    _ = document.structure.add(.dataCell, in: body)
    _ = add(.dataCell, "51.8", in: body, page: 1)
  }

  private mutating func composeFigure() {
    let figure = document.structure.add(.figure, in: StructureTree.root)
    document.structure[figure].alt = "一根柱"
    let box = Rect(x: 20, y: 200, width: 100, height: 50)
    document.structure[figure].box = StructureNode.Box(page: 1, rect: box)
    lists[1].group(opacity: 0.5) { list in
      list.fill(Path(rect: box), .color(Color(red: 0.5, green: 0, blue: 0)), node: figure)
    }
    _ = add(.caption, "图 1", in: figure, page: 1)
  }

  private mutating func add(
    _ role: StructureRole, _ text: String, in parent: StructureNodeID = StructureTree.root,
    page: Int
  ) -> StructureNodeID {
    let node = document.structure.add(role, in: parent)
    set(text, node, page: page)
    return node
  }

  private mutating func set(_ text: String, _ node: StructureNodeID, page: Int) {
    baseline += 15
    let origin = Point(x: 20, y: baseline)
    specimen.set(
      text, as: FaceID(index: 0), size: 10, at: origin, node: node, in: &lists[page])
  }
}
