/// What names in content stand for (ISO 32000-1, 7.8.3).
struct ContentResources {
  private let dictionary: PDFDictionary
  private let file: PDFFile

  init(_ dictionary: PDFDictionary?, in file: PDFFile) {
    self.dictionary = dictionary ?? PDFDictionary()
    self.file = file
  }

  subscript(kind: String, name: String) -> PDFObject? {
    file.dictionary(dictionary[kind])?[name]
  }
}
