extension SharedCheck {
  /// Actions that a page description cannot have, of any kind or of some kinds, and those that follow
  /// them (ISO 32000-1, 12.6.2).
  static func actions(_ inspection: Inspection, allowing allowed: Set<String>) -> [Finding] {
    let file = inspection.file
    var walk = ActionWalk(file)
    walk.visit(inspection.catalog["OpenAction"])
    var actsOnEvents =
      inspection.catalog["AA"] != nil || inspection.pages.contains { $0.dictionary["AA"] != nil }
    inspection.forEachDictionary { _, dictionary, _ in
      walk.visit(dictionary["A"])
      let found = file.dictionary(dictionary["AA"]).map { events(of: $0, in: file) } ?? []
      if !found.isEmpty { actsOnEvents = true }
      for action in found { walk.visit(action) }
    }
    var messages = walk.kinds.subtracting(allowed).map { "the file has an action of kind \($0)" }
    messages += walk.names.subtracting(pageMoves).map { "the file has an action named \($0)" }
    if actsOnEvents { messages.append("the file acts on events") }
    if file.dictionary(inspection.catalog["Names"])?["JavaScript"] != nil {
      messages.append("the file has JavaScript")
    }
    return messages.sorted().map { Finding($0) }
  }

  /// All that viewers have in common, and that PDF/A allows (ISO 19005-3, 6.5.1).
  private static let pageMoves: Set<String> = ["NextPage", "PrevPage", "FirstPage", "LastPage"]

  /// Of annotations, fields, pages and the catalogue (ISO 32000-1, 12.6.3).
  private static let eventKeys: Set<String> = [
    "E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI", "O", "C", "K", "F", "V", "WC", "WS",
    "DS", "WP", "DP",
  ]

  /// The actions that something does by itself; none for a resource that happens to be called AA.
  private static func events(of dictionary: PDFDictionary, in file: PDFFile) -> [PDFObject] {
    dictionary.entries.filter {
      eventKeys.contains($0.key) && file.name(file.dictionary($0.value)?["S"]) != nil
    }.map(\.value)
  }
}

/// Collects the kinds of actions, with those that follow each.
private struct ActionWalk {
  private(set) var kinds: Set<String> = []
  /// What actions of the kind Named do.
  private(set) var names: Set<String> = []
  private let file: PDFFile
  private var walk: TreeWalk

  init(_ file: PDFFile) {
    self.file = file
    walk = TreeWalk(file)
  }

  mutating func visit(_ object: PDFObject?) {
    guard let object else { return }
    var pending = [object]
    while let next = pending.popLast(), walk.step() {
      // An attribute object stands behind the same key; it has an owner.
      guard let action = file.dictionary(next), let kind = file.name(action["S"]),
        action["O"] == nil, walk.enter(next)
      else { continue }
      kinds.insert(kind)
      if kind == "Named" { names.insert(file.name(action["N"]) ?? "?") }
      pending += walk.kids(action["Next"])
    }
  }
}
