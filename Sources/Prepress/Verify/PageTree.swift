/// The pages of a file in order, with what they inherit from the page tree (ISO 32000-1, 7.7.3).
struct PageTree {
  typealias Page = (number: ObjectNumber?, dictionary: PDFDictionary)

  private(set) var pages: [Page] = []
  /// Whether the tree loops or is larger than that of any document.
  let isBroken: Bool
  private static let inherited = ["Resources", "MediaBox", "CropBox", "Rotate"]

  init(_ file: PDFFile, catalog: PDFDictionary) {
    var walk = TreeWalk(file)
    var pending: [(PDFObject, PDFDictionary)] = [(catalog["Pages"] ?? .null, PDFDictionary())]
    while let (object, above) = pending.popLast(), walk.step() {
      guard walk.enter(object), var dictionary = file.dictionary(object) else { continue }
      for key in PageTree.inherited where dictionary[key] == nil { dictionary[key] = above[key] }
      if file.array(dictionary["Kids"]) != nil {
        pending += walk.kids(dictionary["Kids"]).reversed().map { ($0, dictionary) }
      } else if case .reference(let number) = object {
        pages.append((number, dictionary))
      } else {
        pages.append((nil, dictionary))
      }
    }
    isBroken = walk.isBroken
  }
}
