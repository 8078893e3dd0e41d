internal import Diagnostics
internal import Drawing
internal import Rendering

func pageImages(
  _ document: PagedDocument, resolution: Double, _ diagnostics: inout [Diagnostic]
) -> [OutputFile] {
  var files: [OutputFile] = []
  for (index, page) in document.pages.enumerated() {
    let number = String(index + 1)
    let name = String(repeating: "0", count: max(0, 3 - number.count)) + number
    do {
      let bytes = try renderPNG(
        page.list, size: page.size, pixelsPerInch: resolution, faces: document.faces,
        images: document.images)
      files.append(OutputFile(path: "pages/\(name).png", bytes: bytes))
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }
  return files
}
