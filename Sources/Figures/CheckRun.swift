internal import Declarations
internal import Diagnostics

/// Why a check could not be run; empty when a figure's own failure was reported before.
struct CheckAbandoned: Error {
  var diagnostics: [Diagnostic] = []
}

/// One check against the figures.
struct CheckRun {
  /// A figure or a number that a check names.
  struct Operand {
    var name: String
    var value: ExactDecimal
    var figure: Figure?
    /// Where the value is written in a source.
    var place: SourceSpan?
  }

  private let span: SourceSpan
  let check: CheckDeclaration
  let layer: DataLayer
  private var labels: [Diagnostic.Label] = []

  init(check: Spanned<CheckDeclaration>, layer: DataLayer) {
    self.span = check.span
    self.check = check.value
    self.layer = layer
  }

  /// The finding, when the check does not hold.
  mutating func failure() throws(CheckAbandoned) -> Diagnostic? {
    guard let assertion = check.assertion else { throw CheckAbandoned() }
    let operands = try operands()
    do {
      guard let message = try message(assertion, operands) else { return nil }
      return Diagnostic(.figuresCheckFailed, message, at: span, labels: labels)
        .hinting(check.note).hinting(remedy(assertion, operands))
    } catch let abandoned as CheckAbandoned {
      throw abandoned
    } catch {
      throw bad("the check overflows: its numbers have too many digits")
    }
  }

  /// Shares whose exact values make the whole can be rounded together.
  private func remedy(_ assertion: CheckDeclaration.Assertion, _ operands: [Operand]) -> String? {
    let decimals = operands.compactMap { $0.figure?.decimals }.max() ?? 0
    guard assertion == .shares, check.apportionment == nil, check.equals == nil,
      largestRemainder(operands.map(\.value), whole: ExactDecimal(100), decimals: decimals) != nil
    else { return nil }
    return "add “round: largest-remainder” to print them so that they make the whole"
  }

  private mutating func operands() throws(CheckAbandoned) -> [Operand] {
    if check.apportionment != nil, check.assertion != .shares || check.query != nil {
      throw bad("only figures that are shares can be rounded together")
    }
    if check.against != nil, check.assertion != .equal { throw bad("only equal has “against”") }
    switch (check.figures.isEmpty, check.query) {
    case (true, let query?): return try rows(query)
    case (false, nil):
      var operands: [Operand] = []
      for name in check.figures { operands.append(try operand(name)) }
      return operands
    default: throw bad("a check needs one of “of” and “query”")
    }
  }

  /// The rows of a query: its last column, named by the one before where there is one.
  mutating func rows(_ query: Spanned<String>) throws(CheckAbandoned) -> [Operand] {
    let answer = layer.table(sql: query.value, span: query.span)
    let table = answer.value
    guard answer.diagnostics.isEmpty else { throw CheckAbandoned(diagnostics: answer.diagnostics) }
    guard table.rowCount > 0 else { throw bad("the query of the check gives no rows") }
    var operands: [Operand] = []
    for row in 0..<table.rowCount {
      let cells = Array(table.row(row))
      guard let value = cells.last?.number else {
        let shown = cells.last?.text.map { "the text “\($0.prefix(40))”" } ?? "nothing"
        throw bad(
          "row \(row + 1) of the query of the check gives \(shown)",
          at: table.place(row: row, column: cells.count - 1))
      }
      let name = cells.count > 1 ? cells[cells.count - 2].text : nil
      operands.append(
        Operand(
          name: name ?? "row \(row + 1)", value: value,
          place: table.place(row: row, column: cells.count - 1)))
    }
    let source = table.sources.isEmpty ? "the query" : table.sources.joined(separator: ", ")
    labels.append(
      Diagnostic.Label(span: query.span, text: "\(table.rowCount) rows of \(source)"))
    return operands
  }

  func bad(_ message: String, at place: SourceSpan? = nil) -> CheckAbandoned {
    let problem = Diagnostic(.figuresBadCheck, message, at: place ?? span)
    return CheckAbandoned(
      diagnostics: [place == nil ? problem : problem.labelled("checked here", at: span)])
  }

  /// Shows where the number that fails is written.
  mutating func point(to operand: Operand) {
    guard let place = operand.place else { return }
    labels.append(
      Diagnostic.Label(span: place, text: "“\(operand.name)” is \(operand.value.shortened) here"))
  }

  /// Looks a figure or number up, and labels the figure for a later finding.
  mutating func operand(_ name: Spanned<String>) throws(CheckAbandoned) -> Operand {
    if let number = try? ExactDecimal(parsing: name.value) {
      return Operand(name: name.value, value: number)
    }
    guard let figure = layer.figure(name.value) else {
      let isReported = layer.declares(name.value)
      throw CheckAbandoned(
        diagnostics: isReported ? [] : [layer.unknownFigure(name.value, at: name.span)])
    }
    let shown = figure.value.shortened
    labels.append(Diagnostic.Label(span: figure.span, text: "“\(figure.id)” is \(shown)"))
    let place = figure.cell?.span
    return Operand(
      name: name.value, value: figure.value, figure: figure,
      place: place == SourceSpan.none ? nil : place)
  }

  mutating func operand(
    _ name: Spanned<String>?, key: String
  ) throws(CheckAbandoned) -> Operand {
    guard let name else { throw bad("a check of this kind needs “\(key)”") }
    return try operand(name)
  }
}
