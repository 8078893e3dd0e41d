extension Paginator {
  /// A place at which the page that is being filled might end.
  struct Candidate {
    var next: Int
    var height: Double
    /// Notes whose marks are on the page: height without the separator, number, and the last one.
    var notes: NoteLoad
    /// The cheapest paragraphs of the page to be had in a line fewer or more.
    var shorter: Change
    var longer: Change
  }

  /// All places at which a page with certain floats might end, the last one last.
  struct Filling {
    var candidates: [Candidate] = []
    /// Where the page begins, and its floats.
    var item = -1
    var floats = 0..<0
    /// Whether floats stand at its foot.
    var hasFoot = false
  }

  /// A paragraph set in another number of lines than its best.
  struct Change {
    /// Index among the flow's variants; -1 for none.
    var variant = -1
    var lines = 0
    var height = 0.0
    var cost = 0.0

    static let none = Change()

    var exists: Bool { variant >= 0 }

    /// Takes another change when it costs less.
    mutating func consider(_ variant: Int, lines: Int, leading: Double, cost: Double?) {
      guard let cost, !exists || cost < self.cost else { return }
      self = Change(
        variant: variant, lines: lines, height: Double(lines) * leading, cost: cost)
    }
  }

  /// The notes of a page in sum.
  struct NoteLoad {
    var height = 0.0
    var count = 0
    var last = -1

    init() {}

    init(_ marks: ArraySlice<Int>, _ notes: [NoteMeasure]) {
      for note in marks {
        height += notes[note].height
        count += 1
        last = max(last, note)
      }
    }

    mutating func add(_ other: NoteLoad) {
      height += other.height
      count += other.count
      last = max(last, other.last)
    }
  }
}
