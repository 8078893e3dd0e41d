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

  init(_ file: PDFFile, catalog: PDFDictionary) {
    guard let root = file.dictionary(catalog["StructTreeRoot"]) else { return }
    rootDictionary = root
    let roles = file.dictionary(root["RoleMap"]) ?? PDFDictionary()
    var walk = TreeWalk(file)
    var pending: [Step] = walk.kids(root["K"]).reversed().map { ($0, nil, nil) }
    while let step = pending.popLast(), walk.step() {
      take(step, roles, file, &walk, &pending)
    }
    isBroken = walk.isBroken
  }

  private typealias Step = (object: PDFObject, parent: Int?, page: ObjectNumber?)

  private mutating func take(
    _ step: Step, _ roles: PDFDictionary, _ file: PDFFile, _ walk: inout TreeWalk,
    _ pending: inout [Step]
  ) {
    let (object, parent, page) = step
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
      guard walk.enter(object) else { return }
      let index = add(dictionary, number: reference(object), parent: parent, roles, file)
      pending += walk.kids(dictionary["K"]).reversed().map { ($0, index, own) }
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
