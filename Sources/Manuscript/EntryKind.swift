/// What kind of document a reference names (GB/T 7714—2015, annex B, with CSL's names where it has
/// them).
package enum EntryKind: String, Sendable, CaseIterable {
  case book
  case collection
  case conference
  case newspaper
  case journal
  case thesis
  case report
  case standard
  case patent
  case database
  case program
  case online
  case archive
  case map
  case dataset
  case other

  /// The mark that the list prints behind the title.
  package var mark: String {
    switch self {
    case .book: "M"
    case .collection: "G"
    case .conference: "C"
    case .newspaper: "N"
    case .journal: "J"
    case .thesis: "D"
    case .report: "R"
    case .standard: "S"
    case .patent: "P"
    case .database: "DB"
    case .program: "CP"
    case .online: "EB"
    case .archive: "A"
    case .map: "CM"
    case .dataset: "DS"
    case .other: "Z"
    }
  }

  /// What an entry must say: one field of each list.
  ///
  /// What is online may lack place and publisher (8.4.1).
  var needs: [[EntryField]] {
    switch self {
    case .journal:
      [[.title], [.container], [.year, .date], [.volume, .issue, .doi, .url]]
    case .newspaper: [[.title], [.container], [.date]]
    case .patent: [[.title], [.number], [.date]]
    case .online: [[.title], [.url]]
    case .standard:
      [[.title], [.number], [.place, .url], [.publisher, .url], [.year, .date]]
    case .database, .program, .dataset, .other:
      [[.title], [.publisher, .url], [.year, .date, .accessed]]
    case .book, .collection, .conference, .thesis, .report, .archive, .map:
      [[.title], [.place, .url], [.publisher, .url], [.year, .date]]
    }
  }

  /// What the list would not print of an entry.
  var ignored: Set<EntryField> {
    switch self {
    case .journal: [.number, .edition, .place, .publisher, .containerAuthor]
    case .newspaper:
      [.number, .edition, .place, .publisher, .containerAuthor, .year, .volume, .issue]
    case .patent:
      [
        .container, .containerAuthor, .contributors, .edition, .place, .publisher, .year, .volume,
        .issue, .pages,
      ]
    case .online: [.container, .containerAuthor, .volume, .issue]
    default: [.volume, .issue]
    }
  }
}
