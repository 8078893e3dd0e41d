internal import Figures

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Chooses round ticks that cover a domain, by the score of Talbot, Lin and Hanrahan ("An Extension
/// of Wilkinson's Algorithm", 2010) over the steps 1, 5, 2 and 2.5.
///
/// The first tick is at or below the smallest value and the last at or above the largest, so that
/// no mark leaves the axis.
///
/// - Parameters:
///   - domain: what must be covered; give zero in it for bars.
///   - target: how many ticks would be best.
/// - Returns: the ticks, at least two.
package func chooseTicks(covering domain: ClosedRange<Double>, target: Int) -> [Tick] {
  let domain = usable(domain)
  let span = domain.upperBound - domain.lowerBound
  let center = Int(log10(span / Double(max(target - 1, 1))).rounded(.down))
  var best: (score: Double, candidate: TickCandidate)?
  for exponent in center - 2...center + 2 {
    for (rank, digits) in TickCandidate.steps.enumerated() {
      let candidate = TickCandidate(digits: digits, exponent: exponent, domain: domain)
      guard candidate.count <= max(2 * target, 3) else { continue }
      let score = candidate.score(rank: rank, domain: domain, target: target)
      if score > best?.score ?? -.infinity { best = (score, candidate) }
    }
  }
  return best?.candidate.ticks ?? []
}

/// A domain with some width: a single value or all zeros still need an axis.
private func usable(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
  let size = max(abs(domain.lowerBound), abs(domain.upperBound))
  guard domain.upperBound - domain.lowerBound <= size * 1e-12 else { return domain }
  if size == 0 { return 0...1 }
  return min(0, domain.lowerBound)...max(0, domain.upperBound)
}

/// Ticks at every multiple of `digits × 10^exponent` from `first` to `last`.
private struct TickCandidate {
  /// Steps from the simplest on; 25 stands for 2.5.
  static let steps: [Int] = [10, 50, 20, 25]

  let digits: Int
  let exponent: Int
  let first: Int
  let last: Int
  let step: Double

  var count: Int { last - first + 1 }

  init(digits: Int, exponent: Int, domain: ClosedRange<Double>) {
    self.digits = digits
    self.exponent = exponent
    step = Double(digits) * pow(10, Double(exponent - 1))
    first = Int(clamping: (domain.lowerBound / step + 1e-9).rounded(.down))
    last = max(Int(clamping: (domain.upperBound / step - 1e-9).rounded(.up)), first + 1)
  }

  func score(rank: Int, domain: ClosedRange<Double>, target: Int) -> Double {
    let span = domain.upperBound - domain.lowerBound
    let lowest = Double(first) * step
    let highest = Double(last) * step
    let hasZero = first <= 0 && last >= 0
    let simplicity = 1 - Double(rank) / 3 + (hasZero ? 0 : -1)
    let slack = (domain.lowerBound - lowest, highest - domain.upperBound)
    let coverage = 1 - 0.5 * (slack.0 * slack.0 + slack.1 * slack.1) / (0.01 * span * span)
    let density = Double(count - 1) / Double(max(target - 1, 1))
    return 0.25 * simplicity + 0.2 * coverage + 0.5 * (2 - max(density, 1 / density))
  }

  var ticks: [Tick] {
    (first...last).map { index in
      Tick(value: ExactDecimal(index * digits, exponent: exponent - 1).trimmed)
    }
  }
}

extension Int {
  fileprivate init(clamping value: Double) {
    self = Int(Swift.min(Swift.max(value, -1e15), 1e15))
  }
}
