internal import Diagnostics

/// HTML as it is written; every text that comes from a document is escaped.
struct HTMLText {
  private(set) var text = ""

  /// Markup of our own.
  mutating func raw(_ markup: String) { text += markup }

  mutating func text(_ content: String) { text += escapedMarkup(content) }

  mutating func element(
    _ name: String, _ content: String, className: String? = nil, language: String = ""
  ) {
    text += "<\(name)"
    if let className { text += " class=\"\(className)\"" }
    if !language.isEmpty { text += " lang=\"\(escapedMarkup(language))\"" }
    text += ">\(escapedMarkup(content))</\(name)>"
    if name == "p" || name == "h1" || name == "li" || name == "title" { text += "\n" }
  }
}
