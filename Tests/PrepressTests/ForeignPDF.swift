/// A small PDF that is not ours: one page of 300 by 400 points, trimmed by 10 on each side.
struct ForeignPDF {
  var content = ""
  var resources = ""
  var page = "/TrimBox[10 10 290 390]"
  var contentDictionary = ""
  var data: [UInt8]?
  /// What the catalogue and the root of the page tree have besides.
  var catalog = ""
  var pages = "/Kids[3 0 R]"
  /// Further objects, from number 5.
  var objects: [String] = []

  var bytes: [UInt8] {
    let stream = data ?? Array(content.utf8)
    let head = "<</Length \(stream.count)\(contentDictionary)>>stream\n"
    var bodies = [
      "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Count 1\(pages)>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]\(page)/Contents 4 0 R"
        + "/Resources<<\(resources)>>>>",
    ].map { Array($0.utf8) }
    bodies.append(Array(head.utf8) + stream + Array("\nendstream".utf8))
    bodies += objects.map { Array($0.utf8) }
    var file = Array("%PDF-1.7\n".utf8)
    var table = "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n"
    for (index, body) in bodies.enumerated() {
      let offset = String(file.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let start = file.count
    table += "trailer<</Size \(bodies.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(table.utf8)
  }
}
