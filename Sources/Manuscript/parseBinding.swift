internal import Declarations
internal import Diagnostics

/// Reads `id | format | format(argument, …)`, what stands between the braces of a figure in prose.
func parseBinding(_ passage: Passage, in range: Range<Int>, span: SourceSpan) -> FigureBinding? {
  let bytes = passage.bytes
  let steps = bytes.pieces(of: range, separatedBy: .pipe).map { bytes.trimmed($0) }
  guard let figure = steps.first, isFigureID(bytes[figure]) else { return nil }
  var formats: [FigureBinding.Format] = []
  for step in steps.dropFirst() {
    guard let format = parseFormat(passage, in: step) else { return nil }
    formats.append(format)
  }
  return FigureBinding(figure: passage.spanned(figure), formats: formats, span: span)
}

/// Whether a name can stand between the braces of a binding.
func isFigureID(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.first?.isLowercase == true
    && bytes.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .underscore }
}

private func parseFormat(_ passage: Passage, in range: Range<Int>) -> FigureBinding.Format? {
  let bytes = passage.bytes
  let nameEnd = bytes.skip(range) { $0.isAlphanumeric || $0 == .dash || $0 == .underscore }
  guard nameEnd > range.lowerBound, bytes[range.lowerBound].isLetter else { return nil }
  let name = passage.spanned(range.lowerBound..<nameEnd)
  let open = bytes.skip(nameEnd..<range.upperBound, while: \.isWhitespace)
  if open == range.upperBound { return FigureBinding.Format(name: name, arguments: []) }
  guard bytes[open] == .leftParenthesis, bytes[range.upperBound - 1] == .rightParenthesis else {
    return nil
  }
  let arguments = bytes.pieces(of: open + 1..<range.upperBound - 1, separatedBy: .comma)
    .map { bytes.trimmed($0) }.filter { !$0.isEmpty }
  return FigureBinding.Format(name: name, arguments: arguments.map(passage.spanned))
}

extension [UInt8] {
  /// The ranges between separators; always at least one.
  func pieces(of range: Range<Int>, separatedBy separator: UInt8) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where self[at] == separator {
      pieces.append(start..<at)
      start = at + 1
    }
    return pieces + [start..<range.upperBound]
  }
}
