package import Diagnostics

/// What the cells of one column are, found in a first pass so that the second can store them.
struct ColumnProfile: Sendable {
  /// How a column is stored.
  ///
  /// `76.88` comes back as 76.88 from every one of them.
  enum Storage: String, Sendable {
    case integer = "INTEGER"
    /// Doubles: every number of the column has at most 15 digits, which a double gives back.
    case real = "REAL"
    /// Digits as text, for numbers longer than a double can keep; SQL compares them as text.
    case exact
    case text = "TEXT"

    /// The declared type in SQL.
    var sqlType: String { self == .exact ? "TEXT" : rawValue }
  }

  let name: String
  private let declared: ColumnType?
  private var numeralCount = 0
  private var textCount = 0
  private var spoiltCount = 0
  private var fitsInteger = true
  private var fitsReal = true
  /// Most and fewest decimals of its numbers as written.
  private(set) var decimals: ClosedRange<Int>?
  /// The first cells that are no numbers although they should be.
  private(set) var spoilt: [(span: SourceSpan, isOutOfRange: Bool)] = []

  private var rowCount = 0

  init(name: String, declared: ColumnType? = nil) {
    self.name = name
    self.declared = declared
  }

  /// Adds a cell whose text is `bytes`; `reading` is what it looks like where no type is declared.
  mutating func add(
    _ bytes: @autoclosure () -> ArraySlice<UInt8>, as reading: @autoclosure () -> Numeral.Reading,
    at span: @autoclosure () -> SourceSpan
  ) {
    rowCount += 1
    switch declared?.reading(of: bytes()) ?? reading() {
    case .blank: break
    case .text: textCount += 1
    case .numeral(let numeral): add(numeral)
    case .outOfRange:
      numeralCount += 1
      addSpoilt(span, isOutOfRange: true)
    case .spoilt: addSpoilt(span, isOutOfRange: false)
    }
  }

  private mutating func add(_ numeral: Numeral) {
    numeralCount += 1
    fitsInteger = fitsInteger && numeral.fitsInteger
    fitsReal = fitsReal && numeral.fitsReal
    let known = decimals ?? numeral.decimals...numeral.decimals
    decimals = min(known.lowerBound, numeral.decimals)...max(known.upperBound, numeral.decimals)
  }

  private mutating func addSpoilt(_ span: () -> SourceSpan, isOutOfRange: Bool) {
    spoiltCount += 1
    if spoilt.count < 20 { spoilt.append((span(), isOutOfRange)) }
  }

  /// A column is numeric when everything in it is a number or was meant to be one.
  var storage: Storage {
    if let declared {
      guard !declared.isText else { return .text }
    } else {
      guard numeralCount > 0, textCount == 0 else { return .text }
    }
    if fitsInteger { return .integer }
    return fitsReal ? .real : .exact
  }

  /// Whether there are rows and none has anything in this column.
  ///
  /// A declared column may be empty: its author knows of it.
  var isEmpty: Bool {
    declared == nil && rowCount > 0 && numeralCount + textCount + spoiltCount == 0
  }

  /// The cells that spoil a numeric column.
  var diagnostics: [Diagnostic] {
    guard declared != nil || storage != .text else { return [] }
    let errors = spoilt.map(finding)
    guard spoiltCount > spoilt.count, let last = spoilt.last else { return errors }
    let rest = spoiltCount - spoilt.count
    return errors + [
      Diagnostic(errors[0].code, "column “\(name)” has \(rest) more such cells", at: last.span)
    ]
  }

  private func finding(at span: SourceSpan, isOutOfRange: Bool) -> Diagnostic {
    if isOutOfRange {
      return Diagnostic(
        declared == nil ? .figuresNotANumber : .figuresWrongType,
        "a number of column “\(name)” is out of range: at most 34 digits are kept", at: span)
    }
    guard let declared else {
      return Diagnostic(
        .figuresNotANumber, "column “\(name)” holds numbers, but this cell is not one", at: span,
        hints: ["write plain digits with a point, and leave a missing value empty"])
    }
    return Diagnostic(
      .figuresWrongType, "column “\(name)” is declared \(declared.rawValue), this cell is not",
      at: span)
  }
}

extension DiagnosticCode {
  package static let figuresWrongType = DiagnosticCode(
    "figures.wrong-type",
    """
    A cell is not of the type that the source declares for its column under `types`: text, number, \
    integer, or date as 2025, 2025-06 or 2025-06-30.
    """)
  package static let figuresEmptyColumn = DiagnosticCode(
    "figures.empty-column",
    "No row has anything in a column. Remove it, or declare its type if it is to be empty.")
  package static let figuresUnknownColumn = DiagnosticCode(
    "figures.unknown-column",
    "A source declares the type or unit of a column that its data do not have.")
  package static let figuresNotANumber = DiagnosticCode(
    "figures.not-a-number",
    """
    A number was expected and something else stands there: a word, NaN, an infinity, a grouped \
    number such as 1,234, a percentage, or more digits than are kept. Write plain digits with a \
    point and leave missing values empty.
    """)
}
