package import Declarations
package import Diagnostics

/// A document that a report cites, as its bibliography declares it.
package struct BibliographyEntry: Declared {
  package var id = Spanned("", at: .none)
  package var kind = EntryKind.other
  package var authors: [PersonName] = []
  package var texts: [EntryField: Spanned<String>] = [:]
  /// Whether all of it could be read.
  var isSound = true

  package init() {}

  package subscript(field: EntryField) -> String? { texts[field]?.value }

  /// Language of the entry, which decides its words (GB/T 7714—2015, 6.1): as stated, or by its title.
  package var language: String {
    if let stated = self[.language] { return stated }
    let scalars = self[.title]?.unicodeScalars
    if scalars?.contains(where: \.isHan) == true { return "zh-CN" }
    if scalars?.contains(where: { (0x400...0x52F).contains($0.value) }) == true { return "ru" }
    return scalars?.contains { (0x600...0x6FF).contains($0.value) } == true ? "ar" : "en"
  }

  package static let fields: [Field<BibliographyEntry>] =
    [
      Field("id", .spanned(.string), "What citations call it.", isRequired: true) { $0.id = $1 },
      Field("type", .choice(EntryKind.self), "What it is.", isRequired: true) { $0.kind = $1 },
      Field("author", .list(PersonName.codec), "Persons or institutions that wrote it.") {
        $0.authors = $1
      },
    ]
    + EntryField.allCases.map { field in
      Field(field.rawValue, .spanned(field.codec), field.meaning) { $0.texts[field] = $1 }
    }

  /// An entry that remembers whether anything was wrong with it, so that nothing is found twice.
  static let codec = Codec<BibliographyEntry>(schema: .object(of: BibliographyEntry.self)) {
    value, log in
    let known = log.diagnostics.count
    var entry = value.decode(into: BibliographyEntry(), &log)
    entry?.isSound = log.diagnostics.count == known
    return entry
  }
}
