internal import Declarations
internal import Diagnostics

/// Gives every declared figure its value: literals and queries first, then derivations in the
/// order of what they need.
struct FigureEvaluation {
  private let declarations: [Named<FigureDeclaration>]
  private let sources: [String: SourceDeclaration]
  private let store: DataStore?
  private(set) var figures: [String: Figure] = [:]
  /// The figures with all their digits, for what is derived from them.
  private var quantities: [String: Quantity] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var pending: [PendingDerivation] = []
  /// After three queries without end the rest are left alone: the build has failed anyway.
  private var endlessQueries = 0
  private var failedQueries = 0

  private struct PendingDerivation {
    var declaration: Named<FigureDeclaration>
    var derivation: Derivation
    var text: Spanned<String>
  }

  init(
    _ declarations: [Named<FigureDeclaration>], sources: [String: SourceDeclaration],
    store: DataStore?
  ) {
    self.declarations = declarations
    self.sources = sources
    self.store = store
    for declaration in declarations { evaluate(declaration) }
    derive()
  }

  private mutating func evaluate(_ declaration: Named<FigureDeclaration>) {
    diagnostics += idProblems(declaration.key, "figure")
    let figure = declaration.value
    if let precision = figure.precision, !(0...Figure.maximumDecimals).contains(precision.value) {
      let message = "the precision of “\(declaration.key.name)” is \(precision.value)"
      diagnostics.append(Diagnostic(.figuresPrecision, message, at: precision.span))
    }
    switch (figure.value, figure.query, figure.derive) {
    case (let value?, nil, nil): evaluate(declaration, literal: value)
    case (nil, let query?, nil): evaluate(declaration, query: query)
    case (nil, nil, let text?):
      switch parseDerivation(text.value, span: text.span) {
      case .failure(let problem): diagnostics.append(problem)
      case .success(let derivation):
        pending.append(
          PendingDerivation(declaration: declaration, derivation: derivation, text: text))
      }
    default:
      let message = "figure “\(declaration.key.name)” needs exactly one of value, query, derive"
      diagnostics.append(Diagnostic(.figuresOrigin, message, at: declaration.key.span))
    }
  }

  private mutating func evaluate(
    _ declaration: Named<FigureDeclaration>, literal: Spanned<String>
  ) {
    do throws(DecimalError) {
      let value = try ExactDecimal(parsing: literal.value)
      add(declaration, value, .literal, files: [], span: literal.span)
    } catch {
      let message = "the value “\(literal.value.prefix(40))” \(error.reason)"
      diagnostics.append(Diagnostic(.figuresNotANumber, message, at: literal.span))
    }
  }

  private mutating func evaluate(
    _ declaration: Named<FigureDeclaration>, query: Spanned<String>
  ) {
    guard let store, endlessQueries < 3 else { return }
    switch store.table(query.value, span: query.span) {
    case .failure(let failure):
      // The source has said so once.
      if case .unreachable = failure { return }
      if case .unread = failure { return }
      if failure == .endless { endlessQueries += 1 }
      failedQueries += 1
      let names = failedQueries <= 50 ? store.names : []
      diagnostics.append(failure.diagnostic(at: query.span, names: names))
    case .success(let table):
      guard let value = single(of: table, declaration.key.name) else { return }
      checkUnit(of: declaration, against: table.columns[0])
      let origin = Figure.Origin.query(sql: query.value, sources: table.sources)
      let files = table.sources.compactMap { sources[$0]?.origin }.sorted()
      var named = declaration
      named.value.unit = declaration.value.unit ?? table.columns[0].unit
      if table.sources.count == 1, let source = sources[table.sources[0]] {
        named.value.provider = declaration.value.provider ?? source.provider
        named.value.asOf = declaration.value.asOf ?? source.asOf
      }
      let cell = table.origin(row: 0, column: 0)
      add(named, value, origin, files: files, cell: cell, span: query.span)
    }
  }

  /// A figure may not call what its source counts in 亿元 anything else.
  private mutating func checkUnit(
    of declaration: Named<FigureDeclaration>, against column: DataTable.Column
  ) {
    guard let stated = declaration.value.unit, let unit = column.unit, stated != unit else {
      return
    }
    let message =
      "“\(declaration.key.name)” is declared in \(stated), but its source has “\(column.name)” in \(unit)"
    report(.figuresUnitConflict, message, declaration.key.span)
  }

  private mutating func single(of table: DataTable, _ id: String) -> ExactDecimal? {
    guard table.rowCount == 1, table.columns.count == 1 else {
      let message =
        "the query of “\(id)” gives \(table.rowCount) rows of \(table.columns.count) columns"
      diagnostics.append(Diagnostic(.figuresNotOneValue, message, at: table.span))
      return nil
    }
    switch table[0, 0] {
    case .number(let value): return value
    case .null: report(.figuresNotOneValue, "the query of “\(id)” gives no value", in: table)
    case .text(let text):
      if let value = try? ExactDecimal(parsing: text) { return value }
      let message = "the query of “\(id)” gives the text “\(text.prefix(40))”"
      report(.figuresNotANumber, message, in: table)
    }
    return nil
  }

