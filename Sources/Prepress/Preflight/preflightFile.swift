package import Diagnostics
internal import Geometry

/// Looks in a finished PDF, ours or not, for what a press cannot hold: boxes, fonts, colours still to
/// be separated, ink, lines, text, images, overprinting.
///
/// Places are in points from the top left corner of the trimmed page. A finding that many places
/// have is made once, with their number.
///
/// - Parameters:
///   - bytes: the file.
///   - profile: what the printer accepts.
/// - Returns: the findings; for a file that cannot be read or is encrypted, just that.
package func preflight(_ bytes: [UInt8], profile: PreflightProfile) -> [Diagnostic] {
  do {
    return preflight(try Inspection(bytes), profile: profile)
  } catch {
    return [error.diagnosticOfFile]
  }
}

func preflight(_ inspection: Inspection, profile: PreflightProfile) -> [Diagnostic] {
  if inspection.file.trailer["Encrypt"] != nil {
    return [Diagnostic(.encryptedFile, "the file is encrypted, so that it cannot be looked at")]
  }
  var inspector = FileInspector(inspection, profile)
  inspector.inspect()
  return inspector.findings.diagnostics
}

private struct FileInspector {
  private let inspection: Inspection
  private let profile: PreflightProfile
  private var reader: MarkReader
  private(set) var findings = PlacedFindings()
  private var samples: SampleCache
  /// Cells that all pages together may still paint.
  private var paintBudget = WorkBudget(2_000_000_000)
  /// Whether a page paints more cells than are looked at.
  private var isCut = false
  private var page = 0
  private var trim = Rect.zero

  init(_ inspection: Inspection, _ profile: PreflightProfile) {
    self.inspection = inspection
    self.profile = profile
    reader = MarkReader(inspection.file)
    samples = SampleCache(inspection.file)
  }

  mutating func inspect() {
    if inspection.file.isRepaired {
      findings.add(.unreadableContent, "the table of objects is damaged", severity: .warning)
    }
    if inspection.hasBrokenPageTree {
      findings.add(.unreadableContent, "the page tree loops", severity: .warning)
    }
    inspectFonts()
    inspectSpots()
    for index in inspection.pages.indices { inspectPage(index) }
    if inspection.pages.isEmpty { findings.add(.emptyPage, "the file has no pages") }
    if isCut || reader.isCut || samples.budget.isSpent || paintBudget.isSpent {
      findings.add(.unfinishedPreflight, "the pages paint more than is looked at", severity: .note)
    }
  }

  // MARK: The file

  private mutating func inspectFonts() {
    for font in inspection.fonts {
      if font.isMissing {
        findings.add(.looseFont, "the font \(font.name) is not embedded", page: font.page)
      } else if font.isRendered, font.name.contains("Courier") {
        // Programs put Courier in the place of fonts that they do not find (GWG 14).
        findings.add(
          .looseFont, "the font \(font.name) may stand for another one", page: font.page,
          severity: .note)
      }
    }
  }

  private mutating func inspectSpots() {
    var names: Set<String> = []
    inspection.forEachArray { parts in
      guard inspection.file.name(parts.first) == "Separation", parts.count > 1,
        let name = inspection.file.name(parts[1])
      else { return }
      names.insert(name)
    }
    for finding in spotNameFindings(names.subtracting(["All", "None"]).sorted()) {
      findings.add(.spotNames, finding)
    }
  }

  // MARK: Pages

  private mutating func inspectPage(_ index: Int) {
    page = index
    let own = inspection.pages[index]
    inspectBoxes(own.dictionary)
    let content = own.content
    if content.colors.usesRGB {
      let users = content.colors.rgbUsers.joined(separator: ", ")
      findings.add(.unseparatedColour, "RGB in \(users)", kind: "RGB", page: index)
    }
    for space in ["ICCBased RGB", "Lab"] where content.colors.measuredSpaces.contains(space) {
      findings.add(.unseparatedColour, "colours of kind \(space)", page: index)
    }
    if content.usesTransparency {
      findings.add(
        .liveTransparency, "transparency is left to the press", page: index, severity: .note)
    }
    if content.isUnreadable {
      findings.add(.unreadableContent, "its content cannot be read whole", page: index)
    }
    if content.isSkipped || paintBudget.isSpent { return }
    // What lies wholly outside the trim is not printed.
    let printed = trim.grown(by: 1)
    let marks = reader.read(own.dictionary).filter {
      $0.visibleBox?.intersection(printed) != nil
    }
    if marks.isEmpty, !isBlankVerso(index, of: inspection.pages.count) {
      findings.add(.emptyPage, "it is empty", page: index, severity: .warning)
    }
    inspect(marks)
  }

  private mutating func inspectBoxes(_ dictionary: PDFDictionary) {
    let file = inspection.file
    guard let media = Rect(box: file.box(dictionary["MediaBox"])) else {
      findings.add(.pageBoxes, "it has no MediaBox that a page can have", page: page)
      trim = .zero
      return
    }
    let trimmed = Rect(box: file.box(dictionary["TrimBox"] ?? dictionary["ArtBox"]))
    trim = trimmed ?? Rect(box: file.box(dictionary["CropBox"])) ?? media
    if trimmed == nil {
      findings.add(
        .pageBoxes, "nothing says where it is cut: it has no TrimBox", page: page,
        severity: .warning)
    }
    if let unit = file.number(dictionary["UserUnit"]), unit != 1 {
      findings.add(.pageBoxes, "its unit is scaled", page: page, severity: .warning)
    }
    let first = inspection.pages.first.flatMap {
      Rect(box: file.box($0.dictionary["TrimBox"] ?? $0.dictionary["MediaBox"]))
    }
    let size = Rect(box: file.box(dictionary["TrimBox"] ?? dictionary["MediaBox"]))?.size
    if let first, let size, abs(first.width - size.width) + abs(first.height - size.height) > 1 {
      findings.add(
        .pageBoxes, "its size is not that of the first page", page: page, severity: .warning)
    }
  }

