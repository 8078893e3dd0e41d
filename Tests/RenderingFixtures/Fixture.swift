package import Drawing
import Foundation

/// Faces and images for tests.
package enum Fixture {
  private static let fontPath = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"

  package static let serif = FaceResource(
    path: fontPath, index: 2, family: "Noto Serif CJK SC", weight: 400, isItalic: false)

  /// Whether Debian's fonts-noto-cjk is installed; tests that need it say so when they are skipped.
  package static let hasFonts = FileManager.default.isReadableFile(atPath: fontPath)

  package static let redSVG = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10">
    <rect width="10" height="10" fill="red"/></svg>
    """.utf8)

  /// Sixteen by eight pixels, red at the left and blue at the right.
  package static let jpeg = Array(
    Data(base64Encoded: jpegText, options: .ignoreUnknownCharacters) ?? Data())

  private static let jpegText = """
    /9j/4AAQSkZJRgABAQEASABIAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td
    hbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk
    pKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI
    CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol
    JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip
    qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAA
    AAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLR
    ChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaX
    mJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEA
    PwChVGiiuzKvt/L9TvzL7Pz/AEP/2Q==
    """
}
