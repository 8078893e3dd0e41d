internal import Foundation
package import Prepress
package import Rendering

/// Poppler's programs, which read and paint any PDF.
///
/// They are run, not linked: Poppler is under the GPL, and a file from elsewhere that makes it crash
/// or run on must end in a finding.
package struct Poppler: Sendable {
  package enum Failure: Error, Hashable, Sendable {
    /// The program is not installed.
    case missing(String)
    /// It could not read the file, or crashed.
    case failed(String)
    /// It took longer than it may.
    case endless(String)
  }

  /// Seconds that one page, or the text of a file, may take.
  private let limit: Int

  package init(limit: Int = 60) { self.limit = limit }

  /// Paints a page, from 0, so that its longer side has so many pixels.
  package func paint(page: Int, of path: String, longSide: Int) throws(Failure) -> PixelBuffer {
    let number = "\(page + 1)"
    let bytes = try run(
      "pdftoppm", ["-q", "-f", number, "-l", number, "-scale-to", "\(longSide)", "-cropbox", path])
    guard let pixels = readPPM(bytes) else { throw .failed("pdftoppm") }
    return pixels
  }

  /// The text of a file by pages, in paragraphs as well as they can be told from the lines.
  package func paragraphs(of path: String) throws(Failure) -> [[DocumentContent.Paragraph]] {
    let bytes = try run("pdftotext", ["-q", "-enc", "UTF-8", path, "-"])
    return splitPages(String(decoding: bytes, as: UTF8.self))
  }

  private func run(_ name: String, _ arguments: [String]) throws(Failure) -> [UInt8] {
    guard let program = Poppler.program(name) else { throw .missing(name) }
    guard let timeout = Poppler.program("timeout") else { throw .missing("timeout") }
    let process = Process()
    process.executableURL = timeout
    process.arguments = ["--signal=KILL", "\(limit)", program.path] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    do { try process.run() } catch { throw .failed(name) }
    let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == Poppler.killed { throw .endless(name) }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .failed(name)
    }
    return Array(data)
  }

  /// What timeout(1), or its end by the signal that it sends, leaves.
  private static let killed: Int32 = 137

  /// Looked for in PATH.
  private static func program(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
