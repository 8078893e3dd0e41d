internal import Diagnostics
internal import Figures

/// Recomputes what the author states in words against the figures that the statements name.
///
/// - Returns: the stated numbers, as the manifest lists them.
func checkClaims(
  _ claims: [Claim], _ data: DataLayer, language: String, into diagnostics: inout [Diagnostic]
) -> [PrintedNumber] {
  var numbers: [PrintedNumber] = []
  for claim in claims {
    guard let id = claim.figure else {
      diagnostics.append(
        Diagnostic(.statedWithoutFigure, "“\(claim.text)” names no figure", at: claim.span)
          .hinting("write [\(claim.text)]{.stated figure=id}"))
      continue
    }
    if let figure = data.figure(id.value) {
      if let finding = compare(claim, figure, data, language) { diagnostics.append(finding) }
      var number = data.print(id.value, language: language, at: claim.span).value
      number.text = claim.text
      number.isStated = true
      numbers.append(number)
    } else if !data.declares(id.value) {
      diagnostics.append(data.unknownFigure(id.value, at: id.span))
    }
  }
  return numbers
}

private func compare(
  _ claim: Claim, _ figure: Figure, _ data: DataLayer, _ language: String
) -> Diagnostic? {
  guard let stated = StatedNumber(claim.text) else {
    return Diagnostic(
      .statedWithoutFigure, "“\(claim.text)” does not state one number", at: claim.span)
  }
  let printed = data.print(figure.id, language: language, at: claim.span).value.text
  guard let value = stated.value(of: figure) else {
    return Diagnostic(
      .statedMismatch, "“\(claim.text)” and “\(figure.id)”, \(printed), have different units",
      at: claim.span
    ).labelled("“\(figure.id)” is declared here", at: figure.span)
  }
  guard !stated.holds(of: value, isChange: figure.isGrowth) else { return nil }
  let shown = value.rounded(to: max(stated.number.value.scale, 0))
  let source = figure.derivation.map { "\($0) is \(printed)" } ?? "“\(figure.id)” is \(printed)"
  return Diagnostic(
    .statedMismatch, "“\(claim.text)” is stated, but “\(figure.id)” is \(printed)",
    at: claim.span
  ).labelled(source, at: figure.span)
    .hinting("at this precision it is \(shown)\(stated.shownUnit); or write {{ \(figure.id) }}")
}

extension StatedNumber {
  fileprivate var shownUnit: String { number.scale.rawValue + number.unit }
}

extension Figure {
  fileprivate var derivation: String? {
    guard case .derivation(let text, _) = origin else { return nil }
    return text
  }
}
