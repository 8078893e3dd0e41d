import Drawing
import Foundation
import Geometry
import Prepress
import Rendering
import RenderingFixtures
import Seeds
import Testing

@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: Tool.isInstalled("qpdf"), "qpdf is not installed"))
struct FinishTests {
  private func finished(_ document: PagedDocument) throws -> [UInt8] {
    try finish(try renderPDF(document), of: document)
  }

  private func finishedSample(bleed: Double = 0) throws -> [UInt8] {
    try finished(try SampleReport(bleed: bleed).document)
  }

  @Test func qpdfFindsNothingToSay() throws {
    let (status, output) = try Tool.run("qpdf", ["--check", "%"], on: try finishedSample())
    #expect(status == 0)
    #expect(!output.contains("WARNING"), "\(output)")
    #expect(output.contains("PDF Version: 1.7"))
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    #expect(try finishedSample() == finishedSample())
  }

  @Test func anotherTextGivesAnotherIdentifier() throws {
    var document = try SampleReport().document
    let first = try PDFJSON(try finished(document))["/ID", 0] as? String
    document.pages[0].list.glyphs[0].x += 0.5
    let second = try PDFJSON(try finished(document))["/ID", 0] as? String
    #expect(first != nil && first != second)
  }

  @Test(.enabled(if: Tool.isInstalled("pdfinfo"), "poppler-utils is not installed"))
  func theStructureReadsInOrder() throws {
    let output = try Tool.run("pdfinfo", ["-struct-text", "%"], on: try finishedSample()).output
    let lines = output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(
      lines.filter { !$0.hasPrefix("H1") && $0 != "\"\"" } == [
        "Document", "\"进入新阶段\"", "P (block)", "\"第一句见\"", "Link (inline)", "\"表一\"",
        "Object 3 0", "Object 4 0", "\"，第二句\"", "Reference (inline)", "\"1\"", "\"在下页结束。\"",
        "Span (inline)", "\"port\"", "Note <note-1> (inline)", "\"脚注。\"", "Table (block)", "TR",
        "TH:", "/Scope /Column", "/ColSpan 2", "\"项目\"", "TR", "TD", "TD", "\"51.8\"", "Figure:",
        "/Placement /Block", "/BBox [20 150 120 200]", "Caption", "\"图 1\"",
      ])
  }

  @Test func theCatalogSaysWhatTheFileIs() throws {
    let pdf = try PDFJSON(try finishedSample())
    #expect(pdf["/Root", "/Lang"] as? String == "u:zh-CN")
    #expect(pdf["/Root", "/MarkInfo", "/Marked"] as? Bool == true)
    #expect(pdf["/Root", "/ViewerPreferences", "/DisplayDocTitle"] as? Bool == true)
    #expect(pdf["/Info", "/Title"] as? String == "u:共建“一带一路” & 2025")
    #expect(pdf["/Info", "/Author"] as? String == "u:甲; B (C)")
    #expect(pdf["/Info", "/CreationDate"] as? String == "u:D:20251231000000Z")
    #expect(pdf["/Info", "/Producer"] as? String == "u:Colophon")
  }

  @Test(arguments: [("ar", "/R2L"), ("zh-CN", nil)])
  func facingPagesOfArabicLieTheOtherWayRound(language: String, direction: String?) throws {
    var document = try SampleReport().document
    document.metadata.language = language
    let pdf = try PDFJSON(try finished(document))
    #expect(pdf["/Root", "/ViewerPreferences", "/Direction"] as? String == direction)
  }

  @Test func theXMPPacketSaysTheSame() throws {
    let bytes = try finishedSample()
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<?xpacket begin"))
    let end = try #require(text.range(of: "<?xpacket end"))
    let packet = String(text[start.lowerBound..<end.lowerBound])
    for part in [
      ">共建“一带一路” &amp; 2025</rdf:li>", "<rdf:li>甲</rdf:li><rdf:li>B (C)</rdf:li>",
      "<xmp:CreateDate>2025-12-31T00:00:00Z<", "<rdf:li>zh-CN</rdf:li>", "<rdf:li>委员会</rdf:li>",
    ] {
      #expect(packet.contains(part), "\(part)")
    }
  }

