import Diagnostics
import Drawing
import Geometry

/// The glyphs of a whole document, each as it is shown first, on a page that is not the document's.
///
/// Cairo numbers the glyphs of a font's subset as they come, and takes what a glyph means from the first
/// cluster that it alone makes up. After this page those choices are made: every file that begins
/// with it has the same fonts, and a page reads the same in whichever file it stands.
struct GlyphInventory {
  private(set) var list = DisplayList()
  /// The faces in the order of their first use, which numbers them too.
  private var faces: [FaceID] = []
  private var entries: [FaceID: Entry] = [:]

  /// Cairo leaves out what lies outside of a page: all glyphs stand on one place within it.
  static let size = Size(width: 1_000, height: 1_000)
  private static let place = Point(x: 500, y: 500)

  fileprivate struct Entry {
    var size: Double
    var shown = GlyphSet()
    /// Glyphs that have a meaning.
    var meant = GlyphSet()
    var glyphs: [PositionedGlyph] = []
    var clusters: [TextCluster] = []
    var text: [UInt8] = []
  }

  init(of document: PagedDocument) {
    for page in document.pages {
      for item in page.list.items {
        if case .glyphs(let run) = item.content { add(run, of: page.list) }
      }
    }
    for face in faces {
      if let entry = entries[face] { append(entry, face) }
    }
  }

  private mutating func add(_ run: GlyphRun, of list: DisplayList) {
    guard !run.glyphs.isEmpty else { return }
    if entries[run.face] == nil { faces.append(run.face) }
    // Taken out of the table while it grows, so that it is not copied.
    var entry =
      entries.updateValue(Entry(size: run.size), forKey: run.face) ?? Entry(size: run.size)
    entry.add(run, of: list, at: GlyphInventory.place)
    entries[run.face] = entry
  }

  private mutating func append(_ entry: Entry, _ face: FaceID) {
    let starts = (list.glyphs.count, list.clusters.count, list.text.count)
    list.glyphs += entry.glyphs
    list.clusters += entry.clusters
    list.text += entry.text
    let run = GlyphRun(
      face: face, size: entry.size, paint: list.intern(.color(.black)),
      glyphs: starts.0..<list.glyphs.count, clusters: starts.1..<list.clusters.count,
      text: starts.2..<list.text.count)
    list.append(.glyphs(run), node: .artifact, span: .none)
  }
}

extension GlyphInventory.Entry {
  /// Takes over the clusters that show a glyph first, or are the first to say what one means.
  fileprivate mutating func add(_ run: GlyphRun, of list: DisplayList, at place: Point) {
    var glyph = run.glyphs.lowerBound
    var byte = run.text.lowerBound
    for cluster in list.clusters[run.clusters] {
      let ids = list.glyphs[glyph..<min(glyph + Int(cluster.glyphs), run.glyphs.upperBound)]
      let text = byte..<min(byte + Int(cluster.bytes), run.text.upperBound)
      (glyph, byte) = (ids.endIndex, text.upperBound)
      var isNew = false
      for shownGlyph in ids where shown.insert(shownGlyph.id) { isNew = true }
      if ids.count == 1, !text.isEmpty, let only = ids.first, meant.insert(only.id) { isNew = true }
      guard isNew else { continue }
      for shownGlyph in ids {
        glyphs.append(PositionedGlyph(id: shownGlyph.id, x: place.x, y: place.y))
      }
      clusters.append(cluster)
      self.text += list.text[text]
    }
  }
}

/// Glyph ids, one bit each.
private struct GlyphSet {
  private var bits: [UInt64] = []

  /// - Returns: whether the glyph is new.
  mutating func insert(_ glyph: UInt) -> Bool {
    guard glyph < 65_536 else { return false }
    if bits.isEmpty { bits = Array(repeating: 0, count: 65_536 / 64) }
    let bit: UInt64 = 1 << (UInt64(glyph) & 63)
    defer { bits[Int(glyph >> 6)] |= bit }
    return bits[Int(glyph >> 6)] & bit == 0
  }
}
