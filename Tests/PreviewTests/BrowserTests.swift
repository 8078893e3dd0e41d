import Foundation
import Synchronization
import Testing

@testable import Pipeline
@testable import Preview

/// The preview in a real browser, and what it refuses.
@Suite(.serialized) struct BrowserTests {
  private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A server over a small report in a folder of its own.
  private struct Preview {
    let folder: URL
    let events: AsyncStream<PreviewServer.Event>
    let task: Task<Void, any Error>

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Self.write("第一版", in: folder)
      var request = PreviewRequest(report: folder.appending(path: "a.md").path)
      request.home = BrowserTests.root
      let (events, continuation) = AsyncStream.makeStream(of: PreviewServer.Event.self)
      self.events = events
      let server = PreviewServer(PreviewSession(request), port: 0) { continuation.yield($0) }
      task = Task { try await server.run() }
    }

    static func write(_ text: String, in folder: URL) throws {
      let text = "# \(text)\n\n一段文字，\(text)。\n"
      try Data(text.utf8).write(to: folder.appending(path: "a.md"), options: .atomic)
    }

    func end() {
      task.cancel()
      try? FileManager.default.removeItem(at: folder)
    }
  }

  @Test(
    .enabled(
      if: browser != nil, "chromium is not installed: the preview is not tried in a browser"),
    .timeLimit(.minutes(2)))
  func aBrowserShowsThePagesAndShowsThemAgainOnSave() async throws {
    let preview = try Preview()
    defer { preview.end() }
    var browser: Process?
    defer { browser?.terminate() }
    var shown: [Int] = []
    var saved = false
    for await event in preview.events {
      switch event {
      case .listening(let address): browser = try open(address, profile: preview.folder)
      case .updated: break
      case .shown(let version, _):
        shown.append(version)
        // The second version only looks closer at the first.
        guard version >= 2, !saved else { break }
        saved = true
        try Preview.write("第二版", in: preview.folder)
      }
      if shown.contains(where: { $0 >= 3 }) { break }
    }
    #expect(shown.contains { $0 >= 3 })
  }

  private func open(_ address: String, profile: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.browser))
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--user-data-dir=\(profile.appending(path: "profile").path)", address,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test(.timeLimit(.minutes(2)))
  func nothingElseIsServed() async throws {
    let preview = try Preview()
    defer { preview.end() }
    for await case .listening(let address) in preview.events {
      let port = try #require(URL(string: address)?.port)
      let own = "127.0.0.1:\(port)"
      let statuses = try [
        ("GET", "/", own), ("GET", "/", "localhost:\(port)"), ("GET", "/", "evil.example"),
        ("GET", "/a.md", own), ("GET", "/../../../../etc/passwd", own),
        ("GET", "/%2e%2e/etc/passwd", own), ("GET", "/page/99", own), ("GET", "/page/-1", own),
        ("GET", "/lines/99", own), ("POST", "/", own),
      ].map { method, path, host in
        try request(method, path, host: host, port: UInt16(port))
      }
      #expect(statuses == [200, 200, 403, 404, 404, 404, 404, 404, 404, 405])
      break
    }
  }

  /// Requests of one connection are answered in order; what no request may be ends it.
  @Test(.timeLimit(.minutes(2)))
  func aConnectionLastsUntilItIsMisused() async throws {
    let preview = try Preview()
    defer { preview.end() }
    for await case .listening(let address) in preview.events {
      let port = UInt16(try #require(URL(string: address)?.port))
      let get = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n"
      #expect(
        try answers("\(get)\r\n\(get)\r\n\(get)Connection: close\r\n\r\n", port) == [404, 404, 404])
      #expect(try answers("\(get)\r\n\(get)Content-Length: 2\r\n\r\n..", port) == [404, 413])
      #expect(try answers("nonsense\r\n\r\n\(get)\r\n", port) == [400])
      #expect(try answers(get + String(repeating: "x", count: 20_000), port) == [431])
      break
    }
  }

  /// Sends one request by hand, so that no library tidies its path, and reads the status.
  private func request(_ method: String, _ path: String, host: String, port: UInt16) throws -> Int {
    let head = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"
    return try answers(head, port).first ?? 0
  }

  /// The statuses of all answers until the connection is closed.
  private func answers(_ text: String, _ port: UInt16) throws -> [Int] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      exec 3<>/dev/tcp/127.0.0.1/\(port)
      printf '%s' "$0" >&3
      grep -a '^HTTP/1.1' <&3 | cut -d ' ' -f 2
      """, text,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let lines = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return lines.split(separator: "\n").compactMap { Int($0) }
  }
}
