package import Diagnostics

extension DiagnosticCode {
  package static let figuresBadID = DiagnosticCode(
    "figures.bad-id", "Ids of figures and names of sources match [a-z][a-z0-9_]*.")
  package static let figuresOrigin = DiagnosticCode(
    "figures.origin",
    "A figure has exactly one of value, query and derive; a source has one of file, rows, postgres."
  )
  package static let figuresPrecision = DiagnosticCode(
    "figures.precision",
    """
    A precision is between 0 and 12 decimals. A value that does not end, such as a quotient, needs \
    one, because nothing else says how many decimals to print.
    """)
  package static let figuresNotOneValue = DiagnosticCode(
    "figures.not-one-value", "The query of a figure gives exactly one row of one number.")
  package static let figuresUnknown = DiagnosticCode(
    "figures.unknown-figure", "A name is used that figures.yaml does not declare.")
  package static let figuresCycle = DiagnosticCode(
    "figures.cycle", "Figures are derived from each other in a circle.")
  package static let figuresArithmetic = DiagnosticCode(
    "figures.arithmetic", "A derivation divides by zero, takes an impossible root or overflows.")
  package static let figuresUnits = DiagnosticCode(
    "figures.units",
    """
    Figures of different units are added, subtracted or set in proportion, or a derivation is \
    declared in a unit that it does not come out in. Bring them to one unit first; quotient, \
    product and convert may mix units.
    """)
  package static let figuresUnitConflict = DiagnosticCode(
    "figures.unit-conflict",
    """
    A figure, chart or table states a unit for a column that its source declares in another one. \
    State the source's unit or none, or convert the values in the query.
    """)
}
