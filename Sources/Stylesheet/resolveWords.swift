internal import Declarations
internal import Diagnostics

/// A word as a layout gives it.
struct WordDeclaration: Sendable {
  /// The language that it belongs to; nil is the layout's.
  var language: String?
  var key: YAMLKey
  var value: String
}

extension Codec where Value == [WordDeclaration] {
  /// `figure: Figure` in the layout's language, or `fr: { figure: Figure }` in another.
  static var words: Codec<[WordDeclaration]> {
    let plain = Codec<[Named<String>]>.dictionary(.string)
    return Codec(schema: .dictionary(.either([Codec<String>.string.schema, plain.schema]))) {
      value, log in
      guard case .mapping(let pairs) = value.content else {
        log.expected("a mapping", got: value)
        return nil
      }
      var words: [WordDeclaration] = []
      for (key, value) in pairs {
        if case .mapping = value.content {
          for word in plain.decode(value, &log) ?? [] {
            words.append(WordDeclaration(language: key.name, key: word.key, value: word.value))
          }
        } else if let text = Codec<String>.string.decode(value, &log) {
          words.append(WordDeclaration(language: nil, key: key, value: text))
        }
      }
      return words
    }
  }
}

extension LayoutDeclaration {
  /// Gives the words without a language that of the layout read so far: one that extends it may be in
  /// another.
  package mutating func settleWords() {
    for index in words.indices where words[index].language == nil {
      words[index].language = language
    }
  }
}

extension StylesheetResolver {
  /// The words of every language that ships or that the layout has words in.
  ///
  /// Words of `en` count for `en-GB` too, and those of an `en-GB` layout for `en`.
  mutating func resolveWords() -> [String: Words] {
    var resolved = Words.shipped
    let declared = layout.words.map { ($0.language ?? layout.language, $0) }
    for tag in Set(declared.map(\.0) + [language, layout.language]).sorted()
    where resolved[tag] == nil {
      resolved[tag] = Words.shipped[String(tag.prefix { $0 != "-" })] ?? Words()
    }
    for (tag, word) in declared {
      guard let path = Words.paths[word.key.name] else {
        reportUnknown(word)
        continue
      }
      for other in resolved.keys
      where other == tag || other.hasPrefix(tag + "-") || tag.hasPrefix(other + "-") {
        resolved[other]?[keyPath: path] = word.value
      }
    }
    return resolved
  }

  private mutating func reportUnknown(_ word: WordDeclaration) {
    diagnostics.append(
      Diagnostic(.unknownWord, "unknown word “\(word.key.name)”", at: word.key.span)
        .hinting(suggestion(for: word.key.name, among: Words.paths.keys.sorted())))
  }
}
