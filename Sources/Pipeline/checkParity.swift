internal import Diagnostics
internal import Foundation

/// The figures that a variant prints.
struct PrintedFigures: Sendable {
  var variant: String
  var parameters: [String: String]
  var values: [String: Decimal]

  init(variant: String, parameters: [String: String], values: [String: Decimal]) {
    self.variant = variant
    self.parameters = parameters
    self.values = values
  }

  init(_ built: BuiltVariant) {
    self.init(
      variant: built.entry.name, parameters: built.entry.parameters, values: built.figures)
  }
}

/// Checks that variants print the same figures, and those that agree in a column the same values.
///
/// Most variants decide what is right; variants that failed print nothing and are passed over.
func checkParity(_ variants: [PrintedFigures], sharing column: String?) -> [Diagnostic] {
  let printing = variants.filter { !$0.values.isEmpty }
  let missing = figures(of: printing).compactMap { figure, count in
    count < printing.count ? lack(of: figure, count, in: printing) : nil
  }
  guard let column else { return missing }
  let groups = Dictionary(grouping: printing) { $0.parameters[column] ?? "" }
  return missing
    + groups.sorted { $0.key < $1.key }.flatMap { value, group in
      disagreements(in: group, sharing: "\(column) = \(value)")
    }
}

/// How many variants print each figure, by the figure's id.
private func figures(of variants: [PrintedFigures]) -> [(String, Int)] {
  var counts: [String: Int] = [:]
  for variant in variants {
    for figure in variant.values.keys { counts[figure, default: 0] += 1 }
  }
  return counts.sorted { $0.key < $1.key }
}

private func lack(of figure: String, _ count: Int, in variants: [PrintedFigures]) -> Diagnostic {
  let isUsual = count * 2 >= variants.count
  let odd = variants.filter { ($0.values[figure] != nil) != isUsual }.map(\.variant)
  let message =
    isUsual
    ? "the figure “\(figure)” is not printed by \(listed(odd))"
    : "the figure “\(figure)” is printed by \(listed(odd)) only"
  return Diagnostic(.figureParity, message)
}

private func disagreements(in group: [PrintedFigures], sharing key: String) -> [Diagnostic] {
  figures(of: group).compactMap { figure, _ in
    let values = Dictionary(grouping: group.filter { $0.values[figure] != nil }) {
      $0.values[figure] ?? 0
    }
    guard values.count > 1 else { return nil }
    let parts = values.sorted { $0.key < $1.key }.map { value, variants in
      "\(value) in \(listed(variants.map(\.variant)))"
    }
    return Diagnostic(
      .figureParity, "variants with \(key) differ in “\(figure)”: \(parts.joined(separator: ", "))")
  }
}

/// Some names, no more of them than anyone reads: `ken, uga and 38 more`.
func listed(_ names: [String]) -> String {
  guard names.count > 3 else { return names.joined(separator: ", ") }
  return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
}
