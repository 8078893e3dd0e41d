internal import Diagnostics

/// Rounds the figures of every check with `round: largest-remainder` together, so that what the
/// reader adds up makes the whole wherever they are shown.
///
/// Figures that cannot make the whole stay as they are: the check then says so.
func apportion(
  _ figures: [String: Figure], _ checks: [Spanned<CheckDeclaration>]
) -> [String: Figure] {
  var result = figures
  for check in checks.map(\.value) where check.apportionment == .largestRemainder {
    let members = check.figures.compactMap { figures[$0.value] }
    let decimals = members.map(\.decimals).max() ?? 0
    let whole = check.equals.map { equals in
      figures[equals.value]?.value ?? (try? ExactDecimal(parsing: equals.value))
    }
    guard members.count == check.figures.count, members.allSatisfy({ $0.decimals == decimals }),
      let shares = largestRemainder(
        members.map(\.value), whole: (whole ?? nil) ?? ExactDecimal(100), decimals: decimals)
    else { continue }
    for (member, share) in zip(members, shares) { result[member.id]?.apportioned = share }
  }
  return result
}
