/// Marks as kept what the pages of the painted file need.
///
/// That is their content, resources, fonts and images; Cairo's structure tree, catalogue and information are left behind.
///
/// - Returns: the root of the page tree, and the pages in order.
func keepReachableObjects(
  in file: inout FinishedFile
) throws(PrepressError) -> (root: ObjectNumber, pages: [ObjectNumber]) {
  let painted = file.painted
  guard case .reference(let root)? = painted.trailer["Root"],
    case .reference(let tree)? = try painted.dictionary(root)["Pages"],
    case .array(let kids)? = try painted.dictionary(tree)["Kids"]
  else { throw .malformed("it has no pages") }
  var pending: [ObjectNumber] = [tree]
  while let number = pending.popLast() {
    guard number.value < painted.objectCount, case .free = file[number] else { continue }
    let object = try file.keepObject(number)
    object.value.forEachReference { pending.append($0) }
  }
  let pages = try kids.map { kid throws(PrepressError) in
    guard case .reference(let number) = kid else { throw .malformed("a page is no object") }
    return number
  }
  return (tree, pages)
}

extension FinishedFile {
  /// Keeps one object; a stream loses the reference to its length, a picture its interpolation.
  fileprivate mutating func keepObject(
    _ number: ObjectNumber
  ) throws(PrepressError) -> PaintedFile.Object {
    var object = try painted.object(number)
    if object.stream != nil, case .dictionary(var dictionary) = object.value {
      dictionary["Length"] = nil
      // ISO 19005-2, 6.2.8.2: pixels are shown as they are.
      if dictionary["Interpolate"] != nil { dictionary["Interpolate"] = nil }
      if let stream = object.stream, dictionary.isAdobeCMYK(painted.bytes[stream]) {
        dictionary["Decode"] = .array((0..<8).map { .integer(1 - $0 % 2) })
      }
      object.value = .dictionary(dictionary)
    }
    keep(number, object)
    return object
  }
}

extension PDFDictionary {
  /// Whether the data is a JPEG of four inks as Adobe's programs write it: 255 is no ink, which
  /// Cairo does not say.
  fileprivate func isAdobeCMYK(_ data: ArraySlice<UInt8>) -> Bool {
    guard self["Filter"] == .name("DCTDecode"), self["ColorSpace"] == .name("DeviceCMYK"),
      self["Decode"] == nil
    else { return false }
    let head = data.prefix(65_536)
    let marker = Array("Adobe".utf8)
    return head.indices.contains { index in
      head[index] == 0xFF && index + 9 <= head.endIndex && head[index + 1] == 0xEE
        && head[(index + 4)..<(index + 9)].elementsEqual(marker)
    }
  }
}