  @Test func linksLeadToTheirPlacesAndBackToTheirElements() throws {
    let pdf = try PDFJSON(try finishedSample())
    let page = ["/Root", "/Pages", "/Kids"]
    let annotations = try #require(
      pdf[page[0], page[1], page[2], 0, "/Annots"] as? [String]
    ).map { pdf.resolved($0) as? [String: Any] }
    try #require(annotations.count == 2)
    #expect(annotations[0]?["/Dest"] as? String == "u:表-1")
    #expect(annotations[0]?["/Contents"] as? String == "u:表 1")
    #expect(annotations[0]?["/F"] as? Int == 4)
    #expect(annotations[0]?["/StructParent"] as? Int == 2)
    #expect((annotations[0]?["/Rect"] as? [Double]) == [20, 328, 50, 340])
    let action = pdf.resolved(annotations[1]?["/A"]) as? [String: Any]
    #expect(action?["/URI"] as? String == "u:https://%E4%BE%8B.org/a(b)")
    // Keys 0 and 1 are the pages, 2 and 3 the links.
    let parents = pdf["/Root", "/StructTreeRoot", "/ParentTree", "/Nums"] as? [Any]
    let element = pdf.resolved(parents?[5]) as? [String: Any]
    #expect(element?["/S"] as? String == "/Link")
    #expect(parents?.count == 8)
    #expect(pdf["/Root", "/StructTreeRoot", "/ParentTreeNextKey"] as? Int == 4)
  }

  @Test func destinationsAreSortedByTheirBytes() throws {
    let pdf = try PDFJSON(try finishedSample())
    let names = try #require(pdf["/Root", "/Names", "/Dests", "/Names"] as? [Any])
    #expect(names[0] as? String == "u:sec-1")
    #expect(names[2] as? String == "u:表-1")
    let place = try #require(pdf.resolved(names[3]) as? [Any])
    #expect(place[1] as? String == "/XYZ")
    #expect(place[2] as? Double == 20 && place[3] as? Double == 300)
  }

  @Test func theOutlineNestsAndCounts() throws {
    let pdf = try PDFJSON(try finishedSample())
    #expect(pdf["/Root", "/Outlines", "/Count"] as? Int == 2)
    #expect(pdf["/Root", "/Outlines", "/First", "/Title"] as? String == "u:进入新阶段")
    #expect(pdf["/Root", "/Outlines", "/First", "/Count"] as? Int == -1)
    #expect(pdf["/Root", "/Outlines", "/First", "/First", "/Title"] as? String == "u:Table (1)")
    #expect(pdf["/Root", "/Outlines", "/First", "/Next", "/Title"] as? String == "u:End")
    #expect(pdf["/Root", "/Outlines", "/Last", "/Prev", "/Title"] as? String == "u:进入新阶段")
  }

  @Test func pageLabelsFollowTheFolios() throws {
    let pdf = try PDFJSON(try finishedSample())
    let numbers = try #require(pdf["/Root", "/PageLabels", "/Nums"] as? [Any])
    #expect(numbers.count == 4)
    let first = pdf.resolved(numbers[1]) as? [String: Any]
    #expect(first?["/S"] as? String == "/r" && first?["/St"] as? Int == 2)
    let second = pdf.resolved(numbers[3]) as? [String: Any]
    #expect(second?["/P"] as? String == "u:" && second?["/S"] == nil)
  }

  @Test func attributesOfCellsFiguresAndNotesAreThere() throws {
    let pdf = try PDFJSON(try finishedSample())
    let elements = pdf.structureElements()
    let head = elements.first { $0["/S"] as? String == "/TH" }
    let cell = pdf.resolved(head?["/A"]) as? [String: Any]
    #expect(cell?["/Scope"] as? String == "/Column" && cell?["/ColSpan"] as? Int == 2)
    #expect(elements.count { $0["/S"] as? String == "/TD" } == 2, "the empty cell is kept")
    let figure = elements.first { $0["/S"] as? String == "/Figure" }
    #expect(figure?["/Alt"] as? String == "u:一根柱")
    let layout = pdf.resolved(figure?["/A"]) as? [String: Any]
    #expect(layout?["/BBox"] as? [Double] == [20, 150, 120, 200])
    let note = elements.first { $0["/S"] as? String == "/Note" }
    #expect(note?["/ID"] as? String == "u:note-1")
    #expect(pdf["/Root", "/StructTreeRoot", "/IDTree", "/Names", 0] as? String == "u:note-1")
    let span = elements.first { $0["/S"] as? String == "/Span" }
    #expect(span?["/Lang"] as? String == "u:en")
  }

  @Test func artifactsAreNamedInTheContent() throws {
    let (_, text) = try Tool.run(
      "qpdf", ["--qdf", "--object-streams=disable", "%", "-"], on: try finishedSample())
    #expect(text.contains("/Artifact<</Type/Pagination/Subtype/Header>>BDC"))
    #expect(text.contains("/Artifact<</Type/Pagination/Subtype/Footer>>BDC"))
    #expect(!text.contains("/NonStruct"))
  }

  @Test func theTrimIsThePageAndTheBleedIsCutOff() throws {
    let pdf = try PDFJSON(try finishedSample(bleed: 9))
    let page = pdf["/Root", "/Pages", "/Kids", 0] as? [String: Any]
    #expect(page?["/MediaBox"] as? [Double] == [9, 9, 309, 409])
    #expect(page?["/TrimBox"] as? [Double] == [9, 9, 309, 409])
    #expect(page?["/Tabs"] as? String == "/S")
    let figure = pdf.structureElements().first { $0["/S"] as? String == "/Figure" }
    let layout = pdf.resolved(figure?["/A"]) as? [String: Any]
    #expect(layout?["/BBox"] as? [Double] == [29, 159, 129, 209])
  }

  @Test func linksToNowhereAreNamedTogether() throws {
    var document = try SampleReport().document
    document.outline[1].destination = "gone"
    document.pages[0].links[0].target = .destination("lost")
    let painting = try renderPDF(document)
    #expect(throws: PrepressError.unknownDestinations(["lost", "gone"])) {
      try finish(painting, of: document)
    }
  }

  @Test func aLostMarkerIsFound() throws {
    let document = try SampleReport().document
    var painting = try renderPDF(document)
    let drawn = painting.markers[1].count
    painting.markers[1].append(.artifact)
    #expect(throws: PrepressError.lostMarkers(page: 1, drawn: drawn + 1, found: drawn)) {
      try finish(painting, of: document)
    }
  }

  @Test(arguments: 0..<60)
  func damagedPaintingsNeverCrash(seed: UInt64) throws {
    let document = try SampleReport().document
    var painting = try renderPDF(document)
    var random = SplitMix64(seed: seed)
    for _ in 0...random.next() % 20 {
      let index = Int(random.next() % UInt64(painting.bytes.count))
      painting.bytes[index] = UInt8(truncatingIfNeeded: random.next())
    }
    _ = try? finish(painting, of: document)
  }

  @Test(.enabled(if: Tool.isInstalled("mutool"), "mupdf-tools is not installed"))
  func mupdfReadsItWithoutAWarning() throws {
    let (status, output) = try Tool.run(
      "mutool", ["draw", "-N", "-F", "txt", "%"], on: try finishedSample())
    #expect(status == 0)
    #expect(!output.contains("warning") && !output.contains("error"), "\(output)")
    #expect(output.contains("在下页结束。"))
  }

  @Test(.enabled(if: Tool.isInstalled("gs"), "ghostscript is not installed"))
  func ghostscriptReadsItWithoutAWarning() throws {
    let (status, output) = try Tool.run(
      "gs", ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "%"], on: try finishedSample())
    #expect(status == 0)
    #expect(output.isEmpty, "\(output)")
  }
}

extension PDFJSON {
  fileprivate func structureElements() -> [[String: Any]] {
    var elements: [[String: Any]] = []
    var pending: [Any?] = [self["/Root", "/StructTreeRoot", "/K"]]
    while let next = pending.popLast() {
      if let kids = resolved(next) as? [Any] {
        pending += kids.reversed().map { $0 }
      } else if let element = resolved(next) as? [String: Any], element["/S"] != nil {
        elements.append(element)
        pending.append(element["/K"])
      }
    }
    return elements
  }
}
