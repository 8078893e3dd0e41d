/// The structure tree of a file, flat: parents before their kids, kids in reading order.
struct StructureElements {
  struct Element {
    var number: ObjectNumber?
    /// As written, and after the role map.
    var role: String
    var standardRole: String
    var parent: Int?
    var kids: [Int] = []
    var dictionary: PDFDictionary
    /// Marked content by page object, and annotations.
    var markers: [(page: ObjectNumber?, identifier: Int)] = []
    var annotations: [ObjectNumber] = []
  }

  private(set) var elements: [Element] = []
  /// Whether the tree loops or is deeper or larger than any document.
  private(set) var isBroken = false
  private(set) var rootDictionary: PDFDictionary?
  private static let limit = 4_000_000

  init(_ file: PDFFile, catalog: PDFDictionary) {
    guard let root = file.dictionary(catalog["StructTreeRoot"]) else { return }
    rootDictionary = root
    let roles = file.dictionary(root["RoleMap"]) ?? PDFDictionary()
    var visited: Set<ObjectNumber> = []
    var pending: [(object: PDFObject, parent: Int?, page: ObjectNumber?)] =
      file.list(root["K"]).reversed().map { ($0, nil, nil) }
    while let (object, parent, page) = pending.popLast() {
      guard elements.count < StructureElements.limit else {
        isBroken = true
        return
      }
      take(object, parent: parent, page: page, roles, file, &visited, &pending)
    }
  }

  private mutating func take(
    _ object: PDFObject, parent: Int?, page: ObjectNumber?, _ roles: PDFDictionary,
    _ file: PDFFile, _ visited: inout Set<ObjectNumber>,
    _ pending: inout [(object: PDFObject, parent: Int?, page: ObjectNumber?)]
  ) {
    if case .integer(let identifier) = object {
      if let parent { elements[parent].markers.append((page, identifier)) }
      return
    }
    guard let dictionary = file.dictionary(object) else { return }
    let own = reference(dictionary["Pg"]) ?? page
    switch file.name(dictionary["Type"]) {
    case "MCR":
      if let parent, case .integer(let identifier)? = dictionary["MCID"] {
        // What a form's own stream holds is not on the page (ISO 32000-1, 14.7.4.3).
        elements[parent].markers.append((dictionary["Stm"] == nil ? own : nil, identifier))
      }
    case "OBJR":
      if let parent, let target = reference(dictionary["Obj"]) {
        elements[parent].annotations.append(target)
      }
    default:
      let number = reference(object)
      if let number, !visited.insert(number).inserted {
        isBroken = true
        return
      }
      let index = add(dictionary, number: number, parent: parent, roles, file)
      for kid in file.list(dictionary["K"]).reversed() { pending.append((kid, index, own)) }
    }
  }

  private mutating func add(
    _ dictionary: PDFDictionary, number: ObjectNumber?, parent: Int?, _ roles: PDFDictionary,
    _ file: PDFFile
  ) -> Int {
    let role = file.name(dictionary["S"]) ?? ""
    var mapped = role
    for _ in 0..<16 {
      guard let next = file.name(roles[mapped]), next != mapped else { break }
      mapped = next
    }
    elements.append(
      Element(
        number: number, role: role, standardRole: mapped, parent: parent, dictionary: dictionary))
    if let parent { elements[parent].kids.append(elements.count - 1) }
    return elements.count - 1
  }

  private func reference(_ object: PDFObject?) -> ObjectNumber? {
    if case .reference(let number)? = object { number } else { nil }
  }

  /// Whether an element has content below it, its own or its kids'.
  func hasContent(_ index: Int) -> Bool {
    var pending = [index]
    while let next = pending.popLast() {
      let element = elements[next]
      if !element.markers.isEmpty || !element.annotations.isEmpty { return true }
      pending += element.kids
    }
    return false
  }

  /// The marked content of each page that has an element.
  var markersByPage: [ObjectNumber: Set<Int>] {
    var known: [ObjectNumber: Set<Int>] = [:]
    for element in elements {
      for marker in element.markers {
        if let page = marker.page { known[page, default: []].insert(marker.identifier) }
      }
    }
    return known
  }

  func roles(ofKids index: Int) -> [String] {
    elements[index].kids.map { elements[$0].standardRole }
  }
}
