/// Keeps a walk over a tree of objects finite, as a file's trees may loop: no object is entered twice,
/// and no walk takes more steps than any document needs.
struct TreeWalk {
  private let file: PDFFile
  private var entered: Set<ObjectNumber> = []
  private var budget = WorkBudget(8_000_000)
  /// Whether the tree loops or is larger than that of any document.
  private(set) var isBroken = false

  init(_ file: PDFFile) { self.file = file }

  /// Counts a step; false when there were too many.
  mutating func step() -> Bool {
    budget.spend(1)
    if budget.isSpent { isBroken = true }
    return !budget.isSpent
  }

  /// Whether the walk has not been here before; what has no number stands in one place alone.
  mutating func enter(_ object: PDFObject?) -> Bool {
    guard let number = file.target(of: object) else { return true }
    let isNew = entered.insert(number).inserted
    if !isNew { isBroken = true }
    return isNew
  }

  /// The kids that a key leads to, one or an array; an array of its own is entered too.
  mutating func kids(_ object: PDFObject?) -> [PDFObject] {
    guard let elements = file.array(object) else { return file.list(object) }
    return enter(object) ? elements : []
  }
}
