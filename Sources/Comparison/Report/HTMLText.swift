/// HTML as it is written; every text that comes from a document is escaped.
struct HTMLText {
  private(set) var text = ""

  /// Markup of our own.
  mutating func raw(_ markup: String) { text += markup }

  mutating func text(_ content: String) { text += HTMLText.escaped(content) }

  mutating func element(
    _ name: String, _ content: String, className: String? = nil, language: String = ""
  ) {
    text += "<\(name)"
    if let className { text += " class=\"\(className)\"" }
    if !language.isEmpty { text += " lang=\"\(HTMLText.escaped(language))\"" }
    text += ">\(HTMLText.escaped(content))</\(name)>"
    if name == "p" || name == "h1" || name == "li" || name == "title" { text += "\n" }
  }

  /// Safe as text and in quoted attributes.
  ///
  /// Control characters, which HTML does not have, are left
  /// out (https://html.spec.whatwg.org/multipage/parsing.html#parse-errors).
  static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
