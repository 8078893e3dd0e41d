internal import Figures

extension ExactDecimal {
  /// `digits × 10^exponent`; zero where that is out of range.
  init(_ digits: Int, exponent: Int) {
    self = (try? ExactDecimal(parsing: "\(digits)e\(exponent)")) ?? .zero
  }

  /// The exact sum; nil where it has more digits than are kept.
  static func sum(_ values: [ExactDecimal]) -> ExactDecimal? {
    try? values.reduce(ExactDecimal.zero) { try $0.adding($1) }
  }
}
