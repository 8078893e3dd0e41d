internal import Declarations
internal import Figures

extension Codec {
  /// A number whose digits count, such as a declared total.
  static var decimal: Codec<ExactDecimal> {
    Codec<String>.string.map("a number") { try? ExactDecimal(parsing: $0) }
  }

  /// Plots side by side.
  static var panels: Codec<Int> {
    Codec<Int>.integer.map("a number of plots from 1 to 6") { (1...6).contains($0) ? $0 : nil }
  }

  /// A number of decimals from 0 to 12.
  static var decimals: Codec<Int> {
    Codec<Int>.integer.map("a number of decimals from 0 to 12") { (0...12).contains($0) ? $0 : nil }
  }
}
