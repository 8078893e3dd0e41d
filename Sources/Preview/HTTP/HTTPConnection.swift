internal import FlyingSocks

/// One connection of a browser.
struct HTTPConnection {
  /// A browser's heads have less than a kilobyte.
  private static let longestHead = 16_384
  /// How long a connection may say nothing.
  private static let patience = Duration.seconds(30)
  /// How long what follows a refused head is read.
  private static let farewell = Duration.milliseconds(500)

  private let socket: AsyncSocket
  /// What has come and is not yet read.
  private var buffer: [UInt8] = []

  init(_ socket: AsyncSocket) { self.socket = socket }

  /// Answers requests until one side closes.
  consuming func serve(
    _ answer: @Sendable (HTTPRequest) async -> HTTPResponse
  ) async throws {
    defer { try? socket.close() }
    while true {
      guard let head = try await nextHead() else { return try await refuse(.headTooLarge) }
      guard let request = HTTPRequest(head: head) else { return try await refuse(.badRequest) }
      guard !request.hasContent else { return try await refuse(.contentTooLarge) }
      let closes = request.closesConnection
      try await socket.write(await answer(request).message(closesConnection: closes))
      if closes { return }
    }
  }

  /// Where the next request begins is not known after a head that is not understood.
  ///
  /// What still comes is read for a while: a connection that is closed over it is reset, and the
  /// answer may be lost with it (RFC 9112, 9.6).
  private func refuse(_ status: HTTPResponse.Status) async throws {
    try await socket.write(HTTPResponse(status).message(closesConnection: true))
    try await HTTPConnection.within(HTTPConnection.farewell) { [socket] in
      while true { _ = try await socket.read(atMost: 4096) }
    }
  }

  /// Reads up to an empty line; nil when none comes in time for the longest head.
  private mutating func nextHead() async throws -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstRange(of: HTTPConnection.emptyLine) {
        defer { buffer.removeSubrange(..<end.upperBound) }
        return Array(buffer[..<end.lowerBound])
      }
      guard buffer.count < HTTPConnection.longestHead else { return nil }
      searched = max(0, buffer.count - HTTPConnection.emptyLine.count + 1)
      buffer += try await more()
    }
  }

  private static let emptyLine = Array("\r\n\r\n".utf8)

  /// The next bytes, waiting for them no longer than patience allows.
  private func more() async throws -> [UInt8] {
    try await HTTPConnection.within(HTTPConnection.patience) { [socket] in
      try await socket.read(atMost: 4096)
    }
  }

  private static func within<Answer: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: time)
        throw SocketError.disconnected
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() else { throw SocketError.disconnected }
      return answer
    }
  }
}
