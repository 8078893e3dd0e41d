internal import Typography

/// The numbers of a column as a block: their points stand under each other (E5.6), and the block
/// stands in the column as its alignment says.
struct NumberBlock {
  private var whole = 0.0
  private var fraction = 0.0

  var width: Double { whole + fraction }

  mutating func take(whole: Double, all: Double) {
    self.whole = max(self.whole, whole)
    fraction = max(fraction, all - whole)
  }

  /// Where a cell of one line begins; nil for text that is wider than the block of numbers.
  ///
  /// What is no number, such as the dash of a missing one, ends where whole numbers do.
  func start(of cell: MeasuredCell, in measure: Double, _ alignment: LineSettings.Alignment)
    -> Double?
  {
    guard cell.point != nil || cell.natural <= width else { return nil }
    let free = max(measure - width, 0)
    let left =
      switch alignment {
      case .start, .justify: 0.0
      case .center: free / 2
      case .end: free
      }
    return left + max(whole - (cell.point ?? cell.natural), 0)
  }
}
