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

  package static let fallByMultiple = DiagnosticCode(
    "numerals.fall-by-multiple",
    "A quantity is said to fall by a multiple of itself, 下降两倍; write the share by which it fell.")
  package static let multipleOfWhat = DiagnosticCode(
    "numerals.multiple",
    """
    The words do not fit what the figure computes, a growth or a ratio: 增长三倍 means four times as \
    much, 增长到三倍 three times.
    """)
  package static let percentForPoints = DiagnosticCode(
    "numerals.percentage-points",
    """
    The difference of two percentages is counted in 个百分点; a share that rises by 2 % of itself is \
    another thing than one that rises by two points.
    """)
  package static let figureDisagrees = DiagnosticCode(
    "numerals.shown-twice",
    "A figure is shown with two precisions, and the finer number does not round to the coarser.")
  package static let blocksDisagree = DiagnosticCode(
    "numerals.blocks-disagree",
    """
    Two charts or tables show the same column of the same row with different values or units. Let \
    both query the same source.
    """)

  /// The codes of this target.
  package static let numeralCodes: [DiagnosticCode] = [
    .unboundNumeral, .statedMismatch, .statedWithoutFigure, .fallByMultiple, .multipleOfWhat,
    .percentForPoints, .figureDisagrees, .blocksDisagree, .periodsDiffer,
  ]
}
