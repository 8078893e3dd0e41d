internal import Drawing

/// The root of the file (ISO 32000-1, 7.7.2): where everything else is to be found.
struct Catalog {
  var pages: ObjectNumber
  var structure: ObjectNumber?
  var outline: ObjectNumber?
  var destinations: ObjectNumber?
  var labels: ObjectNumber?
  var metadata: ObjectNumber?
  var outputIntent: ObjectNumber?
  var files = WrittenAttachments()

  init(pages: ObjectNumber) { self.pages = pages }

  func write(language: String, in file: inout FinishedFile) -> ObjectNumber {
    file.write { bytes in
      bytes.append("<</Type/Catalog/Pages ")
      bytes.reference(pages)
      bytes.append("/Lang")
      bytes.text(language)
      if structure != nil { bytes.append("/MarkInfo<</Marked true>>") }
      // Facing pages of a report that reads from right to left lie the other way round.
      let direction = language.isRightToLeft ? "/Direction/R2L" : ""
      bytes.append("/ViewerPreferences<</DisplayDocTitle true\(direction)>>")
      bytes.entry("/StructTreeRoot ", structure)
      bytes.entry("/PageLabels ", labels)
      bytes.entry("/Metadata ", metadata)
      if let outputIntent {
        bytes.append("/OutputIntents[")
        bytes.reference(outputIntent)
        bytes.append("]")
      }
      if destinations != nil || files.names != nil {
        bytes.append("/Names<<")
        bytes.entry("/Dests ", destinations)
        bytes.entry("/EmbeddedFiles ", files.names)
        bytes.append(">>")
      }
      if !files.files.isEmpty {
        bytes.append("/AF")
        bytes.references(files.files)
      }
      if let outline {
        bytes.entry("/Outlines ", outline)
        bytes.append("/PageMode/UseOutlines")
      }
      bytes.append(">>")
    }
  }
}

extension PDFBytes {
  fileprivate mutating func entry(_ key: String, _ number: ObjectNumber?) {
    guard let number else { return }
    append(key)
    reference(number)
  }
}
