package import Declarations

/// The name of an author: of a person in its parts, or of an institution as it is written.
package struct PersonName: Declared {
  var family: String?
  var given: String?
  /// The whole name, where it has no parts.
  var whole: String?

  package init() {}

  package static let fields: [Field<PersonName>] = [
    Field("family", .string, "Family name.", isRequired: true) { $0.family = $1 },
    Field("given", .string, "Given names or their initials.") { $0.given = $1 },
  ]

  /// The name as a list of references prints it (GB/T 7714—2015, 8.1.1): Han names whole, others with
  /// the family name in capitals and initials without points.
  package var printed: String {
    guard let family else { return whole ?? given ?? "" }
    guard let given, let first = family.unicodeScalars.first else { return family }
    if first.isHan { return family + given }
    guard first.properties.isCased else { return given + " " + family }
    let words = given.split { $0.isWhitespace || $0 == "." || $0 == "-" }
    return ([family.uppercased()] + words.map { $0.prefix(1).uppercased() }).joined(separator: " ")
  }

  /// `李强`, or `{ family: Kinchy, given: Abby }`.
  static let codec = Codec<PersonName>(schema: .any) { value, log in
    if case .mapping = value.content { return value.decode(into: PersonName(), &log) }
    return Codec<String>.string.decode(value, &log).map { text in
      var name = PersonName()
      name.whole = text
      return name
    }
  }
}

extension Unicode.Scalar {
  var isHan: Bool {
    switch value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
