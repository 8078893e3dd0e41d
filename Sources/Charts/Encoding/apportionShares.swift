package import Figures

/// Rounds shares of a whole so that the printed ones add up to exactly 100 (largest remainder).
///
/// - Returns: shares in percent, by the exact method of `largestRemainder`; zeros where the values
///   have no sum above zero or some are negative.
package func apportionShares(_ values: [ExactDecimal], precision: Int) -> [ExactDecimal] {
  apportionPercentages(ExactDecimal.percentages(of: values), precision: precision)
}

/// Rounds exact percentages of a whole in the same way.
func apportionPercentages(_ exact: [ExactDecimal], precision: Int) -> [ExactDecimal] {
  largestRemainder(exact, whole: ExactDecimal(100), decimals: precision)
    ?? exact.map { _ in .zero }
}
