internal import CFontconfig
package import Drawing
internal import Geometry

/// Makes ready what the text of SVG pictures needs.
///
/// Fontconfig and Pango load at the first word, which takes longer than to paint a picture: meant to
/// run beside composition.
///
/// The text of pictures may be set in the faces of the catalogue and no others: what fontconfig
/// would find on this machine besides them is not known elsewhere. With few faces it also chooses
/// faster.
///
/// - Parameters:
///   - images: the pictures of a document.
///   - faces: the faces of the font catalogue.
package func preparePictures(_ images: [ImageResource], faces: [FaceResource]) {
  guard let index = images.firstIndex(where: { $0.format == .svg && $0.hasText }) else { return }
  limitPictureFonts(to: faces)
  var list = DisplayList()
  list.image(
    ImageID(index: UInt32(index)), in: Rect(x: 0, y: 0, width: 16, height: 16))
  _ = try? renderPNG(
    list, size: Size(width: 16, height: 16), pixelsPerInch: 72, faces: [], images: images)
}

/// Makes a configuration current that knows the machine's font caches but accepts only these files.
private func limitPictureFonts(to faces: [FaceResource]) {
  let files = Set(faces.map(\.path)).sorted()
  var xml = XMLText()
  xml.open("fontconfig")
  for folder in Set(files.map(folder(of:))).sorted() { xml.element("dir", text: folder) }
  xml.element("cachedir", text: "/var/cache/fontconfig")
  xml.beginTag("cachedir")
  xml.attribute("prefix", "xdg")
  xml.endTag()
  xml.text("fontconfig".utf8)
  xml.close("cachedir")
  xml.open("selectfont")
  xml.open("rejectfont")
  xml.element("glob", text: "*")
  xml.close("rejectfont")
  xml.open("acceptfont")
  for file in files { xml.element("glob", text: file) }
  xml.close("acceptfont")
  xml.close("selectfont")
  xml.close("fontconfig")
  guard let configuration = unsafe FcConfigCreate() else { return }
  let isReady = unsafe FcConfigParseAndLoadFromMemory(configuration, xml.bytes + [0], 0)
  if isReady != 0, unsafe FcConfigBuildFonts(configuration) != 0 {
    _ = unsafe FcConfigSetCurrent(configuration)
  }
  unsafe FcConfigDestroy(configuration)
}

private func folder(of file: String) -> String {
  file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
}

extension ImageResource {
  fileprivate var hasText: Bool { bytes.firstRange(of: Array("<text".utf8)) != nil }
}
