package import Diagnostics

extension DiagnosticCode {
  package static let figuresDerivation = DiagnosticCode(
    "figures.derivation",
    """
    A derivation is a function over figures and numbers, such as share(a, b) or cagr(a, b, 4). \
    Known are sum, difference, points, product, quotient, ratio, share, growth, cagr, index, mean, \
    per_capita, convert.
    """)
}

/// Reads `cagr(idc_2024, idc_2028, 4)`; what is wrong is reported at `span`, the whole text.
func parseDerivation(_ text: String, span: SourceSpan) -> Result<Derivation, Diagnostic> {
  var parser = DerivationParser(text: Array(text.unicodeScalars), span: span)
  do {
    return .success(try parser.whole())
  } catch {
    return .failure(error)
  }
}

private struct DerivationParser {
  private let text: [Unicode.Scalar]
  private let span: SourceSpan
  private var position = 0

  init(text: [Unicode.Scalar], span: SourceSpan) {
    self.text = text
    self.span = span
  }

  mutating func whole() throws(Diagnostic) -> Derivation {
    let derivation = try operand(depth: 0)
    skipSpace()
    guard position == text.count else { throw error("text stands after the derivation") }
    return derivation
  }

  private func error(_ message: String) -> Diagnostic {
    Diagnostic(.figuresDerivation, message, at: span)
  }

  private mutating func skipSpace() {
    while position < text.count, text[position].properties.isWhitespace { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < text.count, text[position] == scalar else { return false }
    position += 1
    return true
  }

  private mutating func operand(depth: Int) throws(Diagnostic) -> Derivation {
    guard depth < 32 else { throw error("the derivation nests deeper than 32") }
    let word = self.word()
    guard let first = word.unicodeScalars.first else { throw error("expected a figure or number") }
    if let number = try? ExactDecimal(parsing: word) { return .number(number) }
    guard first.properties.isAlphabetic else { throw error("“\(word)” is no figure and no number") }
    return take("(") ? try call(word, depth: depth) : .figure(word)
  }

  private mutating func word() -> String {
    skipSpace()
    let start = position
    while position < text.count, !["(", ")", ","].contains(text[position]),
      !text[position].properties.isWhitespace
    {
      position += 1
    }
    return String(String.UnicodeScalarView(text[start..<position]))
  }

  private mutating func call(_ name: String, depth: Int) throws(Diagnostic) -> Derivation {
    guard let function = DerivationFunction(rawValue: name) else {
      let names = DerivationFunction.allCases.map(\.rawValue)
      throw error("unknown function “\(name)”")
        .hinting(suggestion(for: name, among: names) ?? "known: \(names.joined(separator: ", "))")
    }
    var operands: [Derivation] = []
    repeat { operands.append(try operand(depth: depth + 1)) } while take(",")
    guard take(")") else { throw error("expected “,” or “)” in “\(name)”") }
    guard function.arity.contains(operands.count) else {
      throw error("“\(name)” takes \(function.arity.lowerBound) operands, not \(operands.count)")
    }
    return .call(function, operands)
  }
}