  /// Reports the one cell of a table, where it is written if that is known.
  private mutating func report(_ code: DiagnosticCode, _ message: String, in table: DataTable) {
    let place = table.place(row: 0, column: 0)
    let problem = Diagnostic(code, message, at: place ?? table.span)
    diagnostics.append(place == nil ? problem : problem.labelled("queried here", at: table.span))
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, _ span: SourceSpan, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: span).hinting(hint))
  }

  private mutating func add(
    _ declaration: Named<FigureDeclaration>, _ value: ExactDecimal, _ origin: Figure.Origin,
    files: [String], cell: DataCell? = nil, span: SourceSpan
  ) {
    let id = declaration.key.name
    let written = declaration.value
    let figure = Figure(
      id: id, value: value, unit: written.unit ?? "",
      precision: written.precision.map { max(0, min($0.value, Figure.maximumDecimals)) },
      asOf: written.asOf, provider: written.provider, note: written.note, origin: origin,
      files: files, cell: cell, span: declaration.key.span)
    figures[id] = figure
    if quantities[id] == nil {
      quantities[id] = Quantity(
        value: ExactRational(value), scale: value.scale, unit: Quantity.Unit(figure.unit))
    }
    if figure.decimals > Figure.maximumDecimals {
      let shown = value.rounded(to: 6)
      report(
        .figuresPrecision, "figure “\(id)” is \(shown)… and has no precision", span,
        hint: "give it one, such as precision: 1")
    }
  }

  /// Works off the derivations whose operands are known until none is left or they form cycles.
  private mutating func derive() {
    let names = declarations.map(\.key.name)
    let declared = Set(names)
    var order = DerivationOrder(
      needs: pending.map { item in
        (item.declaration.key.name, item.derivation.figures)
      })
    for (index, item) in pending.enumerated() {
      for id in item.derivation.figures where !declared.contains(id) {
        let problem = Diagnostic(
          .figuresUnknown, "figure “\(item.declaration.key.name)” needs the unknown “\(id)”",
          at: item.text.span)
        let candidates = names.prefix(DataLayer.maximumCandidates)
        diagnostics.append(problem.hinting(suggestion(for: id, among: candidates)))
        order.abandon(index)
      }
    }
    while let index = order.next() { evaluate(pending[index]) }
    for cycle in order.cycles() { reportCycle(cycle) }
  }

  private mutating func reportCycle(_ cycle: [Int]) {
    guard let first = cycle.first else { return }
    let ids = (cycle + [first]).map { pending[$0].declaration.key.name }
    var problem = Diagnostic(
      .figuresCycle, "figures are derived in a circle: \(ids.joined(separator: " → "))",
      at: pending[first].text.span)
    for index in cycle.dropFirst() {
      let item = pending[index]
      problem = problem.labelled("“\(item.declaration.key.name)” is here", at: item.text.span)
    }
    diagnostics.append(problem)
  }

  /// Evaluates one derivation; silent when an operand is missing, because that was reported.
  private mutating func evaluate(_ item: PendingDerivation) {
    let operands = item.derivation.figures.compactMap { figures[$0] }
    guard operands.count == item.derivation.figures.count else { return }
    let id = item.declaration.key.name
    do throws(DerivationError) {
      var quantity = try value(of: item.derivation)
      if let unit = item.declaration.value.unit { quantity = try quantity.brought(to: unit) }
      let value = try arithmetic { () throws(DecimalError) in
        let value = try ExactDecimal(quantity.value)
        return value.padded(to: min(quantity.scale, Figure.maximumDecimals))
      }
      var declaration = item.declaration
      declaration.value.unit = item.declaration.value.unit ?? quantity.unit.text
      quantities[id] = quantity
      let files = Set(operands.flatMap(\.files)).sorted()
      let origin = Figure.Origin.derivation(item.text.value, of: item.derivation.figures)
      add(declaration, value, origin, files: files, span: item.text.span)
    } catch {
      report(error, of: item)
    }
  }

  private mutating func report(_ error: DerivationError, of item: PendingDerivation) {
    let id = item.declaration.key.name
    switch error {
    case .decimal(let error):
      report(.figuresArithmetic, "“\(id)” \(error.reason)", item.text.span)
    case .meaningless(let reason):
      report(.figuresArithmetic, "“\(id)”: \(reason)", item.text.span)
    case .units(let reason):
      var problem = Diagnostic(.figuresUnits, "“\(id)” \(reason)", at: item.text.span)
      for figure in item.derivation.figures.compactMap({ figures[$0] }) where !figure.unit.isEmpty {
        problem = problem.labelled("“\(figure.id)” is in \(figure.unit)", at: figure.span)
      }
      diagnostics.append(problem)
    }
  }

  private func value(of derivation: Derivation) throws(DerivationError) -> Quantity {
    switch derivation {
    case .number(let number): return Quantity(value: ExactRational(number), scale: number.scale)
    case .figure(let id): return quantities[id] ?? Quantity(value: ExactRational(0))
    case .call(let function, let operands):
      var values: [Quantity] = []
      for operand in operands { values.append(try value(of: operand)) }
      return try function.value(of: values)
    }
  }
}

/// What is wrong with an id; empty when nothing is.
func idProblems(_ key: YAMLKey, _ kind: String) -> [Diagnostic] {
  let bytes = key.name.utf8
  let isLetter = bytes.first.map { (0x61...0x7A).contains($0) } ?? false
  let isID = bytes.allSatisfy {
    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
  }
  if isLetter, isID { return [] }
  return [Diagnostic(.figuresBadID, "“\(key.name)” is no name for a \(kind)", at: key.span)]
}
