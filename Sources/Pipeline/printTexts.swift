internal import Declarations
internal import Diagnostics
internal import Figures
internal import Numerals

extension Compiler {
  /// A chart or table block with the figures in its texts printed and the marks of its numbers
  /// taken off; nil where it has neither.
  mutating func printTexts(
    of block: YAMLValue, language: String, _ result: inout Compilation
  ) -> YAMLValue? {
    guard block.hasMarkedText(false) else { return nil }
    return printed(block, language, isText: false, &result)
  }

  private mutating func printed(
    _ value: YAMLValue, _ language: String, isText: Bool, _ result: inout Compilation
  ) -> YAMLValue {
    var copy = value
    switch value.content {
    case .scalar(let text, _) where isText && isMarked(text):
      let shown = result.data.substitute(
        in: removingMarks(from: text), language: language, at: value.span)
      diagnostics += shown.diagnostics
      result.numbers += shown.value.numbers
      copy.content = .scalar(shown.value.text, isQuoted: true)
    case .scalar: break
    case .sequence(let values):
      copy.content = .sequence(values.map { printed($0, language, isText: isText, &result) })
    case .mapping(let pairs):
      copy.content = .mapping(
        pairs.map { key, value in
          guard key.name != "data" else { return (key, value) }
          let isText = isText || blockTextKeys.contains(key.name)
          return (key, printed(value, language, isText: isText, &result))
        })
    }
    return copy
  }
}

extension YAMLValue {
  fileprivate func hasMarkedText(_ isText: Bool) -> Bool {
    switch content {
    case .scalar(let text, _): isText && isMarked(text)
    case .sequence(let values): values.contains { $0.hasMarkedText(isText) }
    case .mapping(let pairs):
      pairs.contains { key, value in
        key.name != "data" && value.hasMarkedText(isText || blockTextKeys.contains(key.name))
      }
    }
  }
}