  // MARK: Marks

  private mutating func inspect(_ marks: [Mark]) {
    let media = Rect(box: inspection.file.box(inspection.pages[page].dictionary["MediaBox"]))
    let share = WorkBudget(min(InkRaster.pageBudget.rest, paintBudget.rest))
    var raster = InkRaster(media ?? trim, budget: share)
    for mark in marks {
      switch mark.kind {
      case .fill: inspectArea(mark)
      case .stroke(let width): inspectWidth(width, mark)
      case .text(let size): inspectText(size, mark, raster)
      case .image(let image): inspectImage(image, mark)
      }
      inspectOverprint(mark)
      raster.paint(mark, samples.samples(of: mark, cell: raster.cell))
    }
    paintBudget.spend(share.rest - raster.budget.rest)
    isCut = isCut || raster.budget.isSpent
    for region in raster.regions(above: profile.coverage, largerThan: profile.inkArea) {
      add(
        .tooMuchInk, "an area takes \(percent(region.coverage)) of ink",
        "an area takes more than \(percent(profile.coverage)) of ink", region.box)
    }
  }

  private mutating func inspectArea(_ mark: Mark) {
    let thickness = min(mark.box.width, mark.box.height)
    if thickness <= 1 {
      inspectWidth(thickness, mark)
    } else {
      inspectBleed(mark)
    }
  }

  private mutating func inspectWidth(_ width: Double, _ mark: Mark) {
    guard mark.paint.color.coverage != 0, width < profile.riskyLineWidth - 0.001 else { return }
    let isThin = width < profile.lineWidth - 0.001
    let limit = isThin ? profile.lineWidth : profile.riskyLineWidth
    add(
      .thinLine, "a line is \(decimal(width)) pt thick",
      "lines are thinner than \(decimal(limit)) pt", mark.box,
      severity: isThin ? .error : .warning)
  }

  /// What reaches the trim must go on beyond it, as far as the bleed where the file has one.
  private mutating func inspectBleed(_ mark: Mark) {
    guard let box = mark.visibleBox, mark.paint.color.coverage != 0 else { return }
    let bleed = profile.bleed - 0.05
    let touches = [
      (box.minX <= trim.minX + 0.5, box.minX <= trim.minX - bleed),
      (box.minY <= trim.minY + 0.5, box.minY <= trim.minY - bleed),
      (box.maxX >= trim.maxX - 0.5, box.maxX >= trim.maxX + bleed),
      (box.maxY >= trim.maxY - 0.5, box.maxY >= trim.maxY + bleed),
    ]
    guard touches.contains(where: { $0 && !$1 }) else { return }
    let message = "artwork touches the trim and ends before the bleed"
    add(.shortBleed, message, message, box)
  }

  private mutating func inspectText(_ size: Double, _ mark: Mark, _ raster: InkRaster) {
    guard case .inks(let process, _) = mark.paint.color, let plates = mark.paint.color.plates else {
      return
    }
    let middle = Point(x: mark.box.midX, y: mark.box.midY)
    let isReversed = (mark.paint.color.coverage ?? 0) < 0.5 && raster.coverage(at: middle) > 1
    if isReversed, size < profile.reversedTextSize {
      add(
        .smallText, "text of \(decimal(size)) pt stands light on a dark ground",
        "small text stands light on a dark ground", mark.box, severity: .warning)
    }
    if plates > 2, size < profile.colouredTextSize {
      add(
        .smallText, "text of \(decimal(size)) pt prints in \(plates) inks",
        "small text prints in several inks", mark.box, severity: .warning)
    }
    if process.black > 0.85, plates > 1 {
      let message = "black text prints in \(percent(process.coverage)) of ink"
      add(.richBlackText, message, "black text prints on several plates", mark.box)
    }
  }

  private mutating func inspectImage(_ image: PlacedImage, _ mark: Mark) {
    inspectBleed(mark)
    let (least, good) =
      image.isBilevel
      ? (profile.bilevelResolution, profile.goodBilevelResolution)
      : (profile.resolution, profile.goodResolution)
    // A pixel or a few are a way to fill an area.
    guard image.resolution < good, image.width * image.height > 64 else { return }
    let isCoarse = image.resolution < least
    add(
      .coarseImage, "a picture has \(whole(image.resolution)) pixels to the inch",
      "pictures have fewer than \(whole(isCoarse ? least : good)) pixels to the inch", mark.box,
      severity: isCoarse ? .error : .warning)
  }

  /// White that keeps what lies below it is not seen at all (GWG 8 and 9).
  private mutating func inspectOverprint(_ mark: Mark) {
    if case .image = mark.kind { return }
    guard mark.paint.isOverprinting, mark.paint.color.coverage == 0 else { return }
    let message = "white overprints, so that it vanishes"
    add(.whiteOverprint, message, message, mark.box)
  }

  /// Adds a finding at a mark; `kind` tells which are put together.
  private mutating func add(
    _ code: DiagnosticCode, _ message: String, _ kind: String, _ box: Rect,
    severity: Severity = .error
  ) {
    let corner = Point(x: box.minX - trim.minX, y: trim.maxY - box.maxY)
    findings.add(code, message, kind: kind, page: page, at: corner, severity: severity)
  }
}
