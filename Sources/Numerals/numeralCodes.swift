package import Diagnostics

extension DiagnosticCode {
  package static let unboundNumeral = DiagnosticCode(
    "numerals.unbound",
    """
    A number in the text comes from no figure. Write {{ id }} for a figure of figures.yaml, or \
    [42]{.literal reason="…"} for a number that says nothing of the data; dates, ordinals, \
    references, names and small counts such as 三个方面 need no mark.
    """)

  package static let statedMismatch = DiagnosticCode(
    "numerals.stated-mismatch",
    """
    A number stated in words, [约16.1%]{.stated figure=id}, does not agree with its figure at the \
    precision it is printed in, or its 超过, 近, 不足, 下降 do not hold. Correct the text or the figure.
    """)
  package static let statedWithoutFigure = DiagnosticCode(
    "numerals.stated-syntax",
    """
    A stated number holds one number and names the figure that it is compared with: \
    [约16.1%]{.stated figure=id}.
    """)

  /// The codes of this target.
  package static let numeralCodes: [DiagnosticCode] = [
    .unboundNumeral, .statedMismatch, .statedWithoutFigure,
  ]
}
